//! Two variables crossed: how many people have each pair of labels, and whether one depends on the other.

use estimates::{Association, AssociationTest, Disclosure, Shown};
use serde::Serialize;

use super::Question;
use crate::Error;
use crate::source::{Opened, Source};

/// A cross table to make.
#[derive(Clone, Debug, Default)]
pub struct Crossing {
    /// The variable of the rows.
    pub row: String,
    /// The variable of the columns.
    pub column: String,
    /// About whom, how sure, and how to go about things. What it is of is not used.
    pub question: Question,
    /// How dependence is tested.
    pub test: AssociationTest,
}

/// A cell of a cross table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CrossedCell {
    /// The label of the row.
    pub row: String,
    /// The label of the column.
    pub column: String,
    /// The estimated number of people. None if it is hidden.
    pub count: Option<f64>,
    /// Of the people of the row, the share in this column.
    pub row_share: Option<f64>,
    /// The standard error of that share.
    pub se: Option<f64>,
    /// The interval of that share.
    pub ci: [Option<f64>; 2],
    /// Of the people of the column, the share in this row.
    pub column_share: Option<f64>,
    /// Respondents.
    pub n: Option<usize>,
    /// Why it is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<String>,
}

/// A cross table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crossed {
    /// The variable of the rows.
    pub row: String,
    /// The variable of the columns.
    pub column: String,
    /// About whom.
    pub base: String,
    /// The cells, row by row.
    pub cells: Vec<CrossedCell>,
    /// Respondents who lack either answer.
    pub missing: usize,
    /// The name of the test.
    pub test: String,
    /// Its statistic.
    pub statistic: Option<f64>,
    /// Its degrees of freedom.
    pub df: [Option<f64>; 2],
    /// How probable such a table is if neither depends on the other.
    pub p_value: Option<f64>,
    /// What a reader should know.
    pub notes: Vec<String>,
}

impl Crossing {
    /// Reads what is needed, and makes the table.
    ///
    /// # Errors
    /// As [`Question::ask`]. A test that cannot be made is told in the notes.
    pub fn ask(&self, source: &Source) -> Result<Crossed, Error> {
        let question = self.question();
        let (texts, derived) = question.texts(source);
        self.answer(&source.open(&super::as_strs(&texts), &super::as_strs(&derived))?)
    }

    fn question(&self) -> Question {
        Question { of: vec![self.row.clone(), self.column.clone()], by: Vec::new(), ..self.question.clone() }
    }

    /// Makes the table from what was read.
    ///
    /// # Errors
    /// As [`Crossing::ask`].
    pub fn answer(&self, opened: &Opened) -> Result<Crossed, Error> {
        let (ask, base) = self.question().asked(opened)?;
        let table = ask.cross_table(&self.row, &self.column)?;
        let shares = ask.clone().by(&[&self.row]).shares(&[&self.column])?;
        let shown = match self.question.hide_below {
            Some(least) => Disclosure { least }.protect_table(&table),
            None => vec![Shown::Yes; table.cells.len()],
        };
        let sum = |keep: &dyn Fn(&estimates::CrossTableCell) -> bool| -> f64 {
            table.cells.iter().filter(|cell| keep(cell)).map(|cell| cell.count).sum()
        };
        let mut cells = Vec::new();
        for label in &table.rows {
            for (cell, shown) in table.cells.iter().zip(&shown).filter(|(cell, _)| cell.row == *label) {
                let share = shares
                    .rows
                    .iter()
                    .find(|row| row.domain[0] == cell.row && row.label.as_deref() == Some(&cell.column));
                let hidden = match shown {
                    Shown::Yes => None,
                    Shown::TooFew => Some("too few respondents".to_owned()),
                    Shown::ForOthers => Some("another would follow from it".to_owned()),
                };
                let keep = hidden.is_none();
                let ci = share.and_then(|share| share.interval).filter(|_| keep);
                let of_column = sum(&|other| other.column == cell.column);
                cells.push(CrossedCell {
                    row: cell.row.clone(),
                    column: cell.column.clone(),
                    count: keep.then_some(cell.count),
                    row_share: share.map(|share| share.value).filter(|_| keep),
                    se: share.map(|share| share.se).filter(|_| keep),
                    ci: ci.map_or([None, None], |ci| [Some(ci.low), Some(ci.high)]),
                    column_share: (keep && of_column > 0.0).then(|| cell.count / of_column),
                    n: keep.then_some(cell.n),
                    hidden,
                });
            }
        }
        let mut notes = opened.notes_said();
        let tested = match ask.association(&self.row, &self.column, self.test) {
            Ok(tested) => Some(tested),
            Err(error) => {
                notes.push(format!("dependence was not tested: {error}"));
                None
            }
        };
        let of = |part: fn(&Association) -> Option<f64>| tested.as_ref().and_then(part);
        Ok(Crossed {
            row: self.row.clone(),
            column: self.column.clone(),
            base,
            cells,
            missing: table.missing,
            test: name(self.test).to_owned(),
            statistic: of(|tested| Some(tested.statistic)),
            df: [of(|tested| tested.df), of(|tested| tested.denominator_df)],
            p_value: of(|tested| Some(tested.p_value)),
            notes,
        })
    }
}

fn name(test: AssociationTest) -> &'static str {
    match test {
        AssociationTest::FirstOrder => "Rao-Scott, first order (chi-square)",
        AssociationTest::Saddlepoint => "Pearson by the saddlepoint approximation",
        AssociationTest::Wald => "Wald",
        AssociationTest::AdjustedWald => "Wald, adjusted",
        _ => "Rao-Scott, second order (F)",
    }
}
