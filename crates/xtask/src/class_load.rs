//! A class under way: learners who each make a step every five seconds, and how long after it their teacher's page is told, over one
//! stream of server-sent events.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::practice_load::{STEP, spread};
use crate::visitor::Visitor;

/// The exercise that everybody does.
const EXERCISE: &str = "sygehusbrev";
/// After this long, a step that the teacher was not told of is lost.
const LOST: Duration = Duration::from_secs(10);

/// When the teacher was last told of each seat.
#[derive(Default)]
struct Told {
    at: Mutex<HashMap<usize, Instant>>,
    news: Condvar,
}

/// Opens a class with so many learners, lets them practise, and gives the rows of the table.
pub(crate) fn measure(address: &str, learners: usize, seconds: u64) -> anyhow::Result<Vec<(String, String)>> {
    let mut visitor = Visitor::of(address);
    let opened = visitor.post("/klasse", "", &format!("chosen={EXERCISE}"))?;
    ensure!(opened.status == 303, "opening a class was answered {}: {}", opened.status, opened.body);
    let overview = visitor.get(&opened.location, &opened.cookie)?;
    let code = code(&overview.body).context("the overview shows the code")?;
    let mut joining = Vec::new();
    let mut seats = Vec::new();
    for _ in 0..learners {
        let joined = visitor.post("/klasse/med", "", &format!("code={code}"))?;
        ensure!(joined.status == 303, "joining was answered {}: {}", joined.status, joined.body);
        joining.push(joined.took);
        seats.push((joined.location, joined.cookie));
    }
    let told = Arc::new(Told::default());
    follow(address, &format!("{}/stroem", opened.location), &opened.cookie, told.clone())?;
    let until = Instant::now() + Duration::from_secs(seconds);
    let steps = Mutex::new((Vec::new(), Vec::new()));
    thread::scope(|scope| {
        let hands: Vec<_> = (1..)
            .zip(&seats)
            .map(|(number, (exercise, cookie))| {
                let (told, steps) = (&told, &steps);
                // Spread over the five seconds: people do not step in time.
                let first = STEP.mul_f64(number as f64 / learners as f64);
                scope.spawn(move || walk(address, (number, exercise, cookie), first, until, told, steps))
            })
            .collect();
        hands.into_iter().try_for_each(|hand| hand.join().expect("a hand ends, if only with an error"))
    })?;
    let (mut pages, mut delays) = steps.into_inner().expect("nobody panicked");
    let count = delays.len();
    Ok(vec![
        (format!("joining a class of {learners}"), spread(&mut joining)),
        (format!("a page in the class, each with a step every 5 s ({count} steps)"), spread(&mut pages)),
        ("from a learner's step until the teacher's page is told".to_owned(), spread(&mut delays)),
    ])
}

/// The code on the teacher's page: six digits with a space in the middle.
fn code(page: &str) -> Option<String> {
    let after = page.split("<strong><bdi dir=\"ltr\">").nth(1)?;
    Some(after.split('<').next()?.replace(' ', ""))
}

/// Opens the teacher's stream, and notes when each seat is told of, for as long as the program runs.
fn follow(address: &str, path: &str, cookie: &str, told: Arc<Told>) -> anyhow::Result<()> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\naccept: text/event-stream\r\n\r\n"
    )?;
    let mut lines = BufReader::new(stream).lines();
    let status = lines.next().context("the stream is answered")??;
    ensure!(status.contains(" 200 "), "the stream was answered {status}");
    thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if let Some(number) = line.strip_prefix("data: seat-").and_then(|number| number.parse().ok()) {
                told.at.lock().expect("nobody panicked").insert(number, Instant::now());
                told.news.notify_all();
            }
        }
    });
    Ok(())
}

/// One learner: begins the exercise, then opens it again and again, and waits each time until the teacher has been told.
fn walk(
    address: &str,
    (number, exercise, cookie): (usize, &str, &str),
    first: Duration,
    until: Instant,
    told: &Told,
    steps: &Mutex<(Vec<Duration>, Vec<Duration>)>,
) -> anyhow::Result<()> {
    let mut visitor = Visitor::of(address);
    let mut due = Instant::now() + first;
    let mut is_begun = false;
    while due < until {
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let begun = Instant::now();
        let answer =
            if is_begun { visitor.get(exercise, cookie)? } else { visitor.post(exercise, cookie, "")? };
        ensure!(matches!(answer.status, 200 | 303), "a step was answered {}: {}", answer.status, answer.body);
        is_begun = true;
        let seen = wait(told, number, begun).with_context(|| format!("learner {number}"))?;
        let mut steps = steps.lock().expect("nobody panicked");
        steps.0.push(answer.took);
        steps.1.push(seen);
        due += STEP;
    }
    Ok(())
}

/// How long it was from the beginning of a step until the teacher was told.
fn wait(told: &Told, number: usize, begun: Instant) -> anyhow::Result<Duration> {
    let is_untold = |at: &mut HashMap<usize, Instant>| at.get(&number).is_none_or(|at| *at < begun);
    let at = told.at.lock().expect("nobody panicked");
    let (at, late) = told.news.wait_timeout_while(at, LOST, is_untold).expect("nobody panicked");
    ensure!(!late.timed_out(), "the teacher was not told of a step within {LOST:?}");
    Ok(at.get(&number).map_or(LOST, |at| at.duration_since(begun)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_read_from_the_page() {
        let page = "<p>Kode: <strong><bdi dir=\"ltr\">123 456</bdi></strong></p>";
        assert_eq!(code(page).as_deref(), Some("123456"));
        assert_eq!(code("<p></p>"), None);
    }

    #[test]
    fn a_step_is_told_of_when_an_event_came_after_it() {
        let told = Told::default();
        let before = Instant::now();
        told.at.lock().unwrap().insert(7, Instant::now());
        assert!(wait(&told, 7, before).unwrap() < LOST);
    }
}
