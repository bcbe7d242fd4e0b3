//! SPSS: `.sav` and `.zsav`, after the description of the format that the PSPP project publishes.
//!
//! User-missing values are no values. Value labels and questions are kept. A text longer than 255 bytes lies in several
//! segments of 255 bytes, which are put together.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use super::binary::{Binary, Damage, until_zero};
use super::gather::{Gathering, Value};
use super::text::Encoding;
use super::{Labels, Reading, Table};
use crate::{Error, Reason};

/// SPSS's value for "no number".
const NONE: f64 = -f64::MAX;
/// The largest block of a compressed file that is unpacked.
const LARGEST_BLOCK: u64 = 64 << 20;
/// Bytes of text in a segment.
const SEGMENT: usize = 255;

/// A variable.
#[derive(Clone, Debug, Default)]
struct Variable {
    /// The number of its first eight bytes in a case.
    place: usize,
    short: Vec<u8>,
    name: String,
    /// Bytes of text; 0 for numbers.
    width: usize,
    /// Where further segments of a long text begin, and their bytes.
    segments: Vec<(usize, usize)>,
    question: Option<Vec<u8>>,
    missing: Vec<f64>,
    missing_texts: Vec<Vec<u8>>,
    range: Option<(f64, f64)>,
    labels: Vec<([u8; 8], Vec<u8>)>,
    /// A further part of the text before it.
    is_continued: bool,
}

#[derive(Debug, Default)]
struct Dictionary {
    variables: Vec<Variable>,
    /// Eights of bytes in a case.
    size: usize,
    compression: i32,
    bias: f64,
    cases: Option<u64>,
    encoding: Encoding,
}

pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    let mut file = Binary::open(path)?;
    let dictionary = dictionary(&mut file).map_err(|why| Error::format(path, why))?;
    Ok(dictionary.variables.into_iter().filter(|v| !v.is_continued).map(|v| v.name).collect())
}

pub(super) fn read(reading: &Reading<'_>, path: &Path) -> Result<Table, Error> {
    let damaged = |why: Damage| Error::format(path, why);
    let mut file = Binary::open(path)?;
    let dictionary = dictionary(&mut file).map_err(damaged)?;
    let variables: Vec<&Variable> = dictionary.variables.iter().filter(|v| !v.is_continued).collect();
    let names: Vec<String> = variables.iter().map(|v| v.name.clone()).collect();
    let chosen = reading.chosen(path, &names)?;
    reading.fits(path, dictionary.cases.unwrap_or(0), chosen.len())?;
    let big_endian = file.big_endian;
    let mut table = Table::default();
    for (at, name) in &chosen {
        let labels = told(variables[*at], dictionary.encoding, big_endian);
        if labels != Labels::default() {
            table.labels.insert(name.clone(), labels);
        }
    }
    if dictionary.encoding == Encoding::Latin1 {
        table.notes.push(Reason::of("insight-note-latin1").with("file", path.display()));
    }
    let mut gathering = Gathering::new(reading, path, &chosen);
    let mut cases = Cases::new(file, &dictionary).map_err(damaged)?;
    let mut case = vec![[0; 8]; dictionary.size];
    let mut row = 0;
    while dictionary.cases.is_none_or(|count| row < count) && cases.next(&mut case).map_err(damaged)? {
        row += 1;
        if row & 0xffff == 0 {
            reading.fits(path, row, chosen.len())?;
        }
        for (place, (at, _)) in chosen.iter().enumerate() {
            let variable = variables[*at];
            if variable.width == 0 {
                gathering.put(place, row, variable.number(case[variable.place], big_endian));
            } else {
                let bytes = variable.text(&case);
                let bytes = until_zero(&bytes);
                let missing = variable.missing_texts.iter().any(|missing| missing == bytes);
                let text = dictionary.encoding.decode(bytes);
                gathering.put(place, row, if missing { Value::Missing } else { Value::Text(text.trim()) });
            }
        }
    }
    if dictionary.cases.is_some_and(|count| row < count) {
        let expected = dictionary.cases.unwrap_or(0);
        let reason = Reason::of("insight-file-cases").with("found", row).with("expected", expected);
        return Err(Error::format(path, reason));
    }
    gathering.told(table)
}

