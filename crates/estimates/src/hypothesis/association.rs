//! Whether two variables of a cross table depend on one another (Rao and Scott 1981, 1984; Thomas and Rao 1987).

use super::f_mixture_above;
use crate::ask::View;
use crate::estimate::table_of::Crossed;
use crate::estimate::{Statistic, Term, linear};
use crate::frame::NONE;
use crate::numeric::distribution::{chi_square_above, f_above};
use crate::numeric::matrix::Cholesky;
use crate::{Ask, Error, Matrix, Missing};

/// How dependence is tested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum AssociationTest {
    /// Pearson's statistic, corrected to F by Rao and Scott's second order. The usual choice.
    #[default]
    RaoScott,
    /// Pearson's statistic over the mean of its design effects, as chi-square.
    FirstOrder,
    /// Pearson's statistic against its mixture of chi-squares, by the saddlepoint approximation.
    Saddlepoint,
    /// Wald's test of the differences from independence.
    Wald,
    /// Wald's test, adjusted for few degrees of freedom.
    AdjustedWald,
}

/// The outcome of a test of dependence.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Association {
    /// The statistic: F, or Pearson's for `FirstOrder` and `Saddlepoint`.
    pub statistic: f64,
    /// Degrees of freedom: of the numerator, or of chi-square. None for the mixture.
    pub df: Option<f64>,
    /// Degrees of freedom of the denominator of F.
    pub denominator_df: Option<f64>,
    /// The probability of a statistic at least as large if there were no dependence.
    pub p_value: f64,
    /// Pearson's statistic as if the weighted shares came from a simple random sample.
    pub pearson: f64,
}

impl Ask<'_> {
    /// Tests whether two variables depend on one another within the domain. Rows that lack either do not count.
    ///
    /// # Errors
    /// Variables with one level only; cells that leave nothing to test; too few degrees of freedom.
    pub fn association(&self, row: &str, column: &str, test: AssociationTest) -> Result<Association, Error> {
        let view = self.whole().view()?;
        let crossed = Crossed::new(&view, &self.survey.frame, row, column)?;
        for (name, levels) in [(row, crossed.rows.len()), (column, crossed.columns.len())] {
            if levels < 2 {
                return Err(Error::Levels { variable: name.to_owned(), levels, needed: "at least 2" });
            }
        }
        let df = view.degrees()[0];
        if df <= 0.0 {
            return Err(Error::NoDegrees {
                what: format!("{row} x {column}"),
                domain: view.names[0].clone(),
                df,
            });
        }
        let table = Table { view: &view, crossed: &crossed, df, name: format!("{row} x {column}") };
        match test {
            AssociationTest::Wald | AssociationTest::AdjustedWald => {
                table.wald(test == AssociationTest::AdjustedWald)
            }
            _ => table.pearson(test),
        }
    }
}

struct Table<'t> {
    view: &'t View<'t>,
    crossed: &'t Crossed,
    df: f64,
    name: String,
}

