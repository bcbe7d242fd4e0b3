//! One row of the register's file, understood, or refused without repeating a number.

use basics::{Cpr, CprError};
use csv::ByteRecord;
use jiff::civil::Date;
use notices::PostalAddress;

/// The columns of the file, in any order.
pub(super) const COLUMNS: [&str; 8] =
    ["cpr", "name", "resident_since", "resident_until", "street", "extra", "postcode", "town"];

/// As many characters as a name has at most.
const LONGEST_NAME: usize = 200;
/// As many characters as a line of an envelope has.
const LONGEST_LINE: usize = 60;

/// A resident as the file has them.
pub(super) struct Line {
    pub(super) cpr: Cpr,
    pub(super) name: String,
    pub(super) since: Date,
    pub(super) until: Option<Date>,
    pub(super) address: Option<PostalAddress>,
}

/// A row that cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("row {row}, {column}: {why}")]
pub struct WrongRow {
    /// The row as a spreadsheet counts it: the names of the columns are row 1.
    pub row: u64,
    /// The column; `row` where it is about the row as a whole.
    pub column: &'static str,
    /// What is wrong.
    pub why: RowFault,
}

/// What is wrong with a row. It never repeats what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// It has more or fewer values than there are columns.
    #[error("there are {found} values for {expected} columns")]
    Values {
        /// How many columns there are.
        expected: usize,
        /// How many values.
        found: usize,
    },
    /// It is not in UTF-8.
    #[error("the text is not UTF-8")]
    NotUtf8,
    /// There must be something.
    #[error("nothing stands here")]
    Missing,
    /// It is longer than anybody can print.
    #[error("there are more than {most} characters")]
    TooLong {
        /// How many there may be.
        most: usize,
    },
    /// There is something that cannot be printed.
    #[error("there is a character that cannot be printed")]
    Unprintable,
    /// It is no CPR number.
    #[error(transparent)]
    Cpr(#[from] CprError),
    /// The number stands in an earlier row too.
    #[error("the number stands in an earlier row too")]
    Twice,
    /// It is no date.
    #[error("this is no date such as 2026-11-24")]
    Date,
    /// Nobody lives here before they are born.
    #[error("the day is before the day of birth")]
    BeforeBirth,
    /// The last day is before the first.
    #[error("the last day is before the first")]
    UntilBeforeSince,
    /// It is no postcode.
    #[error("a postcode has four digits")]
    Postcode,
}

/// Where each column stands.
pub(super) struct Places([usize; COLUMNS.len()], usize);

impl Places {
    /// By the names of the columns; else those that are missing.
    pub(super) fn of(names: &ByteRecord) -> Result<Self, Vec<&'static str>> {
        let names: Vec<String> = names
            .iter()
            .map(|name| String::from_utf8_lossy(name).trim_matches(['\u{feff}', ' ']).to_lowercase())
            .collect();
        let place = |column: &str| names.iter().position(|name| name == column);
        let missing: Vec<&'static str> =
            COLUMNS.into_iter().filter(|column| place(column).is_none()).collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        Ok(Self(COLUMNS.map(|column| place(column).unwrap_or_default()), names.len()))
    }

    /// The row, or everything that is wrong with it.
    pub(super) fn read(&self, row: u64, record: &ByteRecord) -> Result<Line, Vec<WrongRow>> {
        let mut wrong = Wrong { row, found: Vec::new() };
        if record.len() != self.1 {
            wrong.add("row", RowFault::Values { expected: self.1, found: record.len() });
            return Err(wrong.found);
        }
        let mut values = [""; COLUMNS.len()];
        for ((value, place), column) in values.iter_mut().zip(self.0).zip(COLUMNS) {
            match std::str::from_utf8(&record[place]) {
                Ok(text) => *value = text.trim(),
                Err(_) => wrong.add(column, RowFault::NotUtf8),
            }
        }
        if !wrong.found.is_empty() {
            return Err(wrong.found);
        }
        let [cpr, name, since, until, street, extra, postcode, town] = values;
        let cpr = wrong.take("cpr", cpr.parse::<Cpr>().map_err(RowFault::from));
        let name = wrong.take("name", text(name, LONGEST_NAME).and_then(required));
        let since = wrong.take("resident_since", required(since).and_then(date));
        let until = wrong.take("resident_until", optional(until, date));
        if let (Some(cpr), Some(since)) = (&cpr, since)
            && since < cpr.birth_date()
        {
            wrong.add("resident_since", RowFault::BeforeBirth);
        }
        if let (Some(since), Some(Some(until))) = (since, until)
            && until < since
        {
            wrong.add("resident_until", RowFault::UntilBeforeSince);
        }
        let address = wrong.address(street, extra, postcode, town);
        match (cpr, name, since, until, wrong.found.is_empty()) {
            (Some(cpr), Some(name), Some(since), Some(until), true) => {
                Ok(Line { cpr, name: name.to_owned(), since, until, address })
            }
            _ => Err(wrong.found),
        }
    }
}

