//! Saying what happens: a line before each step, its seconds after, and tables at the end.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail};

/// Says what is about to happen, does it, and says how long it took.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    println!("\n── {what}");
    let started = Instant::now();
    let result = work();
    let ending = if result.is_ok() { "done" } else { "stopped" };
    println!("   {ending} after {}", seconds(started));
    result
}

/// Seconds since a moment, as they are written everywhere here.
pub(crate) fn seconds(since: Instant) -> String {
    format!("{:.1} s", since.elapsed().as_secs_f64())
}

/// Runs a command on our own terminal; anything but success is an error that names it.
pub(crate) fn must_succeed(command: &mut Command) -> anyhow::Result<()> {
    if !succeeds(command)? {
        bail!("this failed: {}", shown(command));
    }
    Ok(())
}

/// Runs a command on our own terminal and says whether it succeeded.
pub(crate) fn succeeds(command: &mut Command) -> anyhow::Result<bool> {
    println!("   $ {}", shown(command));
    flush();
    let status = command.status().with_context(|| format!("starting {}", shown(command)))?;
    Ok(status.success())
}

/// Runs a command, shows what it writes line by line, and gives the lines back with its success.
pub(crate) fn overhear(command: &mut Command) -> anyhow::Result<(bool, String)> {
    println!("   $ {}", shown(command));
    flush();
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {}", shown(command)))?;
    let heard = match child.stdout.take() {
        Some(stdout) => repeat(stdout),
        None => Ok(String::new()),
    };
    let status = child.wait().with_context(|| format!("waiting for {}", shown(command)))?;
    Ok((status.success(), heard?))
}

fn repeat(stdout: impl Read) -> anyhow::Result<String> {
    let mut heard = String::new();
    let mut lines = BufReader::new(stdout);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).context("reading what a command writes")? > 0 {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        flush();
        heard.push_str(&text);
        line.clear();
    }
    Ok(heard)
}

/// A command as one would type it; only its words, never its environment.
pub(crate) fn shown(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit('/').next().unwrap_or_default().to_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// Lines up a table of a name and what is said about it.
pub(crate) fn table(rows: &[(String, String)]) -> String {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    rows.iter().map(|(name, said)| format!("   {name:<width$}  {said}\n")).collect()
}

/// Lets our lines reach the terminal before a child writes its own.
fn flush() {
    // A closed standard output is noticed by the next `println!`; here it changes nothing.
    drop(std::io::stdout().flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_lines_up_its_second_column() {
        let rows = [("tidy".to_owned(), "0.2 s".to_owned()), ("clippy".to_owned(), "41.0 s".to_owned())];
        assert_eq!(table(&rows), "   tidy    0.2 s\n   clippy  41.0 s\n");
    }

    #[test]
    fn what_is_overheard_comes_back_with_the_outcome() {
        let (succeeded, heard) = overhear(Command::new("sh").args(["-c", "echo 3 passed; exit 1"])).unwrap();
        assert!(!succeeded);
        assert_eq!(heard, "3 passed\n");
    }

    #[test]
    fn a_failing_command_is_named_in_the_error() {
        let error = must_succeed(Command::new("/bin/sh").args(["-c", "exit 1"])).unwrap_err();
        assert_eq!(error.to_string(), "this failed: sh -c exit 1");
    }
}
