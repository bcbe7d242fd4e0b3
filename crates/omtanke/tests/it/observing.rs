//! What the program tells of itself while it serves, and what it never tells.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::routing::post;

/// What nobody but the reader should know. None of it may come back in figures, log lines or traces.
const SECRETS: [&str; 5] = ["0101701234", "Aase", "aase%40example.dk", "Vejlegade", "vendor-note"];

/// `omtanke serve` on a new database.
struct Program {
    child: Child,
    address: String,
    figures: Option<String>,
    /// The log, whole, once the program has ended.
    log: Receiver<String>,
}

impl Program {
    fn start(folder: &Path, tables: &str) -> Self {
        Self::start_where(folder, true, tables)
    }

    fn start_where(folder: &Path, behind_proxy: bool, tables: &str) -> Self {
        let (config, keys) = (folder.join("omtanke.toml"), folder.join("vault.keys"));
        let made = super::omtanke(&["keys", "new", "--out", keys.to_str().unwrap()]);
        assert!(made.status.success(), "{}", super::said(&made));
        let text = format!(
            "listen = \"127.0.0.1:0\"\npublic_url = \"https://hjaelp.example\"\nbehind_proxy = {behind_proxy}\n\
             database = \"sqlite:{}\"\nphone = {{ number = \"00 00 01 00\" }}\n\
             vault = {{ key_file = \"{}\" }}\n{tables}",
            folder.join("omtanke.db").display(),
            keys.display()
        );
        std::fs::write(&config, text).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_omtanke"))
            .args(["serve", "--config", config.to_str().unwrap()])
            .env_remove("OMTANKE_DATABASE")
            .env_remove("OMTANKE_LISTEN")
            .env_remove("OMTANKE_KEYS")
            .env_remove("RUST_LOG")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (writer, log) = channel();
        let mut errors = child.stderr.take().unwrap();
        std::thread::spawn(move || {
            let mut text = String::new();
            let _ = errors.read_to_string(&mut text);
            let _ = writer.send(text);
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut figures = None;
        while let Some(Ok(line)) = lines.next() {
            if let Some(address) = line.strip_prefix("figures on http://") {
                figures = address.strip_suffix("/metrics").map(str::to_owned);
            }
            if let Some(address) = line.strip_prefix("listening on http://") {
                return Self { child, address: address.to_owned(), figures, log };
            }
        }
        let _ = child.kill();
        let _ = child.wait();
        panic!("the program ended before it listened: {}", log.recv().unwrap());
    }

    fn ask(&self, method: &str, target: &str) -> (String, String) {
        ask(&self.address, method, target)
    }

    /// Tells the program to stop; says how long that took, and gives its log.
    fn stop(mut self) -> (Duration, String) {
        let begun = Instant::now();
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        let ended = self.child.wait().unwrap();
        let took = begun.elapsed();
        let log = self.log.recv().unwrap();
        assert!(ended.success(), "{log}");
        (took, log)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Head and body of the answer.
fn ask(address: &str, method: &str, target: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "{method} {target} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: 0\r\n\
         user-agent: Aase's telephone\r\nx-forwarded-for: 192.0.2.7\r\n\
         traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n\
         tracestate: vendor-note=0101701234\r\n\r\n"
    )
    .unwrap();
    let mut text = Vec::new();
    stream.read_to_end(&mut text).unwrap();
    let text = String::from_utf8_lossy(&text).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), body.to_owned())
}

/// Requests that hold what somebody typed, in every place that a request has.
fn ask_for_private_things(program: &Program) {
    for _ in 0..3 {
        assert!(
            program.ask("GET", "/find-hjaelp?near=Vejlegade+7&name=Aase&cpr=0101701234").0.contains("200 OK")
        );
    }
    assert!(program.ask("GET", "/sted/0101701234?mail=aase%40example.dk").0.contains(" 404 "));
    assert!(program.ask("GET", "/Aase/0101701234").0.contains(" 404 "));
    program.ask("0101701234", "/");
    program.ask("DELETE", "/find-hjaelp?name=Aase");
}

fn assert_tells_nothing(what: &str, text: &str) {
    for secret in SECRETS.iter().chain(&["192.0.2.7"]) {
        assert!(!text.contains(secret), "{what} tell {secret}:\n{text}");
    }
}

/// The value of one line of figures.
fn value(figures: &str, name: &str) -> f64 {
    let line = figures.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name} in\n{figures}")).parse().unwrap()
}