/// What is wrong with one row.
struct Wrong {
    row: u64,
    found: Vec<WrongRow>,
}

impl Wrong {
    fn add(&mut self, column: &'static str, why: RowFault) {
        self.found.push(WrongRow { row: self.row, column, why });
    }

    fn take<T>(&mut self, column: &'static str, read: Result<T, RowFault>) -> Option<T> {
        read.map_err(|why| self.add(column, why)).ok()
    }

    /// The address: all of it, or none where the register gives none, as for whoever has it kept secret.
    fn address(&mut self, street: &str, extra: &str, postcode: &str, town: &str) -> Option<PostalAddress> {
        if [street, extra, postcode, town].iter().all(|value| value.is_empty()) {
            return None;
        }
        let line = |value| text(value, LONGEST_LINE);
        let street = self.take("street", line(street).and_then(required))?.to_owned();
        let extra = self.take("extra", line(extra))?.to_owned();
        let is_postcode = postcode.len() == 4 && postcode.bytes().all(|c| c.is_ascii_digit());
        let postcode =
            required(postcode).and_then(|text| is_postcode.then_some(text).ok_or(RowFault::Postcode));
        let postcode = self.take("postcode", postcode)?.to_owned();
        let town = self.take("town", line(town).and_then(required))?.to_owned();
        Some(PostalAddress { street, extra, postcode, town })
    }
}

fn required(value: &str) -> Result<&str, RowFault> {
    if value.is_empty() { Err(RowFault::Missing) } else { Ok(value) }
}

fn text(value: &str, most: usize) -> Result<&str, RowFault> {
    if value.contains(char::is_control) {
        return Err(RowFault::Unprintable);
    }
    if value.chars().count() > most { Err(RowFault::TooLong { most }) } else { Ok(value) }
}

fn date(value: &str) -> Result<Date, RowFault> {
    value.parse().map_err(|_| RowFault::Date)
}

fn optional<T>(value: &str, read: impl Fn(&str) -> Result<T, RowFault>) -> Result<Option<T>, RowFault> {
    if value.is_empty() { Ok(None) } else { read(value).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: [&str; 8]) -> Result<Line, Vec<String>> {
        let places = Places::of(&ByteRecord::from(COLUMNS.to_vec())).unwrap();
        places
            .read(2, &ByteRecord::from(values.to_vec()))
            .map_err(|wrong| wrong.iter().map(WrongRow::to_string).collect())
    }

    #[test]
    fn a_row_is_read_with_and_without_address() {
        let aase =
            read(["0101400002", "Aase Holm ", "1940-01-01", "", "Eksempelgade 1", "", "7100", "Vejle"]);
        let aase = aase.unwrap_or_else(|wrong| panic!("{wrong:?}"));
        assert_eq!((aase.name.as_str(), aase.until), ("Aase Holm", None));
        assert_eq!(aase.address.map(|address| address.masked()).as_deref(), Some("7100 Vejle"));
        let hidden = read(["010140-0002", "Aase Holm", "1940-01-01", "2026-12-31", "", "", "", ""]);
        assert!(hidden.is_ok_and(|aase| aase.address.is_none() && aase.until.is_some()));
    }

    #[test]
    fn everything_wrong_with_a_row_is_said_at_once_without_the_number() {
        let wrong = read(["0101401", "", "24-11-2026", "x", "Gade\u{7} 1", "", "71oo", ""]).err().unwrap();
        assert_eq!(
            wrong,
            [
                "row 2, cpr: a cpr number has ten digits",
                "row 2, name: nothing stands here",
                "row 2, resident_since: this is no date such as 2026-11-24",
                "row 2, resident_until: this is no date such as 2026-11-24",
                "row 2, street: there is a character that cannot be printed",
            ]
        );
        let wrong =
            read(["0101400002", "Aase", "1939-12-31", "1939-12-30", "Gade 1", "", "71oo", ""]).err().unwrap();
        assert_eq!(
            wrong,
            [
                "row 2, resident_since: the day is before the day of birth",
                "row 2, resident_until: the last day is before the first",
                "row 2, postcode: a postcode has four digits",
            ]
        );
    }

    #[test]
    fn columns_may_stand_in_any_order_and_all_must_be_there() {
        let names = ByteRecord::from(vec!["\u{feff}Town", "cpr", "note", "name"]);
        let missing = Places::of(&names).err().unwrap();
        assert_eq!(missing, ["resident_since", "resident_until", "street", "extra", "postcode"]);
    }
}