fn double(mut bytes: [u8; 8], big_endian: bool) -> f64 {
    if big_endian {
        bytes.reverse();
    }
    f64::from_le_bytes(bytes)
}

impl Variable {
    /// The bytes of its text, of all segments.
    fn text(&self, case: &[[u8; 8]]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.width);
        let first = (self.place, self.width.min(SEGMENT));
        for (place, width) in std::iter::once(&first).chain(&self.segments) {
            let eights = case.iter().skip(*place).take(width.div_ceil(8));
            bytes.extend(eights.flatten().take(*width));
        }
        bytes.truncate(self.width);
        bytes
    }

    fn number(&self, bytes: [u8; 8], big_endian: bool) -> Value<'static> {
        let number = double(bytes, big_endian);
        let in_range = self.range.is_some_and(|(low, high)| (low..=high).contains(&number));
        if number <= NONE || self.missing.contains(&number) || in_range {
            return Value::Missing;
        }
        Value::Number(number)
    }
}

fn told(variable: &Variable, encoding: Encoding, big_endian: bool) -> Labels {
    let value = |bytes: [u8; 8]| match variable.width {
        0 => (double(bytes, big_endian) + 0.0).to_string(),
        _ => encoding.decode(until_zero(&bytes)).into_owned(),
    };
    let mut missing: Vec<String> = variable.missing.iter().map(|number| (number + 0.0).to_string()).collect();
    missing.extend(variable.missing_texts.iter().map(|text| encoding.decode(text).into_owned()));
    missing.extend(variable.range.map(|(low, high)| format!("{low} to {high}")));
    Labels {
        question: variable.question.as_ref().map(|text| encoding.decode(text).into_owned()),
        values: variable
            .labels
            .iter()
            .map(|(bytes, label)| (value(*bytes), encoding.decode(label).into_owned()))
            .collect(),
        missing,
    }
}

fn dictionary(file: &mut Binary) -> Result<Dictionary, Damage> {
    file.skip(64)?;
    let layout = file.bytes(4)?;
    file.big_endian = match layout.as_slice() {
        [2 | 3, 0, 0, 0] => false,
        [0, 0, 0, 2 | 3] => true,
        _ => return Err(Reason::of("insight-file-header").with("kind", "SPSS")),
    };
    file.skip(4)?;
    let compression = file.i32()?;
    file.skip(4)?;
    let cases = u64::try_from(file.i32()?).ok();
    let bytes = file.eight()?;
    let bias = file.double(bytes);
    file.skip(84)?;
    let mut dictionary = Dictionary { compression, bias, cases, ..Dictionary::default() };
    let (mut long, mut code, mut named) = (BTreeMap::new(), 1252, None);
    let mut very_long: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    loop {
        match file.i32()? {
            2 => variable(file, &mut dictionary)?,
            3 => value_labels(file, &mut dictionary)?,
            6 => {
                let lines = u64::from(file.u32()?);
                file.skip(lines.saturating_mul(80))?;
            }
            7 => {
                let kind = file.i32()?;
                let (size, count) = (u64::from(file.u32()?), u64::from(file.u32()?));
                let length = file.count(count, size)?.saturating_mul(size);
                match kind {
                    3 if length == 32 => {
                        file.skip(28)?;
                        code = file.i32()?;
                    }
                    13 => long = pairs(&file.bytes(length)?),
                    14 => {
                        for (name, width) in pairs(&file.bytes(length)?) {
                            let digits: String = width
                                .iter()
                                .map(|&byte| char::from(byte))
                                .filter(char::is_ascii_digit)
                                .collect();
                            very_long.insert(name, digits.parse().unwrap_or(0));
                        }
                    }
                    20 => named = Some(String::from_utf8_lossy(&file.bytes(length)?).trim().to_uppercase()),
                    _ => file.skip(length)?,
                }
            }
            999 => {
                file.skip(4)?;
                break;
            }
            other => return Err(Reason::of("insight-file-record").with("kind", other)),
        }
    }
    dictionary.encoding = match named.as_deref() {
        Some("UTF-8" | "UTF8" | "US-ASCII" | "ASCII") => Encoding::Utf8,
        Some(name) if name.contains("1252") || name.contains("8859-1") => Encoding::Latin1,
        Some(name) => return Err(Reason::of("insight-file-encoding").with("encoding", name)),
        None if code == 65001 => Encoding::Utf8,
        None => Encoding::Latin1,
    };
    let encoding = dictionary.encoding;
    for variable in &mut dictionary.variables {
        let name = long.get(&variable.short).unwrap_or(&variable.short);
        variable.name = encoding.decode(name).trim().to_owned();
    }
    join_very_long(&mut dictionary.variables, &very_long)?;
    if dictionary.variables.is_empty() {
        return Err(Reason::of("insight-file-no-variables"));
    }
    Ok(dictionary)
}