#[test]
fn rates_errors_and_durations_of_each_route_are_told_and_no_address() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), "[metrics]\nlisten = \"127.0.0.1:0\"\n");
    ask_for_private_things(&program);

    let listener = program.figures.clone().unwrap();
    let (head, figures) = ask(&listener, "GET", "/metrics");
    assert!(head.contains("200 OK") && head.contains("text/plain; version=0.0.4"), "{head}");
    let count = |labels: &str| value(&figures, &format!("omtanke_requests_total{{{labels}}}"));
    assert_eq!(count("route=\"/find-hjaelp\",method=\"GET\",status=\"200\""), 3.0);
    assert_eq!(count("route=\"/find-hjaelp\",method=\"DELETE\",status=\"405\""), 1.0);
    assert_eq!(count("route=\"/sted/{id}\",method=\"GET\",status=\"404\""), 1.0);
    assert_eq!(count("route=\"-\",method=\"GET\",status=\"404\""), 1.0);
    assert_eq!(count("route=\"/\",method=\"other\",status=\"405\""), 1.0);
    let labels = "route=\"/find-hjaelp\",method=\"GET\"";
    assert_eq!(value(&figures, &format!("omtanke_request_seconds_count{{{labels}}}")), 3.0);
    assert_eq!(value(&figures, &format!("omtanke_request_seconds_bucket{{{labels},le=\"30\"}}")), 3.0);
    assert!(value(&figures, &format!("omtanke_request_seconds_sum{{{labels}}}")) > 0.0);
    assert_eq!(value(&figures, "omtanke_requests_in_flight"), 0.0);
    assert_eq!(
        value(&figures, &format!("omtanke_build_info{{version=\"{}\"}}", env!("CARGO_PKG_VERSION"))),
        1.0
    );
    assert!(value(&figures, "process_resident_memory_bytes") > 1e6);
    assert!(value(&figures, "process_cpu_seconds_total") > 0.0);
    assert!(value(&figures, "process_open_fds") > 3.0);
    for measure in omtanke::observe::measures::MEASURES {
        if figures.contains(&format!("\n{}", measure.name)) {
            let help = format!("# HELP {} {}\n", measure.name, measure.help);
            assert!(figures.contains(&help), "{help}\n{figures}");
        }
    }
    assert_tells_nothing("the figures", &figures);

    for target in ["/", "/metrics/", "/find-hjaelp", "/healthz"] {
        assert!(ask(&listener, "GET", target).0.contains(" 404 "), "{target} on the listener for figures");
    }
    assert!(ask(&listener, "POST", "/metrics").0.contains(" 405 "));
    assert!(program.ask("GET", "/metrics").0.contains(" 404 "), "the public listener tells figures");

    let (_, log) = program.stop();
    assert!(log.contains("\"route\":\"/sted/{id}\""), "{log}");
    assert_tells_nothing("the log lines", &log);
}

#[test]
fn the_example_settings_show_how_traces_are_turned_on() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/omtanke.toml");
    let text = std::fs::read_to_string(example).unwrap();
    let turned_on: String = text
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("omtanke.toml");
    std::fs::write(&path, turned_on).unwrap();
    let settings = omtanke::settings::Settings::read(&path).unwrap();
    assert!(settings.traces.is_some());
    assert!(settings.metrics.is_some());
}

#[test]
fn nothing_is_told_where_nobody_asked() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), "[log]\nlevel = \"warn\"\n");
    assert!(program.figures.is_none());
    assert!(program.ask("GET", "/metrics").0.contains(" 404 "));
    let (_, log) = program.stop();
    assert_eq!(log, "");
}

/// A collector on this machine: gives each parcel that it is sent.
async fn collector(status: u16) -> (SocketAddr, tokio::sync::mpsc::UnboundedReceiver<(String, Bytes)>) {
    let (sender, parcels) = tokio::sync::mpsc::unbounded_channel();
    let take = async move |headers: http::HeaderMap, body: Bytes| {
        let kind = headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let _ = sender.send((kind.to_owned(), body));
        http::StatusCode::from_u16(status).unwrap()
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = axum::Router::new().route("/v1/traces", post(take));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, parcels)
}

