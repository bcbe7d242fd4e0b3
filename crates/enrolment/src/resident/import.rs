//! Taking over the register of residents: first everything is checked, then it is written some hundred rows at a time.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read, Seek};

use basics::Id;
use csv::{ByteRecord, ReaderBuilder};
use mailbox::terms::{PostTerms, post_terms};
use notices::{ContactError, PostalAddress};
use people::cpr;
use realm::{Actor, Change, PersonTag, Realm, Work};
use store::DbError;

use super::line::{Line, Places};
use super::{Resident, RowFault, WrongRow, sql};
use crate::{Residency, opens_on};

/// How many residents are written in one transaction.
const PORTION: usize = 500;

/// What becomes of a file with wrong rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// Nothing of it is taken.
    WholeFile,
    /// The wrong rows are left out.
    WithoutWrongRows,
}

/// What was done.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Imported {
    /// How many residents are new.
    pub new: usize,
    /// Of how many something has changed.
    pub changed: usize,
    /// How many were here and are the same.
    pub same: usize,
    /// The rows that were left out.
    pub wrong: Vec<WrongRow>,
}

/// Residents cannot be taken over.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Columns are missing; nothing was taken.
    #[error("there is no column {}", .0.join(", "))]
    Columns(Vec<&'static str>),
    /// Rows are wrong; nothing was taken.
    #[error("{} rows are wrong, and nothing was taken", .0.len())]
    Wrong(Vec<WrongRow>),
    /// The file has changed between checking and writing. What stands before the row was taken; taking the file again is
    /// safe.
    #[error("row {0} has changed while the file was read")]
    Changed(u64),
    /// The file cannot be read.
    #[error("reading the file of residents")]
    Io(#[from] io::Error),
    /// The database does not answer. What was written stays; taking the file again is safe.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Takes over residents from a CSV file with the columns `cpr`, `name`, `resident_since`, `resident_until`, `street`, `extra`,
/// `postcode` and `town`. People are found by their numbers, or made. `progress` hears how many rows are done.
///
/// Taking the same file again changes nothing. The name of somebody who is known stays, and so does an address that they
/// have corrected, until the register has another one.
///
/// The file is read twice, and the numbers of all rows lie in memory meanwhile: about 16 bytes for each.
///
/// # Errors
/// When columns are missing, or rows are wrong and are not to be left out: then nothing was taken.
pub async fn import_residents(
    realm: &Realm,
    actor: Actor,
    mut file: impl Read + Seek,
    strictness: Strictness,
    mut progress: impl FnMut(usize),
) -> Result<Imported, ImportError> {
    let wrong = check(&mut file)?;
    if !wrong.is_empty() && strictness == Strictness::WholeFile {
        return Err(ImportError::Wrong(wrong));
    }
    let left_out: HashSet<u64> = wrong.iter().map(|wrong| wrong.row).collect();
    let mut imported = Imported { wrong, ..Imported::default() };
    let mut done = left_out.len();
    file.rewind()?;
    let mut rows = Rows::open(&mut file)?;
    loop {
        let mut portion = Vec::with_capacity(PORTION);
        while portion.len() < PORTION
            && let Some((row, line)) = rows.next()?
        {
            match line {
                _ if left_out.contains(&row) => {}
                Ok(line) => portion.push(line),
                Err(_) => return Err(ImportError::Changed(row)),
            }
        }
        if portion.is_empty() {
            return Ok(imported);
        }
        done += portion.len();
        write(realm, actor.clone(), portion, &mut imported).await?;
        progress(done);
    }
}

/// Everything that is wrong with the file.
fn check(file: &mut impl Read) -> Result<Vec<WrongRow>, ImportError> {
    let mut rows = Rows::open(file)?;
    let mut wrong = Vec::new();
    let mut numbers = HashSet::new();
    while let Some((row, line)) = rows.next()? {
        match line {
            // Ten digits are less than eleven thousand million.
            Ok(line) if !numbers.insert(line.cpr.expose().parse::<u64>().unwrap_or_default()) => {
                wrong.push(WrongRow { row, column: "cpr", why: RowFault::Twice });
            }
            Ok(_) => {}
            Err(faults) => wrong.extend(faults),
        }
    }
    Ok(wrong)
}

/// A row, or everything that is wrong with it.
type Understood = Result<Line, Vec<WrongRow>>;

/// The rows of the file, one at a time.
struct Rows<'f, R> {
    reader: csv::Reader<&'f mut R>,
    places: Places,
    record: ByteRecord,
    row: u64,
}

impl<'f, R: Read> Rows<'f, R> {
    fn open(file: &'f mut R) -> Result<Self, ImportError> {
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(file);
        let places = Places::of(reader.byte_headers().map_err(unread)?).map_err(ImportError::Columns)?;
        Ok(Self { reader, places, record: ByteRecord::new(), row: 1 })
    }

    fn next(&mut self) -> Result<Option<(u64, Understood)>, ImportError> {
        if !self.reader.read_byte_record(&mut self.record).map_err(unread)? {
            return Ok(None);
        }
        self.row += 1;
        Ok(Some((self.row, self.places.read(self.row, &self.record))))
    }
}

/// Rows of bytes are read whatever stands in them: what fails is the file.
fn unread(error: csv::Error) -> ImportError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        _ => io::Error::from(io::ErrorKind::InvalidData).into(),
    }
}

