//! Running one command as a step that people can watch: a moving line on a terminal, a line now and then elsewhere.

use std::{
    io::{BufRead, BufReader, IsTerminal},
    process::Command,
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};

/// How long a step may stay silent where no terminal shows that it lives.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// What a command did.
pub struct Outcome {
    pub success: bool,
    /// Both streams, in the order in which they were written.
    pub output: String,
}

/// Shows one step from its beginning to its end.
pub struct Progress {
    bar: ProgressBar,
    title: String,
    begun: Instant,
    plain: bool,
}

impl Progress {
    pub fn begin(title: &str) -> Self {
        let plain = !std::io::stderr().is_terminal();
        let bar = if plain {
            eprintln!("{title}");
            ProgressBar::hidden()
        } else {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix} {elapsed:.dim} {wide_msg:.dim}") {
                bar.set_style(style);
            }
            bar.set_prefix(title.to_owned());
            bar.enable_steady_tick(Duration::from_millis(100));
            bar
        };
        Progress { bar, title: title.to_owned(), begun: Instant::now(), plain }
    }

    /// Closes the line with how it went and how long it took.
    pub fn end(self, how: &str) {
        self.bar.finish_and_clear();
        let seconds = self.begun.elapsed().as_secs_f64();
        if self.plain {
            eprintln!("    {how}, {seconds:.1} s");
        } else {
            eprintln!("{}: {how}, {seconds:.1} s", self.title);
        }
    }

    /// Tells that the step lives, and the last thing that it said.
    fn beat(&self, last: &str) {
        if self.plain {
            eprintln!("    {} s: {}", self.begun.elapsed().as_secs(), last.trim());
        }
    }
}

/// Runs a command to its end and keeps what it says.
///
/// # Errors
/// If the command cannot be started; a command that fails is an outcome.
pub fn watch(progress: &Progress, mut command: Command) -> anyhow::Result<Outcome> {
    let (reader, writer) = std::io::pipe().context("no pipe to read a command's output from")?;
    command.stdin(std::process::Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.spawn().with_context(|| format!("`{name}` could not be started"))?;
    drop(command); // it holds the pipe's writing end, and reading ends when all of these are closed

    let (send, lines) = channel();
    let reading = thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            if send.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
            line.clear();
        }
    });
    let mut output = String::new();
    let mut beaten = Instant::now();
    loop {
        match lines.recv_timeout(HEARTBEAT) {
            Ok(line) => {
                progress.bar.set_message(line.trim_end().to_owned());
                output.push_str(&line);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if beaten.elapsed() >= HEARTBEAT {
            progress.beat(output.lines().last().unwrap_or_default());
            beaten = Instant::now();
        }
    }
    reading.join().ok();
    Ok(Outcome { success: child.wait()?.success(), output })
}

/// Runs a command that must succeed, under a title.
///
/// # Errors
/// If it cannot be started or fails, with all it said.
pub fn run(title: &str, command: Command) -> anyhow::Result<String> {
    let progress = Progress::begin(title);
    let outcome = watch(&progress, command)?;
    progress.end(if outcome.success { "done" } else { "failed" });
    if outcome.success { Ok(outcome.output) } else { bail!("{title} failed\n{}", outcome.output) }
}

/// A cargo command from the project's root, by the cargo that runs this program.
pub fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    command(program, arguments)
}

/// A command from the project's root.
pub fn command<const N: usize>(program: impl AsRef<std::ffi::OsStr>, arguments: [&str; N]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::place::root()).args(arguments);
    command
}