fn traces_to(collector: SocketAddr) -> String {
    format!(
        "[metrics]\nlisten = \"127.0.0.1:0\"\n[traces]\nendpoint = \"http://{collector}/v1/traces\"\nshare = 1.0\n"
    )
}

fn holds(parcel: &[u8], text: &[u8]) -> bool {
    parcel.windows(text.len()).any(|window| window == text)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_is_told_of_a_request_in_the_trace_that_the_proxy_began() {
    let (address, mut parcels) = collector(200).await;
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &traces_to(address));
    let (head, _) = program.ask("GET", "/find-hjaelp?near=Vejlegade+7&name=Aase");
    let id = head.lines().find_map(|line| line.strip_prefix("x-request-id: ")).unwrap().to_owned();
    ask_for_private_things(&program);
    let (_, log) = tokio::task::spawn_blocking(move || program.stop()).await.unwrap();

    // What was still held was sent before the program ended.
    let mut told = Vec::new();
    while let Ok((kind, parcel)) = parcels.try_recv() {
        assert_eq!(kind, "application/x-protobuf");
        told.extend_from_slice(&parcel);
    }
    for text in [
        "omtanke",
        "service.name",
        "GET /find-hjaelp",
        "GET /sted/{id}",
        "other /",
        "http.route",
        "http.response.status_code",
        &id,
    ] {
        assert!(holds(&told, text.as_bytes()), "no {text} in {}", String::from_utf8_lossy(&told));
    }
    let trace: [u8; 16] = 0x4bf9_2f35_77b3_4da6_a3ce_929d_0e0e_4736_u128.to_be_bytes();
    assert!(holds(&told, &trace), "the proxy's trace is not continued");
    assert!(log.contains(&id), "{log}");
    assert_tells_nothing("the traces", &String::from_utf8_lossy(&told));
    assert_tells_nothing("the log lines", &log);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_traceparent_is_anybodys_where_no_proxy_stands_in_front() {
    let (address, mut parcels) = collector(200).await;
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start_where(folder.path(), false, &traces_to(address));
    program.ask("GET", "/");
    tokio::task::spawn_blocking(move || program.stop()).await.unwrap();
    let mut told = Vec::new();
    while let Ok((_, parcel)) = parcels.try_recv() {
        told.extend_from_slice(&parcel);
    }
    assert!(holds(&told, b"http.route"), "nothing was told");
    let trace: [u8; 16] = 0x4bf9_2f35_77b3_4da6_a3ce_929d_0e0e_4736_u128.to_be_bytes();
    assert!(!holds(&told, &trace), "a stranger chose the trace");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_that_is_ill_or_gone_hurts_no_reader_and_is_said_once() {
    let (ill, _parcels) = collector(503).await;
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for address in [ill, gone] {
        let folder = tempfile::tempdir().unwrap();
        let program = Program::start(folder.path(), &traces_to(address));
        for _ in 0..600 {
            assert!(program.ask("GET", "/healthz").0.contains("200 OK"));
        }
        let listener = program.figures.clone().unwrap();
        let failed = "omtanke_trace_exports_total{outcome=\"failed\"}";
        let patience = Instant::now();
        while !ask(&listener, "GET", "/metrics").1.contains(failed) {
            assert!(patience.elapsed() < Duration::from_secs(10), "no failure is counted");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let (took, log) = tokio::task::spawn_blocking(move || program.stop()).await.unwrap();
        assert!(took < Duration::from_secs(6), "stopping took {took:?}");
        assert_eq!(log.matches("the collector takes no traces").count(), 1, "{log}");
    }
}

#[test]
fn an_address_for_figures_that_is_taken_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = super::omtanke(&[
        "demo",
        "--listen",
        "127.0.0.1:0",
        "--metrics",
        &address,
        "--data",
        folder.path().to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(3), "{}", super::said(&output));
    assert!(super::said(&output).contains("[metrics]"), "{}", super::said(&output));
}