/// Texts longer than 255 bytes lie in several variables, of which the first has the name: one for every 252 bytes, each filled
/// with 255.
fn join_very_long(variables: &mut [Variable], widths: &BTreeMap<Vec<u8>, usize>) -> Result<(), Damage> {
    for at in 0..variables.len() {
        let Some(&width) = widths.get(&variables[at].short).filter(|width| **width > SEGMENT) else {
            continue;
        };
        let parts = width.div_ceil(252) - 1;
        let mut segments = Vec::new();
        for part in variables.iter_mut().skip(at + 1).take(parts) {
            part.is_continued = true;
            segments.push((part.place, part.width));
        }
        let there = SEGMENT + segments.iter().map(|(_, width)| width).sum::<usize>();
        if segments.len() < parts || there < width {
            return Err(Reason::of("insight-file-width").with("width", width));
        }
        variables[at].segments = segments;
        variables[at].width = width;
    }
    Ok(())
}

/// `A=b` and `C=d`, with tabs between.
fn pairs(bytes: &[u8]) -> BTreeMap<Vec<u8>, Vec<u8>> {
    let parts = bytes.split(|&byte| byte == b'\t');
    parts
        .filter_map(|part| {
            let at = part.iter().position(|&byte| byte == b'=')?;
            Some((part[..at].trim_ascii().to_vec(), until_zero(&part[at + 1..]).to_vec()))
        })
        .collect()
}

fn variable(file: &mut Binary, dictionary: &mut Dictionary) -> Result<(), Damage> {
    let width = file.i32()?;
    let has_question = file.i32()? == 1;
    let gaps = file.i32()?;
    file.skip(8)?;
    let short = until_zero(&file.bytes(8)?).to_vec();
    let mut variable = Variable { place: dictionary.size, short, ..Variable::default() };
    if has_question {
        let length = u64::from(file.u32()?);
        variable.question = Some(until_zero(&file.bytes(length)?).to_vec());
        file.skip((4 - length % 4) % 4)?;
    }
    let mut values = Vec::new();
    for _ in 0..gaps.unsigned_abs().min(3) {
        values.push(file.eight()?);
    }
    dictionary.size += 1;
    let Ok(width) = usize::try_from(width) else {
        // a further part of the text before it
        return Ok(());
    };
    if width > 255 {
        return Err(Reason::of("insight-file-width").with("width", width));
    }
    variable.width = width;
    if width > 0 {
        variable.missing_texts = values.iter().map(|bytes| until_zero(bytes).to_vec()).collect();
    } else {
        let mut numbers: Vec<f64> = values.iter().map(|bytes| file.double(*bytes)).collect();
        if gaps < 0 && numbers.len() >= 2 {
            variable.range = Some((numbers[0], numbers[1]));
            numbers.drain(..2);
        }
        variable.missing = numbers;
    }
    dictionary.variables.push(variable);
    Ok(())
}

fn value_labels(file: &mut Binary, dictionary: &mut Dictionary) -> Result<(), Damage> {
    let count = u64::from(file.u32()?);
    let mut labels = Vec::new();
    for _ in 0..file.count(count, 16)? {
        let value = file.eight()?;
        let length = u64::from(file.u8()?);
        let label = file.bytes(length)?;
        file.skip((8 - (length + 1) % 8) % 8)?;
        labels.push((value, until_zero(&label).to_vec()));
    }
    if file.i32()? != 4 {
        return Err(Reason::of("insight-file-labels-of-none"));
    }
    let count = u64::from(file.u32()?);
    for _ in 0..file.count(count, 4)? {
        let place = file.u32()? as usize;
        if let Some(variable) = dictionary.variables.iter_mut().find(|variable| variable.place + 1 == place) {
            variable.labels.clone_from(&labels);
        }
    }
    Ok(())
}

