//! Work on blocks of rows, by as many threads as there are processors. Blocks are the same whatever the number of threads,
//! and what comes of them is put together in their order, so that the bits are the same too.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::BLOCK;

/// What comes of each block of rows, in the order of the blocks. `cost` is how many numbers a block keeps: where that is
/// much, all rows are one block.
pub(crate) fn blocks<T: Send>(rows: usize, cost: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    blocks_with(threads, rows, cost, work)
}

fn blocks_with<T: Send>(
    threads: usize,
    rows: usize,
    cost: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let size = if cost > BLOCK { rows.max(1) } else { BLOCK };
    let count = rows.div_ceil(size);
    let block = |number: usize| number * size..((number + 1) * size).min(rows);
    if count <= 1 || threads <= 1 {
        return (0..count).map(|number| work(block(number))).collect();
    }
    let next = AtomicUsize::new(0);
    let mut done: Vec<(usize, T)> = std::thread::scope(|scope| {
        let one = || {
            let mut own = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return own;
                }
                own.push((number, work(block(number))));
            }
        };
        let others: Vec<_> = (1..threads.min(count)).map(|_| scope.spawn(one)).collect();
        let mut all = one();
        for other in others {
            match other.join() {
                Ok(own) => all.extend(own),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Adds each list to the first, number by number.
pub(crate) fn add(to: &mut [f64], from: &[f64]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_threads_changes_no_bit() {
        let rows = 5 * BLOCK + 17;
        let value = |row: usize| ((row as f64) * 0.1).sin() * 1e3;
        let total = |threads| {
            let parts = blocks_with(threads, rows, 1, |range| range.map(value).sum::<f64>());
            assert_eq!(parts.len(), 6);
            parts.into_iter().fold(0.0, |a: f64, b| a + b).to_bits()
        };
        assert!((2..9).all(|threads| total(threads) == total(1)));
    }

    #[test]
    fn costly_blocks_are_one() {
        assert_eq!(blocks_with(4, 3 * BLOCK, BLOCK + 1, |range| range), vec![0..3 * BLOCK]);
        assert!(blocks_with(4, 0, 1, |range| range).is_empty());
    }
}
