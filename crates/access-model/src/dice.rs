//! Chance that repeats itself.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

pub(crate) struct Dice(StdRng);

impl Dice {
    /// The series of one world among those of a seed.
    pub(crate) fn of(seed: u64, world: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&world.to_le_bytes());
        Self(StdRng::from_seed(bytes))
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).expect("a length is a small number");
        usize::try_from(self.0.next_u64() % n).expect("less than a length")
    }

    /// Whether it happens, in so many of a hundred cases.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn one_of<T: Clone>(&mut self, some: &[T]) -> T {
        some[self.below(some.len())].clone()
    }

    /// One of these in so many of a hundred cases, else none.
    pub(crate) fn maybe<T: Clone>(&mut self, percent: usize, some: &[T]) -> Option<T> {
        self.happens(percent).then(|| self.one_of(some))
    }
}
