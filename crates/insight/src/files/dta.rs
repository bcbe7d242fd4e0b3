//! Stata: `.dta` of versions 113 to 115 and 117 to 119, after the description of the format that Stata publishes.
//!
//! Missing values, also the named ones (`.a` to `.z`), are no values. Value labels, questions and texts of any length are kept.

use std::collections::BTreeMap;
use std::path::Path;

use super::binary::{Binary, Damage, until_zero};
use super::gather::{Gathering, Value};
use super::long_texts::LongTexts;
use super::text::Encoding;
use super::{Labels, Reading, Table};
use crate::{Error, Reason};

/// The type of a variable.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Text(usize),
    Byte,
    Int,
    Long,
    Float,
    Double,
    /// Text of any length, kept elsewhere.
    LongText,
}

impl Kind {
    fn size(self) -> usize {
        match self {
            Self::Text(size) => size,
            Self::Byte => 1,
            Self::Int => 2,
            Self::Long | Self::Float => 4,
            Self::Double | Self::LongText => 8,
        }
    }
}

#[derive(Debug)]
struct Head {
    kinds: Vec<Kind>,
    names: Vec<String>,
    questions: Vec<String>,
    label_names: Vec<String>,
    labels: BTreeMap<String, Vec<(String, String)>>,
    rows: u64,
    /// Where the rows begin.
    data: u64,
    /// Where texts of any length begin, and in which version.
    long: Option<(u64, u16)>,
    encoding: Encoding,
}

pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    let mut file = Binary::open(path)?;
    Ok(head(&mut file).map_err(|why| Error::format(path, why))?.names)
}

pub(super) fn read(reading: &Reading<'_>, path: &Path) -> Result<Table, Error> {
    let damaged = |why: Damage| Error::format(path, why);
    let mut file = Binary::open(path)?;
    let head = head(&mut file).map_err(damaged)?;
    let chosen = reading.chosen(path, &head.names)?;
    reading.fits(path, head.rows, chosen.len())?;
    let mut table = Table::default();
    for (at, name) in &chosen {
        let question = Some(&head.questions[*at]).filter(|text| !text.is_empty()).cloned();
        let values = head.labels.get(&head.label_names[*at]).cloned().unwrap_or_default();
        if question.is_some() || !values.is_empty() {
            table.labels.insert(name.clone(), Labels { question, values, missing: Vec::new() });
        }
    }
    let mut offsets = Vec::new();
    let mut width = 0;
    for kind in &head.kinds {
        offsets.push(width);
        width += kind.size();
    }
    let has_long = chosen.iter().any(|(at, _)| head.kinds[*at] == Kind::LongText);
    let long = match head.long.filter(|_| has_long) {
        Some((at, version)) => LongTexts::read(&mut file, at, version).map_err(damaged)?,
        None => LongTexts::default(),
    };
    file.leap(head.data).map_err(damaged)?;
    file.count(head.rows, width.max(1) as u64).map_err(damaged)?;
    let mut gathering = Gathering::new(reading, path, &chosen);
    let mut bytes = vec![0; width];
    for row in 1..=head.rows {
        file.fill(&mut bytes).map_err(damaged)?;
        for (place, (at, _)) in chosen.iter().enumerate() {
            let own = &bytes[offsets[*at]..offsets[*at] + head.kinds[*at].size()];
            let text = match head.kinds[*at] {
                Kind::Text(_) => own,
                Kind::LongText => long.text(own).map_err(damaged)?,
                kind => {
                    gathering.put(place, row, number(kind, own, file.big_endian));
                    continue;
                }
            };
            let text = head.encoding.decode(until_zero(text));
            gathering.put(place, row, Value::Text(text.trim()));
        }
    }
    gathering.told(table)
}

