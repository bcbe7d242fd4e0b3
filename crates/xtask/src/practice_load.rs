//! What practice carries: many sandboxes at once, each doing a step every five seconds, as learners do; and the night after.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, bail, ensure};

use crate::class_load;
use crate::house::House;
use crate::output::{must_succeed, table};
use crate::setup::{self, Need};
use crate::tally::Tally;
use crate::visitor::Visitor;

/// How often each learner does something.
pub(crate) const STEP: Duration = Duration::from_secs(5);
/// Connections at once: learners who step in the same moment.
const CONNECTIONS: usize = 16;
/// How many sandboxes are reset to say how long that takes.
const RESETS: usize = 100;
/// How long the night after may take before something is wrong.
const LONGEST_NIGHT: Duration = Duration::from_secs(600);

/// What is measured.
struct Wanted {
    sandboxes: usize,
    seconds: u64,
    /// How many sandboxes there are on the morning after.
    cleanup: usize,
    /// How many learners are in a class; with them nothing else is measured.
    class: usize,
}

/// A sandbox with whoever is in it.
struct Learner {
    prefix: String,
    cookie: String,
    letters: Vec<String>,
    step: usize,
    due: Instant,
}

/// Builds the program, loads it, and prints the table.
pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    let (wanted, program) = wanted(arguments)?;
    let program = program.map_or_else(|| built(house), Ok)?;
    let folder = std::env::temp_dir().join(format!("omtanke-practice-{}", std::process::id()));
    let measured = measure(house, &program, &folder, &wanted);
    // Made-up data; what is left of it is of no use to anybody.
    let _ = fs::remove_dir_all(&folder);
    println!("{}", table(&measured?));
    Ok(Tally::default())
}

/// The program as it is shipped.
fn built(house: &House) -> anyhow::Result<PathBuf> {
    setup::prepare(house, &[Need::Build])?;
    must_succeed(&mut house.cargo(["build", "--release", "--package", "omtanke"]))?;
    Ok(house.target_folder()?.join("release").join("omtanke"))
}

/// What is measured, and the program where one is named.
fn wanted(arguments: &[String]) -> anyhow::Result<(Wanted, Option<PathBuf>)> {
    let mut wanted = Wanted { sandboxes: 1_000, seconds: 60, cleanup: 10_000, class: 0 };
    let mut program = None;
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { bail!("{} needs a value", pair[0]) };
        if name == "--program" {
            program = Some(PathBuf::from(value));
            continue;
        }
        let number: u64 = value.parse().with_context(|| format!("{name} needs a number, not {value}"))?;
        match name.as_str() {
            "--sandboxes" => wanted.sandboxes = usize::try_from(number)?,
            "--seconds" => wanted.seconds = number,
            "--cleanup" => wanted.cleanup = usize::try_from(number)?,
            "--class" => wanted.class = usize::try_from(number)?,
            unknown => {
                bail!(
                    "{unknown} is not known; say --sandboxes N --seconds S --cleanup N --class N --program FILE"
                )
            }
        }
    }
    ensure!(wanted.sandboxes > 0 && wanted.seconds > 0, "at least one sandbox, and one second");
    Ok((wanted, program))
}

fn measure(
    house: &House,
    program: &Path,
    folder: &Path,
    wanted: &Wanted,
) -> anyhow::Result<Vec<(String, String)>> {
    let most = (wanted.sandboxes + wanted.cleanup).to_string();
    let begin = || {
        let mut command = house.command(program);
        command.args(["practice", "--listen", "127.0.0.1:0", "--most", &most, "--data"]).arg(folder);
        start(&mut command)
    };
    let (mut child, address) = begin()?;
    if wanted.class > 0 {
        let rows = class_load::measure(&address, wanted.class, wanted.seconds);
        end(&mut child)?;
        return rows;
    }
    let loaded = under_load(&address, folder, child.id(), wanted);
    let filled = loaded.and_then(|rows| Ok((rows, fill(&address, folder, wanted.cleanup)?)));
    end(&mut child)?;
    let (mut rows, there) = filled?;
    if wanted.cleanup > 0 {
        make_old(folder)?;
        let (mut child, _) = begin()?;
        let night = night(folder);
        end(&mut child)?;
        rows.push((
            format!("taking {there} unused sandboxes away"),
            format!("{:.1} s", night?.as_secs_f64()),
        ));
    }
    Ok(rows)
}