/// The cases, one by one, however they are packed.
struct Cases {
    from: From,
    packed: bool,
    bias: f64,
    big_endian: bool,
    commands: [u8; 8],
    next_command: usize,
}

enum From {
    File(Binary),
    /// Blocks of a `.zsav` file: where they are, and what was unpacked of the one that is read.
    Blocks {
        file: Binary,
        blocks: std::vec::IntoIter<(u64, u64, u64)>,
        open: Vec<u8>,
        at: usize,
    },
}

impl Cases {
    fn new(mut file: Binary, dictionary: &Dictionary) -> Result<Self, Damage> {
        let big_endian = file.big_endian;
        let from = match dictionary.compression {
            0 | 1 => From::File(file),
            2 => {
                file.skip(8)?;
                let trailer = file.u64()?;
                file.leap(trailer)?;
                file.skip(20)?;
                let count = u64::from(file.u32()?);
                let mut blocks = Vec::new();
                for _ in 0..file.count(count, 24)? {
                    file.skip(8)?;
                    let (at, unpacked, packed) =
                        (file.u64()?, u64::from(file.u32()?), u64::from(file.u32()?));
                    if unpacked > LARGEST_BLOCK {
                        return Err(Reason::of("insight-file-block").with("size", unpacked));
                    }
                    blocks.push((at, unpacked, packed));
                }
                From::Blocks { file, blocks: blocks.into_iter(), open: Vec::new(), at: 0 }
            }
            other => return Err(Reason::of("insight-file-packed").with("kind", other)),
        };
        let packed = dictionary.compression != 0;
        Ok(Self { from, packed, bias: dictionary.bias, big_endian, commands: [0; 8], next_command: 8 })
    }

    /// Eight bytes; none at the end.
    fn eight(&mut self) -> Result<Option<[u8; 8]>, Damage> {
        match &mut self.from {
            From::File(file) if file.left() == 0 => Ok(None),
            From::File(file) => Ok(Some(file.eight()?)),
            From::Blocks { file, blocks, open, at } => {
                let mut bytes = [0; 8];
                let mut have = 0;
                while have < 8 {
                    if *at == open.len() {
                        let Some((place, unpacked, packed)) = blocks.next() else {
                            return if have == 0 {
                                Ok(None)
                            } else {
                                Err(Reason::of("insight-file-block-ends"))
                            };
                        };
                        file.leap(place)?;
                        let packed = file.bytes(packed)?;
                        open.clear();
                        *at = 0;
                        let unpacking = flate2::read::ZlibDecoder::new(packed.as_slice()).take(unpacked);
                        std::io::BufReader::new(unpacking).read_to_end(open).map_err(Reason::text)?;
                        continue;
                    }
                    bytes[have] = open[*at];
                    *at += 1;
                    have += 1;
                }
                Ok(Some(bytes))
            }
        }
    }

    /// The next case; false at the end.
    fn next(&mut self, case: &mut [[u8; 8]]) -> Result<bool, Damage> {
        for (at, to) in case.iter_mut().enumerate() {
            let value = if self.packed { self.unpacked()? } else { self.eight()? };
            match value {
                Some(value) => *to = value,
                None if at == 0 => return Ok(false),
                None => return Err(Reason::of("insight-file-case-ends")),
            }
        }
        Ok(!case.is_empty())
    }

    fn unpacked(&mut self) -> Result<Option<[u8; 8]>, Damage> {
        loop {
            if self.next_command == 8 {
                match self.eight()? {
                    Some(commands) => self.commands = commands,
                    None => return Ok(None),
                }
                self.next_command = 0;
            }
            let command = self.commands[self.next_command];
            self.next_command += 1;
            let number = match command {
                0 => continue,
                252 => return Ok(None),
                253 => {
                    return self
                        .eight()?
                        .map_or_else(|| Err(Reason::of("insight-file-case-ends")), |v| Ok(Some(v)));
                }
                254 => return Ok(Some(*b"        ")),
                255 => NONE,
                code => f64::from(code) - self.bias,
            };
            return Ok(Some(if self.big_endian { number.to_be_bytes() } else { number.to_le_bytes() }));
        }
    }
}
