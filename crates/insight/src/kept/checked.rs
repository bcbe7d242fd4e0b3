//! Looking through a file before it is kept: every variable of every row, against the codebook.

use std::path::Path;

use super::Held;
use crate::analyst::Offered;
use crate::{Codebook, Error, Reading, Reason, Source, WrongRow};

/// How many wrong rows are listed; all are counted.
const LISTED: usize = 1000;

/// A file that was looked through, and can be kept.
#[derive(Debug)]
pub struct Checked {
    /// The file.
    pub held: Held,
    /// What the codebook was called when it came.
    pub codebook_name: String,
    /// The codebook as it came.
    pub codebook: String,
    /// Rows that can be used.
    pub rows: u64,
    /// Rows that are wrong.
    pub wrong_count: u64,
    /// The first of them.
    pub wrong: Vec<WrongRow>,
    /// What can be asked.
    pub offered: Offered,
}

/// Why a file is not taken. Nothing of it is kept then.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Rows that are wrong, and nobody said to leave them out.
    #[error("{count} rows are wrong, and nothing was imported")]
    WrongRows {
        /// How many.
        count: u64,
        /// The first of them.
        rows: Vec<WrongRow>,
    },
    /// The file or the codebook cannot be used; the reason names field and row.
    #[error("{0}")]
    Unusable(Reason),
    /// The same file with the same codebook is there already.
    #[error("the same file and codebook are version {0} already")]
    Same(i64),
    /// A name of a survey that is none, or is taken.
    #[error("{0}")]
    Name(String),
    /// Keeping failed.
    #[error(transparent)]
    Kept(#[from] super::KeptError),
}

impl From<store::DbError> for ImportError {
    fn from(error: store::DbError) -> Self {
        Self::Kept(error.into())
    }
}

/// Looks a file through: every value against the codebook, weights, strata, who was asked. Takes time and memory; no database.
///
/// # Errors
/// A codebook that cannot be read or that names what the file does not have; wrong rows, unless they may be left out; weights
/// that are all zero; a design that does not hold.
pub fn check(
    held: Held,
    codebook_name: &str,
    codebook: &str,
    leave_out_wrong_rows: bool,
) -> Result<Checked, ImportError> {
    let unusable = |error: &Error| ImportError::Unusable(error.reason().map(&|text| held.said(text)));
    let book = Codebook::parse(codebook, Path::new(codebook_name)).map_err(|error| unusable(&error))?;
    let source = Source {
        data: held.path().to_owned(),
        codebook: Some(book.clone()),
        leave_out_wrong_rows,
        memory: crate::free_memory(),
        ..Source::default()
    };
    let design = source.names();
    let reading = Reading {
        numbers: design.weights.iter().chain(&design.population).cloned().collect(),
        weights: design.weights.clone(),
        codebook: Some(&book),
        missing: vec!["NA".to_owned()],
        leave_out_wrong_rows: true,
        memory: source.memory,
        named: LISTED,
        ..Reading::default()
    };
    let names = crate::names(held.path()).map_err(|error| unusable(&error))?;
    lacking(&book, &names).map_err(ImportError::Unusable)?;
    let table = reading.read(held.path()).map_err(|error| unusable(&error))?;
    if table.left_out > 0 && !leave_out_wrong_rows {
        return Err(ImportError::WrongRows { count: table.left_out as u64, rows: table.wrong });
    }
    let mut offered = Offered::of(&table, &book);
    offered.notes = table.notes.iter().map(|note| note.clone().map(&|text| held.said(text))).collect();
    offered.leaves_out_wrong_rows = table.left_out > 0;
    let (rows, wrong_count, wrong) = (table.frame.rows() as u64, table.left_out as u64, table.wrong);
    if rows == 0 {
        return Err(ImportError::Unusable(Reason::of("insight-why-no-usable-row").with("file", held.name())));
    }
    drop(table.frame);
    // the design as a whole: strata, units, populations, and who was asked
    let asked: Vec<&str> = book.variables.values().filter_map(|variable| variable.asked.as_deref()).collect();
    let opened = source.open(&asked, &[]).map_err(|error| unusable(&error))?;
    for condition in asked {
        let read =
            estimates::Expression::read(condition).and_then(|read| read.is_true(opened.survey.frame()));
        read.map_err(|error| {
            let why = crate::reasons::of_estimate(&error);
            ImportError::Unusable(
                Reason::of("insight-why-asked").with("file", codebook_name).since("why", why),
            )
        })?;
    }
    Ok(Checked {
        codebook_name: codebook_name.to_owned(),
        codebook: codebook.to_owned(),
        rows,
        wrong_count,
        wrong,
        offered,
        held,
    })
}

