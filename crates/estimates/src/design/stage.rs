//! One stage of sampling, as numbers of units and strata a row.

use crate::combined::Combined;
use crate::frame::NONE;
use crate::{Column, Error, Frame};

/// One stage of sampling.
#[derive(Debug)]
pub(crate) struct Stage {
    /// The unit of each row.
    pub(crate) unit: Vec<u32>,
    /// The stratum of each row.
    pub(crate) stratum: Vec<u32>,
    /// The stratum of each unit.
    pub(crate) stratum_of: Vec<u32>,
    /// Strata, in the order in which rows name them.
    pub(crate) strata: Vec<Stratum>,
    /// Whether unit and row are the same.
    pub(crate) rows_are_units: bool,
}

/// A stratum of one stage.
#[derive(Clone, Debug)]
pub(crate) struct Stratum {
    pub(crate) label: String,
    /// Units in the sample.
    pub(crate) sampled: usize,
    /// Units in the population; infinite when they count as drawn with replacement.
    pub(crate) population: f64,
}

impl Stratum {
    /// The part of the population that is not in the sample: the finite population correction.
    pub(crate) fn unsampled(&self) -> f64 {
        if self.population.is_infinite() {
            1.0
        } else {
            (self.population - self.sampled as f64) / self.population
        }
    }

    /// Whether the whole population was taken, so that nothing varies.
    pub(crate) fn is_whole(&self) -> bool {
        self.unsampled() < 1e-7
    }
}

impl Stage {
    pub(crate) fn units(&self) -> usize {
        self.stratum_of.len()
    }

    /// Puts strata and units together; `unit` and `stratum` are codes that need not be dense.
    pub(crate) fn new(unit: Option<Codes>, stratum: Codes) -> Result<Self, Error> {
        let Codes { codes: stratum, labels } = stratum.dense();
        let mut strata: Vec<Stratum> = labels
            .into_iter()
            .map(|label| Stratum { label, sampled: 0, population: f64::INFINITY })
            .collect();
        let (unit, stratum_of, rows_are_units) = match unit {
            None => {
                let rows = u32::try_from(stratum.len()).expect("rows are numbered by u32");
                ((0..rows).collect(), stratum.clone(), true)
            }
            Some(unit) => {
                let Codes { codes, labels } = unit.dense();
                let mut stratum_of = vec![NONE; labels.len()];
                for (&unit, &stratum) in codes.iter().zip(&stratum) {
                    let known = &mut stratum_of[unit as usize];
                    if *known == NONE {
                        *known = stratum;
                    } else if *known != stratum {
                        return Err(Error::NotNested {
                            unit: labels[unit as usize].clone(),
                            first: strata[*known as usize].label.clone(),
                            second: strata[stratum as usize].label.clone(),
                        });
                    }
                }
                let rows_are_units = codes.len() == labels.len();
                (codes, stratum_of, rows_are_units)
            }
        };
        for &stratum in &stratum_of {
            strata[stratum as usize].sampled += 1;
        }
        Ok(Self { unit, stratum, stratum_of, strata, rows_are_units })
    }

    /// Takes up the population sizes, one value a row: sizes, or sampled fractions.
    pub(crate) fn set_populations(&mut self, values: &[f64], fractions: bool) -> Result<(), Error> {
        let mut seen = vec![f64::NAN; self.strata.len()];
        for (row, (&value, &stratum)) in values.iter().zip(&self.stratum).enumerate() {
            let first = &mut seen[stratum as usize];
            if first.is_nan() {
                *first = value;
            } else if (*first - value).abs() > 1e-9 * first.abs() {
                return Err(Error::PopulationVaries {
                    stratum: self.strata[stratum as usize].label.clone(),
                    first: *first,
                    second: value,
                    row: row + 1,
                });
            }
        }
        for (stratum, value) in self.strata.iter_mut().zip(seen) {
            let sampled = stratum.sampled as f64;
            let population = if fractions { sampled / value } else { value };
            if population < sampled * (1.0 - 1e-9) {
                return Err(Error::PopulationTooSmall {
                    stratum: stratum.label.clone(),
                    sampled: stratum.sampled,
                    population,
                });
            }
            stratum.population = population.max(sampled);
        }
        Ok(())
    }
}

/// Codes of rows, with the label of each code.
#[derive(Clone, Debug)]
pub(crate) struct Codes {
    pub(crate) codes: Vec<u32>,
    pub(crate) labels: Vec<String>,
}

impl Codes {
    /// One code for all rows.
    pub(crate) fn same(rows: usize, label: &str) -> Self {
        Self { codes: vec![0; rows], labels: vec![label.to_owned()] }
    }

    /// The categories of a variable of the design, none of them missing.
    pub(crate) fn of(frame: &Frame, name: &str) -> Result<Self, Error> {
        let column = frame.column(name)?.as_categories();
        let Column::Categories { codes, labels } = column.into_owned() else {
            unreachable!("as_categories gives categories")
        };
        let missing = codes.iter().filter(|&&code| code == NONE).count();
        if let Some(row) = codes.iter().position(|&code| code == NONE) {
            return Err(Error::MissingInDesign { variable: name.to_owned(), row: row + 1, count: missing });
        }
        Ok(Self { codes, labels })
    }

    /// Codes for each pair that occurs.
    pub(crate) fn crossed(&self, inner: &Self) -> Self {
        let pairs = [(self.codes.as_slice(), self.labels.len()), (&inner.codes, inner.labels.len())];
        let Combined { of_rows, first } = Combined::of(self.codes.len(), &pairs);
        let label = |row: usize| {
            let (outer, within) = (self.codes[row] as usize, inner.codes[row] as usize);
            format!("{}/{}", self.labels[outer], inner.labels[within])
        };
        Self { codes: of_rows, labels: first.into_iter().map(label).collect() }
    }

    /// Only the codes that occur, numbered in the order in which rows name them.
    fn dense(self) -> Self {
        let mut number = vec![NONE; self.labels.len()];
        let mut labels = Vec::new();
        let codes = self
            .codes
            .iter()
            .map(|&code| {
                let to = &mut number[code as usize];
                if *to == NONE {
                    *to = u32::try_from(labels.len()).expect("fewer labels than rows");
                    labels.push(self.labels[code as usize].clone());
                }
                *to
            })
            .collect();
        Self { codes, labels }
    }
}
