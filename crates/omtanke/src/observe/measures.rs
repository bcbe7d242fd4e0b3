//! Everything the program measures, in one list: what it is, and what to do when it is wrong.
//!
//! The crates that count know only the names; this list gives them their help text and their buckets.
//! `docs/observability.md` repeats it as a table, and a test keeps the two alike.

use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder};

/// One measure.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// The name, as Prometheus has it.
    pub name: &'static str,
    /// Its labels, in the order of the document.
    pub labels: &'static [&'static str],
    /// What kind of number it is.
    pub kind: Kind,
    /// What it is: the `HELP` line.
    pub help: &'static str,
    /// What a system owner does when it is not as it should be.
    pub when_wrong: &'static str,
}

/// What kind of number a measure is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// It only grows while the program runs.
    Counter,
    /// It goes up and down.
    Gauge,
    /// Seconds, counted by these upper bounds.
    Histogram(&'static [f64]),
}

impl Kind {
    /// The word of the `TYPE` line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Counter => "counter",
            Kind::Gauge => "gauge",
            Kind::Histogram(_) => "histogram",
        }
    }
}

/// From a kept page to the longest that a request may take.
const REQUEST: &[f64] =
    &[0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];
/// From one statement to a whole register.
const JOB: &[f64] = &[0.005, 0.025, 0.1, 0.5, 1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0];
/// A talk with another system.
const CALL: &[f64] = &[0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0];

/// Every measure.
pub const MEASURES: [Measure; 22] = [
    Measure {
        name: "omtanke_requests_total",
        labels: &["route", "method", "status"],
        kind: Kind::Counter,
        help: "Requests answered, by route pattern (\"-\" where none fits), method and status.",
        when_wrong: "Many 5xx: read the log lines at `error` and `warn`; 503 is a database that does not answer or a request over \
                     30 seconds. Many 429: one address calls too fast; look in the proxy's log, then at `[limits]`. Many 404 at \
                     \"-\": somebody tries addresses, or a link is wrong.",
    },
    Measure {
        name: "omtanke_request_seconds",
        labels: &["route", "method"],
        kind: Kind::Histogram(REQUEST),
        help: "Time from the door to the finished answer, by route pattern and method.",
        when_wrong: "One route is slow: turn on traces and look at it. All are: look at the processor, the disk under the database \
                     and the database's own figures.",
    },
    Measure {
        name: "omtanke_requests_in_flight",
        labels: &[],
        kind: Kind::Gauge,
        help: "Requests that are being answered now.",
        when_wrong: "It grows and does not come down: something that requests wait for does not answer, as a rule the database.",
    },
    Measure {
        name: "omtanke_requests_abandoned_total",
        labels: &[],
        kind: Kind::Counter,
        help: "Requests that whoever asked gave up before they were answered.",
        when_wrong: "Readers or the proxy do not wait long enough for us: look at `omtanke_request_seconds`, and let the proxy wait \
                     for at least 30 seconds.",
    },
    Measure {
        name: "omtanke_jobs_total",
        labels: &["kind", "outcome"],
        kind: Kind::Counter,
        help: "Attempts at jobs, by kind and outcome (done, again, dead, lost).",
        when_wrong: "`again` grows: read the log lines with that `kind` in their span. `lost` grows: a node stands still for longer \
                     than it may hold a job; look at its load and its clock.",
    },
    Measure {
        name: "omtanke_job_seconds",
        labels: &["kind"],
        kind: Kind::Histogram(JOB),
        help: "Time that one attempt at a job took, by kind.",
        when_wrong: "A kind is slow: the system that it talks to is, or the database.",
    },
    Measure {
        name: "omtanke_jobs_waiting",
        labels: &[],
        kind: Kind::Gauge,
        help: "Jobs that are due and not done.",
        when_wrong: "It grows: jobs come faster than they are done, or all hang on one system that does not answer. See \
                     `omtanke_jobs_total` by kind, or run another node.",
    },
    Measure {
        name: "omtanke_jobs_oldest_seconds",
        labels: &[],
        kind: Kind::Gauge,
        help: "How long the job that has been due longest has waited.",
        when_wrong: "Somebody waits for a letter, a message or a decision: as for `omtanke_jobs_waiting`, and soon.",
    },
    Measure {
        name: "omtanke_jobs_dead",
        labels: &[],
        kind: Kind::Gauge,
        help: "Jobs that were given up and wait for somebody to look at them.",
        when_wrong: "Look at each, mend the cause, and have it tried again; nobody else will.",
    },
    Measure {
        name: "omtanke_mail_total",
        labels: &["outcome"],
        kind: Kind::Counter,
        help: "Attempts at sending a mail, by outcome (sent, again, refused, unfit, settings).",
        when_wrong: "`again` or `settings`: the mail server does not answer or does not know us; see `[mail]`. `refused`: addresses \
                     that do not exist, or a reputation that is lost.",
    },
    Measure {
        name: "omtanke_mail_seconds",
        labels: &[],
        kind: Kind::Histogram(CALL),
        help: "Time that one attempt at sending a mail took.",
        when_wrong: "The mail server is slow; ask whoever runs it.",
    },
    Measure {
        name: "omtanke_sms_total",
        labels: &["gateway", "outcome"],
        kind: Kind::Counter,
        help: "Attempts at sending a text message, by gateway and outcome (accepted, refused, failed).",
        when_wrong: "`failed` at one gateway: ask its owner, and put another first in `[sms]` meanwhile. `refused`: numbers that do not exist.",
    },
    Measure {
        name: "omtanke_trace_exports_total",
        labels: &["outcome"],
        kind: Kind::Counter,
        help: "Parcels of traces for the collector, by outcome (sent, failed).",
        when_wrong: "`failed`: the collector does not answer at `[traces] endpoint`. Nothing else suffers; the traces are lost.",
    },
    Measure {
        name: "omtanke_sandboxes",
        labels: &[],
        kind: Kind::Gauge,
        help: "Sandboxes of practice on this node, used within a day.",
        when_wrong: "Near `[practice] most`: more people practise than there is room for; raise it, or find out who opens so many.",
    },
    Measure {
        name: "omtanke_sandboxes_open",
        labels: &[],
        kind: Kind::Gauge,
        help: "Sandboxes in use: their files are open.",
        when_wrong: "It stays where it is for an hour: each takes memory, files and a thread; give practice a node of its own.",
    },
    Measure {
        name: "omtanke_build_info",
        labels: &["version"],
        kind: Kind::Gauge,
        help: "Which version runs: always 1.",
        when_wrong: "Two versions for longer than an upgrade takes: a node was forgotten.",
    },
    Measure {
        name: "process_resident_memory_bytes",
        labels: &[],
        kind: Kind::Gauge,
        help: "Memory that the program holds.",
        when_wrong: "It grows from day to day: restart the node, and report it with the figures of that time.",
    },
    Measure {
        name: "process_cpu_seconds_total",
        labels: &[],
        kind: Kind::Counter,
        help: "Processor time that the program has used.",
        when_wrong: "Near the number of processors: see which routes are called, and run another node.",
    },
    Measure {
        name: "process_open_fds",
        labels: &[],
        kind: Kind::Gauge,
        help: "Open files and connections.",
        when_wrong: "Near `process_max_fds`: connections are not closed, or there are more readers than one node may hold. Raise \
                     `LimitNOFILE` of the service.",
    },
    Measure {
        name: "process_max_fds",
        labels: &[],
        kind: Kind::Gauge,
        help: "Files and connections that the program may have open.",
        when_wrong: "Below some thousands: raise `LimitNOFILE` of the service.",
    },
    Measure {
        name: "process_threads",
        labels: &[],
        kind: Kind::Gauge,
        help: "Threads of the program.",
        when_wrong: "It grows and does not come down: something blocks; report it.",
    },
    Measure {
        name: "process_start_time_seconds",
        labels: &[],
        kind: Kind::Gauge,
        help: "When the program was started, in seconds since 1970.",
        when_wrong: "It changes by itself: the program was killed, as a rule for its memory; read the service manager's log.",
    },
];

