//! The process as Linux sees it, read from `/proc` whenever somebody asks.
//!
//! The names are those that every Prometheus client has, so that dashboards made for others fit.

use std::fmt::Write as _;
use std::fs;

use jiff::Timestamp;

use super::measures::{Measure, named};

/// Linux tells times of processes in hundredths of a second on every machine (`USER_HZ`, `man 5 proc_pid_stat`).
const TICKS_PER_SECOND: f64 = 100.0;

/// The figures in the text format of Prometheus; those that cannot be read are left out. When the program was started, it
/// knows best itself: a service that sees only its own processes does not see when the machine was.
pub(super) fn figures(started: Timestamp) -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let (status, stat) = (read("/proc/self/status"), read("/proc/self/stat"));
    let open = fs::read_dir("/proc/self/fd").ok().map(|entries| entries.count() as f64);
    let figures = [
        ("process_resident_memory_bytes", field(&status, "VmRSS:").map(|kilobytes| kilobytes * 1024.0)),
        ("process_cpu_seconds_total", cpu_seconds(&stat)),
        ("process_open_fds", open),
        ("process_max_fds", field(&read("/proc/self/limits"), "Max open files")),
        ("process_threads", field(&status, "Threads:")),
        ("process_start_time_seconds", Some(started.as_duration().as_secs_f64())),
    ];
    let mut text = String::new();
    for (name, value) in figures {
        if let (Some(measure), Some(value)) = (named(name), value) {
            line(&mut text, measure, value);
        }
    }
    text
}

fn line(text: &mut String, measure: &Measure, value: f64) {
    let Measure { name, kind, help, .. } = measure;
    let _ =
        write!(text, "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n\n", kind = kind.word());
}

/// The first number of the line that begins with `name`.
fn field(text: &str, name: &str) -> Option<f64> {
    let rest = text.lines().find_map(|line| line.strip_prefix(name))?;
    rest.split_whitespace().next()?.parse().ok()
}

/// The fields of `/proc/self/stat` from the third on. The second is the program's name, which may hold spaces and brackets.
fn after_name(stat: &str) -> Vec<&str> {
    stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().collect()).unwrap_or_default()
}

fn ticks(stat: &str, nth: usize) -> Option<f64> {
    let ticks: f64 = after_name(stat).get(nth - 3)?.parse().ok()?;
    Some(ticks / TICKS_PER_SECOND)
}

/// Fields 14 and 15: time in the program, and in the kernel for it.
fn cpu_seconds(stat: &str) -> Option<f64> {
    Some(ticks(stat, 14)? + ticks(stat, 15)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_brackets_shifts_no_field() {
        let stat = "42 (om) tanke 7) S 1 42 42 0 -1 4194560 900 0 3 0 125 75 0 0 20 0 5 0 98765 1 2 3";
        assert_eq!(cpu_seconds(stat), Some(2.0));
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert_eq!(field("VmRSS:\t  512 kB\n", "VmRSS:"), Some(512.0));
        assert_eq!(
            field(
                "Max open files            unlimited            unlimited            files",
                "Max open files"
            ),
            None
        );
        assert_eq!(cpu_seconds(""), None);
    }

    #[test]
    fn this_very_process_has_all_figures() {
        let text = figures(Timestamp::from_second(1_800_000_000).unwrap());
        let value = |name| field(&text, name).unwrap_or_else(|| panic!("no {name} in {text}"));
        assert!(value("process_resident_memory_bytes ") > 1e6);
        assert!(value("process_open_fds ") >= 3.0);
        assert!(value("process_threads ") >= 1.0);
        assert_eq!(value("process_start_time_seconds "), 1.8e9);
    }
}
