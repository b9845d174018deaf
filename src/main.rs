//! The program `vanban`: everything it can do stands in `cli`, over the library's public interface.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