async fn write(
    realm: &Realm,
    actor: Actor,
    lines: Vec<Line>,
    imported: &mut Imported,
) -> Result<(), ImportError> {
    let mut work = realm.work(actor).await?;
    let terms = post_terms(work.today());
    let people = people_of(&mut work, &lines).await?;
    let mut known = HashMap::new();
    for resident in sql::lock_some(work.tx(), &people).await? {
        known.insert(resident.person, resident);
    }
    let mut residents: Vec<(Line, Resident)> =
        lines.into_iter().zip(people).map(|(line, person)| resident(line, person, &terms)).collect();
    // Whoever keeps several people from other writers does so in the order of their ids.
    residents.sort_by_key(|(_, resident)| resident.person);
    let mut new = Vec::new();
    for (line, mut resident) in residents {
        let before = known.remove(&resident.person);
        resident.is_opened = before.as_ref().is_some_and(|before| before.is_opened);
        let said_before = before.as_ref().and_then(|before| before.address_hash.clone());
        if said_before != resident.address_hash {
            follow(&mut work, resident.person, said_before, line.address).await?;
        }
        match before {
            None => new.push(resident),
            Some(before) if before == resident => imported.same += 1,
            Some(before) => {
                sql::update(work.tx(), &resident, work.now()).await?;
                let change = Change::new("resident.change", "resident", &resident.person);
                work.record(change.concerns(resident.person).before(&before).after(&resident));
                imported.changed += 1;
            }
        }
    }
    if !new.is_empty() {
        sql::insert_all(work.tx(), &new, work.now()).await?;
        work.record(Change::new("resident.enter", "register", &"residents").after(&new.len()));
    }
    imported.new += new.len();
    Ok(work.commit().await?)
}

/// The people of the rows, made where nobody is known by the number.
async fn people_of(work: &mut Work<'_>, lines: &[Line]) -> Result<Vec<Id<PersonTag>>, DbError> {
    let numbers: Vec<_> = lines.iter().map(|line| &line.cpr).collect();
    let found = cpr::find_all(work.tx(), &work.realm.vault, &numbers).await?;
    let unknown: Vec<_> = lines
        .iter()
        .zip(&found)
        .filter(|(_, found)| found.is_none())
        .map(|(line, _)| (line.name.clone(), line.cpr.clone()))
        .collect();
    if unknown.is_empty() {
        return Ok(found.into_iter().flatten().collect());
    }
    let mut made = cpr::admit_all(work, &unknown).await?.into_iter();
    Ok(found.into_iter().filter_map(|found| found.or_else(|| made.next())).collect())
}

fn resident(line: Line, person: Id<PersonTag>, terms: &PostTerms) -> (Line, Resident) {
    let residency = Residency { birth_date: line.cpr.birth_date(), since: line.since, until: line.until };
    let resident = Resident {
        person,
        birth_date: residency.birth_date,
        resident_since: line.since,
        resident_until: line.until,
        opens_on: opens_on(&residency, terms),
        is_opened: false,
        address_hash: line.address.as_ref().map(hash),
    };
    (line, resident)
}

/// Follows the register where it has another address than last time. Where it has none any more, one that the person gave
/// themself stays.
async fn follow(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    said_before: Option<String>,
    address: Option<PostalAddress>,
) -> Result<(), DbError> {
    if address.is_none() {
        let contact = notices::contact(work.tx(), person).await?;
        let in_use = contact.and_then(|contact| contact.address).map(|address| hash(&address));
        if in_use != said_before {
            return Ok(());
        }
    }
    match notices::set_address(work, person, address).await {
        Ok(()) => Ok(()),
        Err(ContactError::Db(error)) => Err(error),
        Err(ContactError::NoPerson(_)) => Err(DbError::Other("a resident is no person".to_owned())),
    }
}

fn hash(address: &PostalAddress) -> String {
    let PostalAddress { street, extra, postcode, town } = address;
    blake3::hash(format!("{street}\n{extra}\n{postcode}\n{town}").as_bytes()).to_hex().to_string()
}
