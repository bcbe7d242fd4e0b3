//! `omtanke`: see `omtanke help`.

use clap::Parser as _;
use omtanke::commands::Command;

fn main() -> std::process::ExitCode {
    // One provider of cryptography for everything that speaks TLS.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let command = Command::parse();
    let runtime = tokio::runtime::Runtime::new().expect("the operating system gives threads");
    match runtime.block_on(command.run()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("omtanke: {failure}");
            std::process::ExitCode::from(failure.exit_code())
        }
    }
}
