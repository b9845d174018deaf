//! The one integration binary. Each module is a group of sentences about the library or the program.

mod deadlines;
mod floors;