/// The measure of that name.
pub(super) fn named(name: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.name == name)
}

/// Gives each histogram its bounds.
pub(super) fn with_bounds(builder: PrometheusBuilder) -> Result<PrometheusBuilder, BuildError> {
    MEASURES.iter().try_fold(builder, |builder, measure| match measure.kind {
        Kind::Histogram(bounds) => {
            builder.set_buckets_for_metric(Matcher::Full(measure.name.to_owned()), bounds)
        }
        Kind::Counter | Kind::Gauge => Ok(builder),
    })
}

/// Gives each measure its help text.
pub(super) fn describe() {
    for measure in &MEASURES {
        match measure.kind {
            Kind::Counter => metrics::describe_counter!(measure.name, measure.help),
            Kind::Gauge => metrics::describe_gauge!(measure.name, measure.help),
            Kind::Histogram(_) => metrics::describe_histogram!(measure.name, measure.help),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_says_of_every_measure_what_to_do() {
        let document = include_str!("../../../../docs/observability.md");
        for measure in &MEASURES {
            let labels: String = measure.labels.iter().map(|label| format!(" `{label}`")).collect();
            let row = format!("| `{}`{labels} | {} | {} |", measure.name, measure.help, measure.when_wrong);
            assert!(document.contains(&row), "docs/observability.md lacks this row:\n{row}");
        }
        let rows = document
            .lines()
            .filter(|line| line.starts_with("| `omtanke_") || line.starts_with("| `process_"));
        assert_eq!(
            rows.count(),
            MEASURES.len(),
            "docs/observability.md has a measure that is not in the list"
        );
    }

    #[test]
    fn names_are_as_prometheus_wants_them_and_no_label_can_hold_an_address() {
        for measure in &MEASURES {
            assert_eq!(
                measure.name.ends_with("_total"),
                matches!(measure.kind, Kind::Counter),
                "{}",
                measure.name
            );
            let known = ["route", "method", "status", "kind", "outcome", "gateway", "version"];
            assert!(measure.labels.iter().all(|label| known.contains(label)), "{}", measure.name);
        }
    }

    #[test]
    fn what_the_crates_count_is_in_the_list() {
        let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let mut seen = 0;
        for name in super::super::log::HOUSE {
            seen += check_folder(&folder.join(name).join("src"));
        }
        assert!(seen >= 8, "only {seen} measures were found in the source");
    }

    /// Every measure that a call of the macros names is known; says how many there were.
    fn check_folder(folder: &std::path::Path) -> usize {
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                seen += check_folder(&path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                for kind in ["counter", "gauge", "histogram"] {
                    let call = format!("{kind}!(");
                    let calls = text.split(&call).skip(1);
                    for name in
                        calls.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
                    {
                        assert!(
                            named(name).is_some(),
                            "{} counts {name}, which is not in the list",
                            path.display()
                        );
                        seen += 1;
                    }
                }
            }
        }
        seen
    }
}
