//! A visitor for measurements: one connection that is kept, no redirects, no compression.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

/// Longer than any page takes; a program that says nothing for so long has stopped.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection to a program on this machine.
pub(crate) struct Visitor {
    address: String,
    stream: Option<BufReader<TcpStream>>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: String,
    /// The first cookie, `NAME=VALUE`.
    pub(crate) cookie: String,
    pub(crate) body: String,
    /// From the first byte sent to the last one read.
    pub(crate) took: Duration,
}

impl Visitor {
    pub(crate) fn of(address: &str) -> Self {
        Self { address: address.to_owned(), stream: None }
    }

    pub(crate) fn get(&mut self, path: &str, cookie: &str) -> anyhow::Result<Answer> {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\n\r\n", self.address))
    }

    pub(crate) fn post(&mut self, path: &str, cookie: &str, form: &str) -> anyhow::Result<Answer> {
        let head = "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin";
        let length = form.len();
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\n{head}\r\ncontent-length: {length}\r\n\r\n{form}",
            self.address
        ))
    }

    fn send(&mut self, request: &str) -> anyhow::Result<Answer> {
        let begun = Instant::now();
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => {
                let stream = TcpStream::connect(&self.address)?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(PATIENCE))?;
                BufReader::new(stream)
            }
        };
        stream.get_mut().write_all(request.as_bytes())?;
        let (mut answer, keep) = read(&mut stream)?;
        answer.took = begun.elapsed();
        if keep {
            self.stream = Some(stream);
        }
        Ok(answer)
    }
}

/// An answer (RFC 9112), and whether the connection lasts.
fn read(stream: &mut impl BufRead) -> anyhow::Result<(Answer, bool)> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.with_context(|| format!("an answer begins with a status, not with {line:?}"))?;
    let (mut location, mut cookie, mut length, mut keep) = (String::new(), String::new(), None, true);
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "location" => value.clone_into(&mut location),
            "set-cookie" if cookie.is_empty() => {
                value.split(';').next().unwrap_or_default().clone_into(&mut cookie);
            }
            "content-length" => length = value.parse::<usize>().ok(),
            "connection" => keep = !value.eq_ignore_ascii_case("close"),
            "transfer-encoding" => bail!("an answer in pieces, which this visitor does not read"),
            _ => {}
        }
    }
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body)?;
    let body = String::from_utf8_lossy(&body).into_owned();
    Ok((Answer { status, location, cookie, body, took: Duration::ZERO }, keep))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_to_its_end_and_not_beyond() {
        let mut bytes =
            "HTTP/1.1 303 See Other\r\nLocation: /a\r\nset-cookie: a=1; Path=/\r\nset-cookie: b=2\r\n\
            content-length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\nconnection: close\r\n\r\n"
                .as_bytes();
        let (first, keep) = read(&mut bytes).unwrap();
        assert_eq!((first.status, first.location.as_str(), first.cookie.as_str()), (303, "/a", "a=1"));
        assert!(first.body == "abc" && keep);
        let (second, keep) = read(&mut bytes).unwrap();
        assert_eq!((second.status, second.body.as_str(), keep), (200, "", false));
        assert!(read(&mut bytes).is_err(), "there is nothing more");
    }
}
