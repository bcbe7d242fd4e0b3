//! Small dense matrices: sums of products, Cholesky, solving.

/// A small dense matrix of numbers, kept row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// A matrix of zeros.
    #[must_use]
    pub fn zero(rows: usize, columns: usize) -> Self {
        Self { rows, columns, values: vec![0.0; rows * columns] }
    }

    /// A matrix all of whose rows are the same.
    pub(crate) fn repeated(rows: usize, row: &[f64]) -> Self {
        Self { rows, columns: row.len(), values: row.repeat(rows) }
    }

    /// A matrix whose value in each place is given by its row and column.
    pub fn from_fn(rows: usize, columns: usize, mut value: impl FnMut(usize, usize) -> f64) -> Self {
        let mut values = Vec::with_capacity(rows * columns);
        for row in 0..rows {
            for column in 0..columns {
                values.push(value(row, column));
            }
        }
        Self { rows, columns, values }
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns it has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// One row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.columns..(row + 1) * self.columns]
    }

    pub(crate) fn row_mut(&mut self, row: usize) -> &mut [f64] {
        &mut self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// The values on the diagonal.
    #[must_use]
    pub fn diagonal(&self) -> Vec<f64> {
        (0..self.rows.min(self.columns)).map(|i| self[(i, i)]).collect()
    }

    pub(crate) fn transposed(&self) -> Self {
        Self::from_fn(self.columns, self.rows, |i, j| self[(j, i)])
    }

    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut product = Self::zero(self.rows, other.columns);
        for i in 0..self.rows {
            for (k, &a) in self.row(i).iter().enumerate() {
                if a != 0.0 {
                    for (to, &b) in product.row_mut(i).iter_mut().zip(other.row(k)) {
                        *to += a * b;
                    }
                }
            }
        }
        product
    }

    pub(crate) fn times_vector(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.rows).map(|i| dot(self.row(i), vector)).collect()
    }

    /// `left' M right`.
    pub(crate) fn form(&self, left: &[f64], right: &[f64]) -> f64 {
        dot(left, &self.times_vector(right))
    }

    /// `by M by'`: the covariance of linear combinations, one a row of `by`.
    pub(crate) fn sandwiched(&self, by: &Self) -> Self {
        let mut product = by.times(self).times(&by.transposed());
        product.mirror();
        product
    }

    /// Rows and columns of the given numbers only.
    pub(crate) fn part(&self, which: &[usize]) -> Self {
        Self::from_fn(which.len(), which.len(), |i, j| self[(which[i], which[j])])
    }

    pub(crate) fn add_scaled(&mut self, other: &Self, scale: f64) {
        for (to, from) in self.values.iter_mut().zip(&other.values) {
            *to += scale * from;
        }
    }

    /// Copies what is above the diagonal to below it.
    pub(crate) fn mirror(&mut self) {
        for i in 0..self.rows {
            for j in 0..i {
                self[(i, j)] = self[(j, i)];
            }
        }
    }

    /// The inverse of a symmetric positive definite matrix, or the number of the first row that the ones before it explain.
    pub(crate) fn inverse(&self) -> Result<Self, usize> {
        let factor = Cholesky::of(self)?;
        let mut inverse = Self::zero(self.rows, self.rows);
        for column in 0..self.rows {
            let mut unit = vec![0.0; self.rows];
            unit[column] = 1.0;
            for (row, value) in factor.solve(&unit).into_iter().enumerate() {
                inverse[(row, column)] = value;
            }
        }
        inverse.mirror();
        Ok(inverse)
    }
}

impl std::ops::Index<(usize, usize)> for Matrix {
    type Output = f64;

    fn index(&self, (row, column): (usize, usize)) -> &f64 {
        &self.values[row * self.columns + column]
    }
}

impl std::ops::IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (row, column): (usize, usize)) -> &mut f64 {
        &mut self.values[row * self.columns + column]
    }
}

pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// The factor L of a symmetric positive definite matrix `L L'`, whose rows and columns were first brought to one size.
pub(crate) struct Cholesky {
    factor: Matrix,
    scale: Vec<f64>,
}

impl Cholesky {
    /// A row counts as explained by the ones before it when less than this part of its size is its own.
    const SINGULAR: f64 = 1e-11;

    /// # Errors
    /// The number of the first row that the ones before it explain.
    pub(crate) fn of(matrix: &Matrix) -> Result<Self, usize> {
        let n = matrix.rows();
        let scale: Vec<f64> =
            matrix.diagonal().iter().map(|&d| if d > 0.0 { 1.0 / d.sqrt() } else { 0.0 }).collect();
        let mut factor = Matrix::zero(n, n);
        for i in 0..n {
            for j in 0..=i {
                let scaled = matrix[(i, j)] * scale[i] * scale[j];
                let rest = scaled - dot(&factor.row(i)[..j], &factor.row(j)[..j]);
                if i == j {
                    if rest.is_nan() || rest <= Self::SINGULAR {
                        return Err(i);
                    }
                    factor[(i, i)] = rest.sqrt();
                } else {
                    factor[(i, j)] = rest / factor[(j, j)];
                }
            }
        }
        Ok(Self { factor, scale })
    }

    pub(crate) fn solve(&self, right: &[f64]) -> Vec<f64> {
        let n = self.scale.len();
        let mut x: Vec<f64> = right.iter().zip(&self.scale).map(|(r, s)| r * s).collect();
        for i in 0..n {
            let known = dot(&self.factor.row(i)[..i], &x[..i]);
            x[i] = (x[i] - known) / self.factor[(i, i)];
        }
        for i in (0..n).rev() {
            let mut known = 0.0;
            for (k, value) in x.iter().enumerate().skip(i + 1) {
                known += self.factor[(k, i)] * value;
            }
            x[i] = (x[i] - known) / self.factor[(i, i)];
        }
        for (value, s) in x.iter_mut().zip(&self.scale) {
            *value *= s;
        }
        x
    }

    /// The eigenvalues of the inverse of this matrix times the symmetric matrix `other`, largest first.
    pub(crate) fn eigenvalues_relative(&self, other: &Matrix) -> Vec<f64> {
        let n = self.scale.len();
        let half = |matrix: &Matrix| {
            let mut out = Matrix::zero(n, n);
            for column in 0..n {
                for row in 0..n {
                    let known: f64 = (0..row).map(|k| self.factor[(row, k)] * out[(k, column)]).sum();
                    out[(row, column)] = (matrix[(row, column)] - known) / self.factor[(row, row)];
                }
            }
            out
        };
        let scaled = Matrix::from_fn(n, n, |i, j| other[(i, j)] * self.scale[i] * self.scale[j]);
        let mut whitened = half(&half(&scaled).transposed());
        for i in 0..n {
            for j in 0..i {
                let mean = f64::midpoint(whitened[(i, j)], whitened[(j, i)]);
                whitened[(i, j)] = mean;
                whitened[(j, i)] = mean;
            }
        }
        super::eigen::symmetric(&whitened).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inverse_times_its_matrix_is_one() {
        let matrix = Matrix::from_fn(3, 3, |i, j| if i == j { 4.0 + i as f64 * 1e6 } else { 1.0 });
        let product = matrix.times(&matrix.inverse().unwrap());
        for i in 0..3 {
            for j in 0..3 {
                let expected = if i == j { 1.0 } else { 0.0 };
                assert!((product[(i, j)] - expected).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_repeated_row_is_named() {
        let matrix = Matrix::from_fn(3, 3, |i, j| if i.min(1) == j.min(1) { 2.0 } else { 1.0 });
        assert_eq!(matrix.inverse().unwrap_err(), 2);
    }
}