/// A number, unless it is one of those that mean that there is none: the largest of each type.
fn number(kind: Kind, bytes: &[u8], big_endian: bool) -> Value<'static> {
    let mut eight = [0; 8];
    let size = kind.size();
    eight[..size].copy_from_slice(bytes);
    if big_endian {
        eight[..size].reverse();
    }
    let [a, b, c, d, ..] = eight;
    let (value, largest) = match kind {
        Kind::Byte => (f64::from(a.cast_signed()), 100.0),
        Kind::Int => (f64::from(i16::from_le_bytes([a, b])), 32_740.0),
        Kind::Long => (f64::from(i32::from_le_bytes([a, b, c, d])), 2_147_483_620.0),
        Kind::Float => (f64::from(f32::from_le_bytes([a, b, c, d])), f64::from(f32::from_bits(0x7eff_ffff))),
        _ => (f64::from_le_bytes(eight), f64::from_bits(0x7fdf_ffff_ffff_ffff)),
    };
    if value <= largest { Value::Number(value) } else { Value::Missing }
}

fn head(file: &mut Binary) -> Result<Head, Damage> {
    let first = file.u8()?;
    file.leap(0)?;
    if first == b'<' { tagged(file) } else { old(file) }
}

/// Sizes of the parts of a version.
struct Sizes {
    name: u64,
    format: u64,
    question: u64,
}

/// Versions 117 to 119.
fn tagged(file: &mut Binary) -> Result<Head, Damage> {
    expect(file, "<stata_dta><header><release>")?;
    let version = file.bytes(3)?;
    let version = match version.as_slice() {
        b"117" => 117,
        b"118" => 118,
        b"119" => 119,
        other => {
            return Err(Reason::of("insight-file-version").with("version", String::from_utf8_lossy(other)));
        }
    };
    expect(file, "</release><byteorder>")?;
    file.big_endian = match file.bytes(3)?.as_slice() {
        b"LSF" => false,
        b"MSF" => true,
        _ => return Err(Reason::of("insight-file-byte-order")),
    };
    expect(file, "</byteorder><K>")?;
    let variables = if version == 119 { u64::from(file.u32()?) } else { u64::from(file.u16()?) };
    expect(file, "</K><N>")?;
    let rows = if version == 117 { u64::from(file.u32()?) } else { file.u64()? };
    expect(file, "</N><label>")?;
    let length = if version == 117 { u64::from(file.u8()?) } else { u64::from(file.u16()?) };
    file.skip(length)?;
    expect(file, "</label><timestamp>")?;
    let length = u64::from(file.u8()?);
    file.skip(length)?;
    expect(file, "</timestamp></header><map>")?;
    let mut map = [0; 14];
    for place in &mut map {
        *place = file.u64()?;
    }
    let encoding = if version == 117 { Encoding::Either } else { Encoding::Utf8 };
    let sizes = if version == 117 {
        Sizes { name: 33, format: 49, question: 81 }
    } else {
        Sizes { name: 129, format: 57, question: 321 }
    };
    file.count(variables, sizes.name + sizes.format + sizes.question)?;
    file.leap(map[2])?;
    expect(file, "<variable_types>")?;
    let mut kinds = Vec::new();
    for _ in 0..variables {
        kinds.push(match file.u16()? {
            size @ 1..=2045 => Kind::Text(size.into()),
            32_768 => Kind::LongText,
            65_526 => Kind::Double,
            65_527 => Kind::Float,
            65_528 => Kind::Long,
            65_529 => Kind::Int,
            65_530 => Kind::Byte,
            other => return Err(Reason::of("insight-file-type").with("type", other)),
        });
    }
    let mut part = |at: u64, tag: &str, size: u64| -> Result<Vec<String>, Damage> {
        file.leap(at)?;
        expect(file, tag)?;
        texts(file, variables, size, encoding)
    };
    let names = part(map[3], "<varnames>", sizes.name)?;
    let label_names = part(map[6], "<value_label_names>", sizes.name)?;
    let questions = part(map[7], "<variable_labels>", sizes.question)?;
    let mut labels = BTreeMap::new();
    file.leap(map[11])?;
    expect(file, "<value_labels>")?;
    while file.bytes(5)? == b"<lbl>" {
        value_labels(file, sizes.name, encoding, &mut labels)?;
        expect(file, "</lbl>")?;
    }
    file.leap(map[9])?;
    expect(file, "<data>")?;
    let (data, long) = (map[9] + 6, Some((map[10], version)));
    Ok(Head { kinds, names, questions, label_names, labels, rows, data, long, encoding })
}