/// What the codebook names and the file does not have.
fn lacking(book: &Codebook, names: &[String]) -> Result<(), Reason> {
    let design = &book.design;
    let parts = design.weights.iter().chain(&design.strata).chain(&design.units).chain(&design.population);
    let named = parts
        .map(|name| ("design", name))
        .chain(book.period.iter().map(|name| ("period", name)))
        .chain(book.areas.region.iter().map(|name| ("areas: region", name)))
        .chain(book.areas.municipality.iter().map(|name| ("areas: municipality", name)))
        .chain(book.variables.keys().map(|name| ("variables", name)))
        .chain(book.multiple.values().flat_map(|set| set.answers.iter().map(|name| ("multiple", name))));
    for (place, name) in named {
        if !names.contains(name) {
            return Err(Reason::of("insight-why-lacking").with("place", place).with("name", name));
        }
    }
    if let Some(replicates) = &book.replicate_weights
        && replicates.names(names.iter().map(String::as_str)).is_empty()
    {
        return Err(Reason::of("insight-why-replicates").with("prefix", &replicates.prefix));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = "
title: { da: Vejle spørger, en: Vejle asks }
design: { weights: weight, strata: [town] }
period: year
variables:
  helped: { question: { da: 'Fik du hjælp?', en: 'Were you helped?' }, values: { 0: { da: Nej, en: 'No' }, 1: { da: Ja, en: 'Yes' } } }
";

    fn checked(text: &[u8], leave_out: bool) -> Result<Checked, ImportError> {
        check(Held::of("vejle.csv", text).unwrap(), "vejle.yaml", BOOK, leave_out)
    }

    #[test]
    fn a_row_that_is_wrong_is_listed_with_its_field_and_stops_the_import() {
        let text = b"weight,town,year,helped\n10,Vejle,2024,1\n,Vejle,2024,0\n-2,Vejle,2024,1\n5,Ribe,2024,7\n5,Ribe,2024\n3,Ribe,2024,0\n4,Ribe,2024,0\n6,Vejle,2024,0\n";
        let Err(ImportError::WrongRows { count, rows }) = checked(text, false) else {
            panic!("wrong rows stop it")
        };
        let listed: Vec<(u64, Option<&str>)> =
            rows.iter().map(|row| (row.row, row.field.as_deref())).collect();
        assert_eq!(count, 4);
        assert_eq!(listed, [(2, Some("weight")), (3, Some("weight")), (4, Some("helped")), (5, None)]);
        assert!(
            rows[1].why.to_string().contains("never negative") && rows[2].why.to_string().contains("7"),
            "{rows:?}"
        );
        let taken = checked(text, true).unwrap();
        assert_eq!((taken.rows, taken.wrong_count, taken.wrong.len()), (4, 4, 4));
        assert!(taken.offered.leaves_out_wrong_rows);
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said_with_the_names_of_file_and_field() {
        let said = |text: &[u8]| checked(text, false).unwrap_err().to_string();
        assert!(said(b"").contains("vejle.csv cannot be read: it is empty"), "{}", said(b""));
        let lacking = said(b"weight,town,helped\n1,Vejle,1\n");
        assert!(lacking.contains("period: year stands in the codebook"), "{lacking}");
        let zero = said(b"weight,town,year,helped\n0,Vejle,2024,1\n0,Vejle,2024,0\n");
        assert!(zero.contains("weights are zero"), "{zero}");
        let book = check(Held::of("a.csv", b"a\n1\n").unwrap(), "a.yaml", "titel: x", false).unwrap_err();
        assert!(book.to_string().contains("a.yaml cannot be read"), "{book}");
    }

    #[test]
    fn labels_in_latin_1_are_read_and_that_is_said() {
        let taken =
            checked(b"weight,town,year,helped\n1,R\xf8nne,2024,1\n2,R\xf8nne,2024,0\n", false).unwrap();
        let town = taken.offered.variable("town").unwrap();
        assert_eq!(town.labels[0].0, "Rønne");
        assert!(
            taken.offered.notes[0].to_string().starts_with("vejle.csv is not UTF-8"),
            "{:?}",
            taken.offered.notes
        );
    }

    #[test]
    fn what_can_be_asked_is_what_has_a_question() {
        let taken = checked(b"weight,town,year,helped\n1,Vejle,2023,1\n2,Vejle,2024,0\n", false).unwrap();
        let asked: Vec<&str> = taken.offered.questions().map(|variable| variable.name.as_str()).collect();
        assert_eq!(asked, ["helped"]);
        assert_eq!(taken.offered.years, ["2023", "2024"]);
    }
}
