//! Which estimates would tell something about single people.

use super::secondary::{Shown, Sum, protect};
use crate::{CrossTable, Error, Estimate};

/// How few people an estimate may stand for before it is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// An estimate is hidden if fewer rows than this are in it, or in what it leaves over.
    pub least: usize,
}

impl Default for Disclosure {
    /// Fewer than five.
    fn default() -> Self {
        Self { least: 5 }
    }
}

impl Disclosure {
    /// Whether an estimate is hidden for its own sake: too few rows, or, for a share, too few who have it or have it not.
    #[must_use]
    pub fn hides(&self, estimate: &Estimate) -> bool {
        let few = |n: usize| n < self.least;
        few(estimate.n)
            || (estimate.is_share && (few(estimate.nonzero) || few(estimate.n - estimate.nonzero)))
    }

    /// What may be shown of cells with the given numbers of rows, between which the sums are known. Cells are hidden for
    /// their own sake, and then others, the smallest first, until no hidden cell follows from what is shown, and no group
    /// of hidden cells whose sum follows is smaller than a cell may be. Linked tables share cells.
    ///
    /// # Errors
    /// A sum that names a cell that is not there.
    pub fn protect(&self, rows: &[usize], sums: &[Sum]) -> Result<Vec<Shown>, Error> {
        for sum in sums {
            if let Some(&cell) = sum.parts.iter().chain([&sum.total]).find(|&&cell| cell >= rows.len()) {
                return Err(Error::NoSuchEstimate(format!("cell {cell}")));
            }
        }
        Ok(protect(rows, sums, self.least))
    }

    /// What may be shown of a cross table that is published with the sums of its rows and columns: the cells in the order
    /// of [`CrossTable::cells`].
    #[must_use]
    pub fn protect_table(&self, table: &CrossTable) -> Vec<Shown> {
        let (r, c) = (table.rows.len(), table.columns.len());
        let mut rows: Vec<usize> = table.cells.iter().map(|cell| cell.n).collect();
        let mut sums = Vec::new();
        let mut add = |parts: Vec<usize>, rows: &mut Vec<usize>| {
            rows.push(parts.iter().map(|&part| rows[part]).sum());
            sums.push(Sum { total: rows.len() - 1, parts });
            rows.len() - 1
        };
        let of_rows: Vec<usize> =
            (0..r).map(|i| add((0..c).map(|j| j * r + i).collect(), &mut rows)).collect();
        let of_columns: Vec<usize> =
            (0..c).map(|j| add((0..r).map(|i| j * r + i).collect(), &mut rows)).collect();
        let all = add(of_rows, &mut rows);
        sums.push(Sum { total: all, parts: of_columns });
        let mut shown = protect(&rows, &sums, self.least);
        shown.truncate(r * c);
        shown
    }
}