impl Table<'_> {
    fn sides(&self) -> (usize, usize) {
        (self.crossed.rows.len(), self.crossed.columns.len())
    }

    /// Totals or shares of the cells, in the order of columns of rows.
    fn cells(&self, shares: bool) -> Result<(Vec<f64>, Matrix), Error> {
        let statistics: Vec<Statistic<'_>> = (0..self.crossed.cells())
            .map(|cell| Statistic {
                name: self.name.clone(),
                label: None,
                top: Term::Label(&self.crossed.cell, u32::try_from(cell).expect("few cells")),
                bottom: shares.then_some(Term::One),
                is_share: shares,
            })
            .collect();
        let linear = linear(self.view, &statistics, Missing::PerVariable, true)?;
        Ok((linear.values, linear.covariance.into_matrix()))
    }

    fn margins(&self, cells: &[f64]) -> (Vec<f64>, Vec<f64>, f64) {
        let (r, c) = self.sides();
        let rows = (0..r).map(|i| (0..c).map(|j| cells[j * r + i]).sum()).collect();
        let columns = (0..c).map(|j| (0..r).map(|i| cells[j * r + i]).sum()).collect();
        (rows, columns, cells.iter().sum())
    }

    fn pearson(&self, test: AssociationTest) -> Result<Association, Error> {
        let (r, c) = self.sides();
        let (p, v) = self.cells(true)?;
        // all rows of the domain count in the size of Pearson's statistic, as they do in R
        let n = self.view.domain.iter().filter(|&&domain| domain != NONE).count() as f64;
        let (rows, columns, _) = self.margins(&p);
        let mut pearson = 0.0;
        for j in 0..c {
            for i in 0..r {
                let expected = rows[i] * columns[j];
                if expected > 0.0 {
                    pearson += n * (p[j * r + i] - expected).powi(2) / expected;
                }
            }
        }
        // interactions: columns orthogonal to rows and columns, which sum to zero along either
        let interactions = (r - 1) * (c - 1);
        let contrast =
            |i: usize, level: usize, levels: usize| f64::from(u8::from(i == level + 1)) - 1.0 / levels as f64;
        let design = Matrix::from_fn(r * c, interactions, |cell, k| {
            contrast(cell % r, k % (r - 1), r) * contrast(cell / r, k / (r - 1), c)
        });
        let inverse = |cell: usize| if p[cell] == 0.0 { 0.0 } else { 1.0 / p[cell] };
        let scaled = Matrix::from_fn(r * c, interactions, |cell, k| design[(cell, k)] * inverse(cell));
        let simple = design.transposed().times(&scaled);
        let actual = v.sandwiched(&scaled.transposed());
        let factor = Cholesky::of(&simple).map_err(|_| self.too_thin())?;
        let mut effects = factor.eigenvalues_relative(&actual);
        effects.iter_mut().for_each(|effect| *effect *= n);
        let trace: f64 = effects.iter().sum();
        let squares: f64 = effects.iter().map(|effect| effect * effect).sum();
        if trace.is_nan() || trace <= 0.0 {
            return Err(self.too_thin());
        }
        let numerator = trace * trace / squares;
        let (statistic, df, denominator_df, p_value) = match test {
            AssociationTest::FirstOrder => {
                let k = interactions as f64;
                (pearson, Some(k), None, chi_square_above(pearson / (trace / k), k))
            }
            AssociationTest::Saddlepoint => {
                (pearson, None, None, f_mixture_above(pearson, &effects, numerator * self.df))
            }
            _ => {
                let f = pearson / trace;
                (f, Some(numerator), Some(numerator * self.df), f_above(f, numerator, numerator * self.df))
            }
        };
        Ok(Association { statistic, df, denominator_df, p_value, pearson })
    }

    fn wald(&self, adjusted: bool) -> Result<Association, Error> {
        let (r, c) = self.sides();
        let (n, v) = self.cells(false)?;
        let (rows, columns, total) = self.margins(&n);
        let (mut gradient, mut away) = (Matrix::zero((r - 1) * (c - 1), r * c), Vec::new());
        for j in 1..c {
            for i in 1..r {
                let at = away.len();
                away.push(n[j * r + i] - rows[i] * columns[j] / total);
                for cell in 0..r * c {
                    let (in_row, in_column) = (cell % r == i, cell / r == j);
                    let mut slope = rows[i] * columns[j] / (total * total);
                    if in_row && in_column {
                        slope += 1.0;
                    }
                    if in_row {
                        slope -= columns[j] / total;
                    }
                    if in_column {
                        slope -= rows[i] / total;
                    }
                    gradient[(at, cell)] = slope;
                }
            }
        }
        let spread = v.sandwiched(&gradient);
        let factor = Cholesky::of(&spread).map_err(|_| self.too_thin())?;
        let k = away.len() as f64;
        let wald = crate::numeric::matrix::dot(&away, &factor.solve(&away));
        let mut pearson = 0.0;
        let rows_of_domain = self.view.domain.iter().filter(|&&domain| domain != NONE).count() as f64;
        for j in 0..c {
            for i in 0..r {
                let expected = rows[i] * columns[j] / total;
                if expected > 0.0 {
                    pearson += rows_of_domain / total * (n[j * r + i] - expected).powi(2) / expected;
                }
            }
        }
        let denominator = if adjusted { self.df - k + 1.0 } else { self.df };
        if denominator <= 0.0 {
            let domain = self.view.names[0].clone();
            return Err(Error::NoDegrees { what: self.name.clone(), domain, df: denominator });
        }
        let statistic = if adjusted { wald * denominator / (k * self.df) } else { wald / k };
        Ok(Association {
            statistic,
            df: Some(k),
            denominator_df: Some(denominator),
            p_value: f_above(statistic, k, denominator),
            pearson,
        })
    }

    fn too_thin(&self) -> Error {
        Error::Singular { term: self.name.clone() }
    }
}