fn under_load(
    address: &str,
    folder: &Path,
    process: u32,
    wanted: &Wanted,
) -> anyhow::Result<Vec<(String, String)>> {
    let before = bytes_in(folder)?;
    let mut opening = Vec::new();
    let mut learners = Vec::new();
    let mut visitor = Visitor::of(address);
    for _ in 0..wanted.sandboxes {
        let (learner, took) = open(&mut visitor)?;
        opening.push(took);
        learners.push(learner);
    }
    let opened = resident_mb(process, "VmRSS:")?;
    let disk = (bytes_in(folder)? - before) / wanted.sandboxes as u64;

    let now = Instant::now();
    for (number, learner) in learners.iter_mut().enumerate() {
        // Spread over the five seconds: people do not step in time.
        learner.due = now + STEP.mul_f64(number as f64 / wanted.sandboxes as f64);
    }
    let until = now + Duration::from_secs(wanted.seconds);
    let shares = shared(learners);
    let steps = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let hands: Vec<_> =
            shares.into_iter().map(|share| scope.spawn(|| walk(address, share, until, &steps))).collect();
        hands.into_iter().try_for_each(|hand| hand.join().expect("a hand ends, if only with an error"))
    })?;
    let mut steps = steps.into_inner().expect("nobody panicked");
    let count = steps.len();
    let late = resident_mb(process, "VmHWM:")?;

    let mut resets = Vec::new();
    for _ in 0..RESETS.min(wanted.sandboxes) {
        let (learner, _) = open(&mut visitor)?;
        let answer = visitor.post(&format!("{}/oevelse/forfra", learner.prefix), &learner.cookie, "")?;
        ensure!(answer.status == 303, "a reset was answered {}", answer.status);
        resets.push(answer.took);
    }
    let sandboxes = wanted.sandboxes;
    Ok(vec![
        (format!("opening each of {sandboxes} sandboxes"), spread(&mut opening)),
        (format!("a page, {sandboxes} sandboxes with a step every 5 s ({count} steps)"), spread(&mut steps)),
        ("beginning a sandbox anew".to_owned(), spread(&mut resets)),
        ("resident memory with all of them open".to_owned(), format!("{opened} MB")),
        ("most resident memory".to_owned(), format!("{late} MB")),
        ("disk for each new sandbox".to_owned(), format!("{} KB", disk / 1024)),
    ])
}

fn open(visitor: &mut Visitor) -> anyhow::Result<(Learner, Duration)> {
    let answer = visitor.post("/oev", "", "")?;
    ensure!(answer.status == 303, "opening a sandbox was answered {}: {}", answer.status, answer.body);
    let prefix = answer.location.strip_suffix("/post").context("a sandbox begins at the post")?.to_owned();
    let learner =
        Learner { prefix, cookie: answer.cookie, letters: Vec::new(), step: 0, due: Instant::now() };
    Ok((learner, answer.took))
}

/// The learners in as many hands as there are connections.
fn shared(learners: Vec<Learner>) -> Vec<Vec<Learner>> {
    let mut shares: Vec<Vec<Learner>> = (0..CONNECTIONS).map(|_| Vec::new()).collect();
    for (number, learner) in learners.into_iter().enumerate() {
        shares[number % CONNECTIONS].push(learner);
    }
    shares
}

/// Lets each learner of a share step when it is due, until the time is over.
fn walk(
    address: &str,
    mut share: Vec<Learner>,
    until: Instant,
    steps: &Mutex<Vec<Duration>>,
) -> anyhow::Result<()> {
    let mut visitor = Visitor::of(address);
    let mut took = Vec::new();
    while let Some(learner) = share.iter_mut().min_by_key(|learner| learner.due) {
        if learner.due >= until {
            break;
        }
        thread::sleep(learner.due.saturating_duration_since(Instant::now()));
        took.push(step(&mut visitor, learner)?);
        learner.due += STEP;
    }
    steps.lock().expect("nobody panicked").extend(took);
    Ok(())
}

