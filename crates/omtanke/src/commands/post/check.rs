//! `omtanke post check`

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use clap::Args;
use memo::{Faults, Limits, Message, ReadError, Reading, WriteOptions};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// MeMo files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Write what was read back into this folder, as MeMo of the same version under the same names.
    #[arg(long, value_name = "DIR")]
    rewrite: Option<PathBuf>,
}

/// What there is to say of a file.
struct Checked {
    says: String,
    is_valid: bool,
}

impl Check {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let invalid = self.check_all(&mut BufWriter::new(io::stdout().lock()))?;
        if invalid == 0 {
            return Ok(());
        }
        Err(Failure::Other(format!("{invalid} of {} files are no valid MeMo", self.files.len())))
    }

    /// Reads the files on all cores and tells of each in the order they were given; gives how many are invalid. Where a file
    /// cannot be read at all, nothing is told of those behind it, though some of them may have been rewritten.
    fn check_all(&self, out: &mut impl Write) -> Result<usize, Failure> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let next = AtomicUsize::new(0);
        let (tell, told) = mpsc::channel();
        thread::scope(|scope| {
            for _ in 0..cores.min(self.files.len()) {
                let (tell, next) = (tell.clone(), &next);
                scope.spawn(move || {
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(path) = self.files.get(at) else { return };
                        if tell.send((at, self.check(path))).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(tell);
            tell_in_order(told, out)
        })
    }

    fn check(&self, path: &Path) -> Result<Checked, Failure> {
        let mut says = String::new();
        let mut say = |what: std::fmt::Arguments<'_>| {
            writeln!(says, "{}: {what}", path.display()).expect("writing to a string cannot fail");
        };
        let (is_valid, faults, warnings) = match read(path)? {
            Ok(Reading { message, warnings }) => {
                if let Some(folder) = &self.rewrite {
                    rewrite(&message, path, folder)?;
                }
                (true, Vec::new(), warnings)
            }
            Err(Faults { faults, warnings, .. }) => (false, faults, warnings),
        };
        say(format_args!("{}", if is_valid { "valid" } else { "invalid" }));
        for fault in faults {
            say(format_args!("error: {fault}"));
        }
        for warning in warnings {
            say(format_args!("warning: {warning}"));
        }
        Ok(Checked { says, is_valid })
    }
}

fn tell_in_order(
    told: mpsc::Receiver<(usize, Result<Checked, Failure>)>,
    out: &mut impl Write,
) -> Result<usize, Failure> {
    let refuse = |why| Failure::File { path: "standard output".into(), why };
    let (mut invalid, mut due, mut early) = (0, 0, BTreeMap::new());
    for (at, checked) in told {
        early.insert(at, checked);
        while let Some(checked) = early.remove(&due) {
            let Checked { says, is_valid } = checked?;
            out.write_all(says.as_bytes()).map_err(refuse)?;
            invalid += usize::from(!is_valid);
            due += 1;
        }
    }
    out.flush().map_err(refuse)?;
    Ok(invalid)
}

fn read(path: &Path) -> Result<Result<Reading, Faults>, Failure> {
    let refuse = |why| Failure::File { path: path.to_owned(), why };
    let file = File::open(path).map_err(refuse)?;
    let read = memo::read_with(BufReader::new(file), &Limits::default(), &mut memo::InMemory::default());
    match read {
        Ok(reading) => Ok(Ok(reading)),
        Err(ReadError::Refused(found)) => Ok(Err(found)),
        Err(ReadError::Io(why)) => Err(refuse(why)),
    }
}

fn rewrite(message: &Message, path: &Path, folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|why| Failure::File { path: folder.to_owned(), why })?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let to = folder.join(name);
    let refuse = |why| Failure::File { path: to.clone(), why };
    // What is read may say more than the older edition of the schema allows, and is passed on as it is.
    let options = WriteOptions { longest_notification: 160 };
    let file = BufWriter::new(File::create(&to).map_err(refuse)?);
    memo::write_with(message, &options, file).map_err(|error| match error {
        memo::WriteError::Io(why) => refuse(why),
        memo::WriteError::Refused(refusals) => Failure::Other(format!("{}: {refusals}", path.display())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = r#"<m:Message xmlns:m="https://DigitalPost.dk/MeMo-1" memoVersion="1.2"><m:MessageHeader>
        <m:messageType>NEMSMS</m:messageType><m:messageUUID>5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a</m:messageUUID>
        <m:label>Husk din tid</m:label><m:notification>Vi ses i morgen. Vejle Bibliotek</m:notification>
        <m:Sender><m:senderID>13748136</m:senderID><m:idType>CVR</m:idType><m:label>Vejle Bibliotek</m:label></m:Sender>
        <m:Recipient><m:recipientID>0101900002</m:recipientID><m:idType>CPR</m:idType></m:Recipient>
        </m:MessageHeader></m:Message>"#;

    fn told(files: Vec<PathBuf>) -> (Result<usize, Failure>, String) {
        let mut out = Vec::new();
        let invalid = Check { files, rewrite: None }.check_all(&mut out);
        (invalid, String::from_utf8(out).unwrap())
    }

    #[test]
    fn files_are_told_of_in_the_order_they_were_given() {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<PathBuf> = (0..60).map(|n| folder.path().join(format!("{n}.xml"))).collect();
        let mut expected = String::new();
        for (n, path) in files.iter().enumerate() {
            // Files of many sizes, so that some take longer than the ones behind them.
            let comment = format!("<!--{}-->", "x".repeat(n * 7919 % 300_000));
            let (kind, says) = if n % 3 == 0 { ("BREV", "invalid") } else { ("NEMSMS", "valid") };
            fs::write(path, LETTER.replace("NEMSMS", kind) + &comment).unwrap();
            writeln!(expected, "{}: {says}", path.display()).unwrap();
        }
        let (invalid, said) = told(files);
        assert_eq!(invalid.unwrap(), 20);
        let heads: String = said.split_inclusive('\n').filter(|line| !line.contains(": error: ")).collect();
        assert_eq!(heads, expected);
    }

    #[test]
    fn nothing_is_told_of_files_behind_one_that_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let letter = folder.path().join("a.xml");
        fs::write(&letter, LETTER).unwrap();
        let (result, said) = told(vec![letter.clone(), folder.path().join("b.xml"), letter.clone()]);
        assert!(matches!(result, Err(Failure::File { .. })));
        assert_eq!(said, format!("{}: valid\n", letter.display()));
    }
}
