//! Tells what a message says: `cargo run -p memo --example tell -- brev.xml`, or from standard input.
//!
//! Files are measured and not kept, so that a letter of 100 MB needs no more memory than a small one. What is printed names
//! people: it is for whoever may read the letter.

use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;

use memo::{ActionTarget, FileHead, Limits, Message, ReadError, Sink, calendar};

/// Measures instead of keeping.
struct Measure(u64);

impl Sink for Measure {
    type Content = u64;

    fn begin(&mut self, _file: &FileHead) -> io::Result<()> {
        self.0 = 0;
        Ok(())
    }

    fn piece(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0 += bytes.len() as u64;
        Ok(())
    }

    fn end(&mut self) -> io::Result<u64> {
        Ok(self.0)
    }
}

fn main() -> ExitCode {
    let from: io::Result<Box<dyn BufRead>> = match std::env::args_os().nth(1) {
        Some(path) => std::fs::File::open(path).map(|file| Box::new(BufReader::new(file)) as _),
        None => Ok(Box::new(io::stdin().lock())),
    };
    let read = from
        .map_err(ReadError::Io)
        .and_then(|from| memo::read_with(from, &Limits::default(), &mut Measure(0)));
    match read {
        Ok(reading) => {
            tell(&reading.message);
            for warning in reading.warnings {
                eprintln!("warning: {warning}");
            }
            ExitCode::SUCCESS
        }
        Err(ReadError::Refused(found)) => {
            for fault in found.faults {
                eprintln!("fault: {fault}");
            }
            ExitCode::FAILURE
        }
        Err(ReadError::Io(error)) => {
            eprintln!("cannot be read: {error}");
            ExitCode::FAILURE
        }
    }
}

fn tell(message: &Message<u64>) {
    let header = &message.header;
    println!("{} (MeMo {})", header.label, message.version);
    println!("from {} to {}", header.sender.label, header.recipient.label.as_deref().unwrap_or("you"));
    if let Some(representative) = header.sender.representative.as_ref().and_then(|r| r.label.as_ref()) {
        println!("written by {representative}");
    }
    if let Some(notification) = &header.notification {
        println!("{notification}");
    }
    for file in message.files() {
        println!("file {} ({}, {} bytes)", file.filename, file.encoding_format, file.content);
    }
    for action in message.actions() {
        println!("action {}", action.label);
        match &action.target {
            Some(ActionTarget::EntryPoint(page)) => println!("  leads to {}", page.url),
            Some(ActionTarget::Reservation(reservation)) => {
                println!("  {}", calendar::event(reservation, reservation.start_date_time));
            }
            None => {}
        }
    }
}