pub(super) fn expect(file: &mut Binary, tag: &str) -> Result<(), Damage> {
    let found = file.bytes(tag.len() as u64)?;
    if found == tag.as_bytes() { Ok(()) } else { Err(Reason::of("insight-file-tag").with("tag", tag)) }
}

fn texts(file: &mut Binary, count: u64, size: u64, encoding: Encoding) -> Result<Vec<String>, Damage> {
    let mut texts = Vec::new();
    for _ in 0..file.count(count, size)? {
        texts.push(encoding.decode(until_zero(&file.bytes(size)?)).into_owned());
    }
    Ok(texts)
}

fn value_labels(
    file: &mut Binary,
    name_size: u64,
    encoding: Encoding,
    labels: &mut BTreeMap<String, Vec<(String, String)>>,
) -> Result<(), Damage> {
    file.skip(4)?;
    let name = encoding.decode(until_zero(&file.bytes(name_size)?)).into_owned();
    file.skip(3)?;
    let (count, length) = (u64::from(file.u32()?), u64::from(file.u32()?));
    file.count(count, 8)?;
    let mut offsets = Vec::new();
    for _ in 0..count {
        offsets.push(file.u32()? as usize);
    }
    let mut values = Vec::new();
    for _ in 0..count {
        values.push(file.i32()?);
    }
    let text = file.bytes(length)?;
    let mut found = Vec::new();
    for (offset, value) in offsets.into_iter().zip(values) {
        let label = text.get(offset..).ok_or_else(|| Reason::of("insight-file-label-outside"))?;
        found.push((value.to_string(), encoding.decode(until_zero(label)).into_owned()));
    }
    labels.insert(name, found);
    Ok(())
}

/// Versions 113 to 115.
fn old(file: &mut Binary) -> Result<Head, Damage> {
    let version = file.u8()?;
    if !(113..=115).contains(&version) {
        return Err(Reason::of("insight-file-old-version").with("version", version));
    }
    file.big_endian = file.u8()? == 1;
    file.skip(2)?;
    let variables = u64::from(file.u16()?);
    let rows = u64::from(file.u32()?);
    file.skip(99)?;
    file.count(variables, 33)?;
    let mut kinds = Vec::new();
    for _ in 0..variables {
        kinds.push(match file.u8()? {
            size @ 1..=244 => Kind::Text(size.into()),
            251 => Kind::Byte,
            252 => Kind::Int,
            253 => Kind::Long,
            254 => Kind::Float,
            255 => Kind::Double,
            other => return Err(Reason::of("insight-file-type").with("type", other)),
        });
    }
    let encoding = Encoding::Either;
    let names = texts(file, variables, 33, encoding)?;
    file.skip(2 * (variables + 1))?;
    file.skip(variables * if version == 113 { 12 } else { 49 })?;
    let label_names = texts(file, variables, 33, encoding)?;
    let questions = texts(file, variables, 81, encoding)?;
    loop {
        let (kind, length) = (file.u8()?, u64::from(file.u32()?));
        if kind == 0 && length == 0 {
            break;
        }
        file.skip(length)?;
    }
    let data = file.at();
    let width: u64 = kinds.iter().map(|kind| kind.size() as u64).sum();
    file.skip(rows.saturating_mul(width))?;
    let mut labels = BTreeMap::new();
    while file.left() > 0 {
        value_labels(file, 33, encoding, &mut labels)?;
    }
    Ok(Head { kinds, names, questions, label_names, labels, rows, data, long: None, encoding })
}
