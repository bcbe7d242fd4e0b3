//! Chance that can be repeated: xoshiro256++ (Blackman and Vigna 2019), started by splitmix64.
//!
//! The same seed gives the same replicates in every version of this crate.

/// A stream of random numbers from a seed.
pub(crate) struct Chance {
    state: [u64; 4],
}

impl Chance {
    pub(crate) fn from_seed(seed: u64) -> Self {
        let mut mix = seed;
        let mut next = || {
            mix = mix.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = mix;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        };
        Self { state: [next(), next(), next(), next()] }
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// A whole number below `end`, every one as likely as the others.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let end = u64::from(end);
        let limit = u64::MAX - u64::MAX % end;
        loop {
            let draw = self.next();
            if draw < limit {
                return u32::try_from(draw % end).expect("the remainder is below a u32");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws() {
        let draws = |seed| {
            let mut chance = Chance::from_seed(seed);
            (0..50).map(|_| chance.below(7)).collect::<Vec<_>>()
        };
        assert_eq!(draws(3), draws(3));
        assert_ne!(draws(3), draws(4));
    }

    #[test]
    fn every_number_comes_about_equally_often() {
        let mut chance = Chance::from_seed(2024);
        let mut counts = [0_u32; 6];
        for _ in 0..60_000 {
            counts[chance.below(6) as usize] += 1;
        }
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) < 500), "{counts:?}");
    }
}
