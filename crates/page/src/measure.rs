//! What the door counts of every request: how many, how long, how many at once.
//!
//! Labels are the route pattern, the method and the status, never the address: it may hold what somebody typed, and every new
//! value of a label costs memory for as long as the program runs.
//!
//! The handles of a measure are looked up by its labels once and kept here, for making labels anew would cost more than
//! counting. Whoever wants figures sets the recorder before the door is made; without one, counting does nothing.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use http::{Method, StatusCode};
use metrics::{Counter, Gauge, Histogram, counter, gauge, histogram};

/// The counts of one door.
pub(crate) struct Measures {
    in_flight: Gauge,
    abandoned: Counter,
    routes: RwLock<HashMap<Box<str>, Vec<Answers>>>,
}

/// The answers of one route with one method and one status.
#[derive(Clone)]
struct Answers {
    method: &'static str,
    status: StatusCode,
    count: Counter,
    seconds: Histogram,
}

impl Measures {
    pub(crate) fn new() -> Self {
        Self {
            in_flight: gauge!("omtanke_requests_in_flight"),
            abandoned: counter!("omtanke_requests_abandoned_total"),
            routes: RwLock::default(),
        }
    }

    /// A request has come in. It is in flight until what this gives is dropped.
    pub(crate) fn begin(&self) -> InFlight<'_> {
        self.in_flight.increment(1.0);
        InFlight { measures: self, answered: false }
    }

    fn answered(&self, route: &str, method: &'static str, status: StatusCode, took: Duration) {
        let seconds = took.as_secs_f64();
        let routes = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(answers) = routes.get(route).and_then(|all| find(all, method, status)) {
            answers.add(seconds);
            return;
        }
        drop(routes);
        let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
        let all = routes.entry(route.into()).or_default();
        // Another request may have been here in between.
        if find(all, method, status).is_none() {
            all.push(Answers::new(route, method, status));
        }
        if let Some(answers) = find(all, method, status) {
            answers.add(seconds);
        }
    }
}

fn find<'a>(all: &'a [Answers], method: &str, status: StatusCode) -> Option<&'a Answers> {
    all.iter().find(|answers| answers.status == status && answers.method == method)
}

impl Answers {
    fn new(route: &str, method: &'static str, status: StatusCode) -> Self {
        let route = route.to_owned();
        let code = status.as_str().to_owned();
        Self {
            method,
            status,
            count: counter!("omtanke_requests_total", "route" => route.clone(), "method" => method, "status" => code),
            seconds: histogram!("omtanke_request_seconds", "route" => route, "method" => method),
        }
    }

    fn add(&self, seconds: f64) {
        self.count.increment(1);
        self.seconds.record(seconds);
    }
}

/// A request on its way. One that is dropped before it was answered was given up by whoever asked.
pub(crate) struct InFlight<'a> {
    measures: &'a Measures,
    answered: bool,
}

impl InFlight<'_> {
    pub(crate) fn answered(mut self, route: &str, method: &'static str, status: StatusCode, took: Duration) {
        self.answered = true;
        self.measures.answered(route, method, status, took);
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.measures.in_flight.decrement(1.0);
        if !self.answered {
            self.measures.abandoned.increment(1);
        }
    }
}

/// The method as a label. Whoever calls can make up methods, so that an unknown one has no name.
pub(crate) fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use metrics_exporter_prometheus::PrometheusBuilder;

    use super::*;

    fn figures(story: impl FnOnce(&Measures)) -> String {
        let recorder = PrometheusBuilder::new().build_recorder();
        metrics::with_local_recorder(&recorder, || story(&Measures::new()));
        recorder.handle().render()
    }

    #[test]
    fn each_status_of_a_route_is_counted_by_itself() {
        let text = figures(|measures| {
            for status in [StatusCode::OK, StatusCode::OK, StatusCode::NOT_FOUND] {
                measures.begin().answered("/sted/{id}", "GET", status, Duration::from_millis(3));
            }
            measures.begin().answered("/sted/{id}", "POST", StatusCode::OK, Duration::from_millis(3));
        });
        let count = |method, status, n| {
            let line = format!(
                "omtanke_requests_total{{route=\"/sted/{{id}}\",method=\"{method}\",status=\"{status}\"}} {n}\n"
            );
            assert!(text.contains(&line), "{line}{text}");
        };
        count("GET", 200, 2);
        count("GET", 404, 1);
        count("POST", 200, 1);
        assert!(
            text.contains("omtanke_request_seconds_count{route=\"/sted/{id}\",method=\"GET\"} 3\n"),
            "{text}"
        );
    }

    #[test]
    fn a_request_is_in_flight_until_it_is_answered_or_given_up() {
        let text = figures(|measures| {
            let _aase = measures.begin();
            measures.begin().answered("/", "GET", StatusCode::OK, Duration::ZERO);
            drop(measures.begin());
            // Bo still waits when the figures are read.
            std::mem::forget(measures.begin());
        });
        assert!(text.contains("omtanke_requests_in_flight 1\n"), "{text}");
        assert!(text.contains("omtanke_requests_abandoned_total 2\n"), "{text}");
    }

    #[test]
    fn a_method_that_somebody_made_up_has_no_name() {
        assert_eq!(method_label(&Method::from_bytes(b"0101701234").unwrap()), "other");
        assert_eq!(method_label(&Method::PATCH), "PATCH");
    }
}
