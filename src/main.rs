//! The program `vanban`: everything it can do stands in `cli`, over the library's public interface.

mod cli;

/// Reading makes thousands of small strings a document, on all processors at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
