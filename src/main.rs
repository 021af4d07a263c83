//! The command `amends`: rule files and cases in, findings, plans and answers out.

mod command;

fn main() -> std::process::ExitCode {
    command::run()
}
