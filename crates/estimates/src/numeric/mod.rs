//! The numbers beneath: special functions, distributions, small matrices, and sums that come out the same every time.
//!
//! Written out here rather than taken from a library, because the same input has to give the same bits on every machine
//! and with every number of threads.

pub(crate) mod chance;
pub(crate) mod distribution;
pub(crate) mod eigen;
pub(crate) mod matrix;
pub(crate) mod parallel;
pub(crate) mod quantile;
pub(crate) mod special;

pub use matrix::Matrix;

/// Rows in a block of a blocked sum. Blocks are added in their order, so that dividing them between threads changes nothing.
pub(crate) const BLOCK: usize = 1 << 16;

/// The sum in the order given, with Neumaier's correction of what rounding loses.
pub(crate) fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for value in values {
        let next = total + value;
        lost += if total.abs() >= value.abs() { (total - next) + value } else { (value - next) + total };
        total = next;
    }
    total + lost
}
