//! The load script: the result page of "where is help" from 5,000 places, as a share of what a bare axum server
//! answers on the same machine in the same run.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::house::House;
use crate::output::{must_succeed, table};

/// As many places as the goals speak of.
const PLACES: &str = "5000";
/// Connections at once. More only wait for the same two cores.
const CONNECTIONS: &str = "32";
const SECONDS: &str = "10s";

/// What wrk says of one run.
struct Load {
    requests_per_second: f64,
    p99: String,
}

/// Builds both servers, loads them one after the other, and prints the table.
pub(crate) fn run(house: &House) -> anyhow::Result<()> {
    must_succeed(&mut house.cargo([
        "build",
        "--release",
        "--package",
        "omtanke",
        "--package",
        "benches",
        "--bins",
    ]))?;
    let programs = house.target_folder()?.join("release");

    let (mut hello, address, _) = start(&mut house.command(programs.join("bare-hello")))?;
    let reference = load(house, &address, "hello");
    stop(&mut hello);
    let reference = reference?;

    let folder = std::env::temp_dir().join(format!("omtanke-load-{}", std::process::id()));
    let measured = measure(house, &programs, &folder, &reference);
    // Made-up data; what is left of it is of no use to anybody.
    let _ = fs::remove_dir_all(&folder);
    println!("{}", table(&measured?));
    Ok(())
}

fn measure(
    house: &House,
    programs: &Path,
    folder: &Path,
    reference: &Load,
) -> anyhow::Result<Vec<(String, String)>> {
    let demo = || {
        let mut command = house.command(programs.join("omtanke"));
        command.args(["demo", "--listen", "127.0.0.1:0", "--places", PLACES, "--data"]).arg(folder);
        command
    };
    let (mut first, _, filling) = start(&mut demo())?;
    stop(&mut first);

    let (mut program, address, _) = start(&mut demo())?;
    let figures = (|| {
        let begun = Instant::now();
        let answer = fetch(&address, "/find-hjaelp?near=9000")?;
        let first_answer = begun.elapsed();
        let readers = load(house, &address, "readers")?;
        let strangers = load(house, &address, "strangers")?;
        let memory = peak_memory_mb(program.id())?;
        anyhow::Ok((answer.len(), first_answer, readers, strangers, memory))
    })();
    stop(&mut program);
    let (size, first_answer, readers, strangers, memory) = figures?;
    let (mut again, address, started) = start(&mut demo())?;
    let begun = Instant::now();
    fetch(&address, "/find-hjaelp?near=9000")?;
    let start_to_answer = started + begun.elapsed();
    stop(&mut again);

    let share = |load: &Load| {
        let percent = 100.0 * load.requests_per_second / reference.requests_per_second;
        format!(
            "{:>8.0} a second, {percent:.0} % of the reference, p99 {}",
            load.requests_per_second, load.p99
        )
    };
    Ok(vec![
        ("reference: bare axum hello".to_owned(), share(reference)),
        (format!("result page ({} KB), 300 places asked for again", size / 1024), share(&readers)),
        ("result page, no address twice".to_owned(), share(&strangers)),
        (format!("filling a new database with {PLACES} places"), format!("{:.2} s", filling.as_secs_f64())),
        ("first page of a running program".to_owned(), format!("{:.1} ms", first_answer.as_secs_f64() * 1e3)),
        ("start to first answer".to_owned(), format!("{:.2} s", start_to_answer.as_secs_f64())),
        ("most resident memory under load".to_owned(), format!("{memory} MB")),
    ])
}

/// Starts a server and waits for the line that says where it listens; also tells how long that took.
fn start(command: &mut Command) -> anyhow::Result<(Child, String, Duration)> {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn().context("starting the server")?;
    let output = child.stdout.take().context("the server has an output")?;
    let mut lines = BufReader::new(output).lines();
    for line in &mut lines {
        if let Some(address) = line?.strip_prefix("listening on http://") {
            let took = begun.elapsed();
            let address = address.to_owned();
            // Its output must be read on, or it would stop at a full pipe.
            std::thread::spawn(move || lines.count());
            return Ok((child, address, took));
        }
    }
    bail!("the server ended before it listened")
}

fn stop(child: &mut Child) {
    // It has nothing to lose, and may already be gone.
    let _ = child.kill();
    let _ = child.wait();
}

fn fetch(address: &str, path: &str) -> anyhow::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    std::io::Read::read_to_end(&mut stream, &mut answer)?;
    if !answer.starts_with(b"HTTP/1.1 200") {
        bail!("{path} did not answer 200");
    }
    Ok(answer)
}

fn load(house: &House, address: &str, kind: &str) -> anyhow::Result<Load> {
    let mut wrk = house.command("wrk");
    wrk.env("LOAD", kind).args([
        "--threads",
        "1",
        "--connections",
        CONNECTIONS,
        "--duration",
        SECONDS,
        "--latency",
    ]);
    wrk.args(["--script", "benches/load.lua"]).arg(format!("http://{address}"));
    let output = wrk.output().context("starting wrk")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() || said.contains("Non-2xx") {
        bail!("wrk was not content:\n{said}{}", String::from_utf8_lossy(&output.stderr));
    }
    let value = |name: &str| {
        let line = said.lines().find_map(|line| line.trim().strip_prefix(name));
        line.map(|rest| rest.trim().to_owned())
            .with_context(|| format!("wrk says nothing of {name}:\n{said}"))
    };
    Ok(Load { requests_per_second: value("Requests/sec:")?.parse()?, p99: value("99%")? })
}

/// The most memory that a process has held resident, from Linux's own account of it.
fn peak_memory_mb(process: u32) -> anyhow::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes.div_ceil(1024))
}