/// What a learner does next: looks at the post, reads a letter, makes a folder, looks at the telephone.
fn step(visitor: &mut Visitor, learner: &mut Learner) -> anyhow::Result<Duration> {
    let number = learner.step;
    learner.step += 1;
    let at = |path: &str| format!("{}{path}", learner.prefix);
    let answer = match number % 5 {
        0 => {
            let answer = visitor.get(&at("/post"), &learner.cookie)?;
            let links = answer.body.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
            let beginning = at("/post/brev/");
            learner.letters = links.filter(|link| link.starts_with(&beginning)).map(str::to_owned).collect();
            ensure!(!learner.letters.is_empty(), "there are no letters in the post:\n{}", answer.body);
            answer
        }
        1 => {
            let letter = &learner.letters[number / 5 % learner.letters.len()];
            visitor.get(letter, &learner.cookie)?
        }
        2 => visitor.post(&at("/post/mapper"), &learner.cookie, &format!("name=Mappe+{number}"))?,
        3 => visitor.get(&at("/oevelse/telefon"), &learner.cookie)?,
        _ => visitor.get(&at("/min-side"), &learner.cookie)?,
    };
    ensure!(
        matches!(answer.status, 200 | 303),
        "step {number} was answered {}: {}",
        answer.status,
        answer.body
    );
    Ok(answer.took)
}

/// Opens more sandboxes until there are so many, and says how many there are.
fn fill(address: &str, folder: &Path, wanted: usize) -> anyhow::Result<usize> {
    let there = || anyhow::Ok(fs::read_dir(sandboxes(folder))?.count());
    let mut visitor = Visitor::of(address);
    for _ in there()?..wanted {
        open(&mut visitor)?;
    }
    there()
}

/// As if nobody had used any of them since yesterday.
fn make_old(folder: &Path) -> anyhow::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the age of a file is told by the machine's clock")]
    let yesterday = SystemTime::now() - Duration::from_secs(25 * 3600);
    for sandbox in fs::read_dir(sandboxes(folder))? {
        File::options().write(true).open(sandbox?.path().join("about.json"))?.set_modified(yesterday)?;
    }
    Ok(())
}

/// Waits until nothing is left, and says how long that took.
fn night(folder: &Path) -> anyhow::Result<Duration> {
    let begun = Instant::now();
    while fs::read_dir(sandboxes(folder))?.next().is_some() {
        ensure!(begun.elapsed() < LONGEST_NIGHT, "some sandboxes are still there");
        thread::sleep(Duration::from_millis(20));
    }
    Ok(begun.elapsed())
}

fn sandboxes(folder: &Path) -> PathBuf {
    folder.join("sandboxes")
}

fn start(command: &mut Command) -> anyhow::Result<(Child, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("starting the program")?;
    let output = child.stdout.take().context("the program has an output")?;
    let mut lines = BufReader::new(output).lines();
    for line in &mut lines {
        if let Some(address) = line?.strip_prefix("listening on http://") {
            let address = address.to_owned();
            // Its output must be read on, or it would stop at a full pipe.
            thread::spawn(move || lines.count());
            return Ok((child, address));
        }
    }
    bail!("the program ended before it listened")
}

/// Lets the program end as an operator does, so that everything is noted.
fn end(child: &mut Child) -> anyhow::Result<()> {
    must_succeed(Command::new("kill").args(["-TERM", &child.id().to_string()]))?;
    child.wait()?;
    Ok(())
}

/// The middle and the slowest hundredth, in milliseconds.
pub(crate) fn spread(times: &mut [Duration]) -> String {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3;
    format!("p50 {:.1} ms, p99 {:.1} ms", at(0.5), at(0.99))
}

fn resident_mb(process: u32, what: &str) -> anyhow::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line =
        status.lines().find_map(|line| line.strip_prefix(what)).context("Linux says nothing of memory")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes.div_ceil(1024))
}

/// What the files in a folder take of the disk.
fn bytes_in(folder: &Path) -> anyhow::Result<u64> {
    use std::os::unix::fs::MetadataExt as _;
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        bytes += if about.is_dir() { bytes_in(&entry.path())? } else { about.blocks() * 512 };
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_slowest_are_told() {
        let mut times: Vec<Duration> = (1..=101).rev().map(Duration::from_millis).collect();
        assert_eq!(spread(&mut times), "p50 51.0 ms, p99 100.0 ms");
        assert_eq!(spread(&mut [Duration::from_millis(7)]), "p50 7.0 ms, p99 7.0 ms");
    }

    #[test]
    fn what_is_misspelt_is_said() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(wanted(&words(&["--sandboxes", "30", "--seconds", "9"])).unwrap().0.sandboxes, 30);
        assert!(wanted(&words(&["--sandbox", "30"])).is_err());
        assert!(wanted(&words(&["--sandboxes"])).is_err());
        assert!(wanted(&words(&["--sandboxes", "0"])).is_err());
    }
}
