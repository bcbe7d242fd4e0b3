//! Where in sorted, weighted values a quantile lies: twelve rules, as R's survey package names them.

/// Where a quantile lies. `Hf1` to `Hf9` are the weighted forms of the rules of Hyndman and Fan (1996).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuantileRule {
    /// The value at which the weights pass p; the lower one if they meet it exactly.
    #[default]
    Math,
    /// As `Math`, but half-way between both values if the weights meet p exactly.
    School,
    /// The values at mid-weights after Shah and Vaish, without interpolation.
    ShahVaish,
    /// The same as `Math`.
    Hf1,
    /// The same as `School`.
    Hf2,
    /// As `Math` over the different values; an exact meeting takes the even one.
    Hf3,
    /// Between values, by the weights up to each.
    Hf4,
    /// Between values, by the middle of the weight of each.
    Hf5,
    /// Between values, as if one value more were above all.
    Hf6,
    /// Between values, the smallest at 0 and the largest at 1.
    Hf7,
    /// Between values, nearly free of bias for the median.
    Hf8,
    /// Between values, nearly free of bias for normal values.
    Hf9,
}

/// Equal but for rounding: a share of weights is met when it is this near.
const SAME: f64 = 1e-12;

/// Values in their order, with the weights up to each.
pub(crate) struct Sorted {
    values: Vec<f64>,
    weights: Vec<f64>,
    upto: Vec<f64>,
}

impl Sorted {
    /// Values with a weight, smallest first; those of the same size stay in the order of their rows.
    pub(crate) fn new(mut pairs: Vec<(f64, f64)>) -> Self {
        pairs.retain(|(value, weight)| !value.is_nan() && *weight != 0.0);
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut total = 0.0;
        let mut upto = Vec::with_capacity(pairs.len());
        for (_, weight) in &pairs {
            total += weight;
            upto.push(total);
        }
        let (values, weights) = pairs.into_iter().unzip();
        Self { values, weights, upto }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The quantile at `p`; there is at least one value.
    pub(crate) fn at(&self, p: f64, rule: QuantileRule) -> f64 {
        use QuantileRule::{Hf1, Hf2, Hf3, Hf4, Hf5, Hf6, Hf7, Hf8, Hf9, Math, School, ShahVaish};
        let n = self.values.len();
        if n == 1 {
            return self.values[0];
        }
        let (total, last) = (self.upto[n - 1], self.weights[n - 1]);
        let before = |k: usize| if k == 0 { 0.0 } else { self.upto[k - 1] };
        match rule {
            Math | Hf1 => self.step(p, |low, high, _, met| if met { low } else { high }),
            School | Hf2 => {
                self.step(p, |low, high, _, met| if met { f64::midpoint(low, high) } else { high })
            }
            Hf3 => self.different().step(p, |low, high, k, met| if met && k % 2 == 1 { low } else { high }),
            Hf4 => self.between_steps(p),
            Hf5 => self.interpolate(p, |k| (self.upto[k] - self.weights[k] / 2.0) / total),
            Hf6 => self.interpolate(p, |k| self.upto[k] / (total + last)),
            Hf7 => self.interpolate(p, |k| before(k) / self.upto[n - 2]),
            Hf8 => {
                self.interpolate(p, |k| (before(k) / 3.0 + self.upto[k] * 2.0 / 3.0) / (total + last / 3.0))
            }
            Hf9 => self.interpolate(p, |k| {
                (before(k) * 3.0 / 8.0 + self.upto[k] * 5.0 / 8.0) / (total + last / 4.0)
            }),
            ShahVaish => {
                let count = n as f64;
                let mean = total / count;
                self.at_or_before(p, |k| (self.upto[k] / mean + 0.5 - self.weights[k] / 2.0) / (count + 1.0))
            }
        }
    }

    /// The last value whose weights are within `p` of the total, and whether they meet it; the first if there is none.
    fn place(&self, p: f64) -> (usize, bool) {
        let n = self.values.len();
        let goal = p * self.upto[n - 1];
        let within = self.upto.partition_point(|&upto| upto <= goal + SAME * goal.abs());
        let k = within.max(1) - 1;
        (k, within > 0 && self.upto[k] >= goal - SAME * goal.abs())
    }

    fn step(&self, p: f64, choose: impl Fn(f64, f64, usize, bool) -> f64) -> f64 {
        let (k, met) = self.place(p);
        choose(self.values[k], self.values[(k + 1).min(self.values.len() - 1)], k, met)
    }

    fn between_steps(&self, p: f64) -> f64 {
        let (k, _) = self.place(p);
        let next = (k + 1).min(self.values.len() - 1);
        let total = self.upto[self.values.len() - 1];
        let (below, above) = (p - self.upto[k] / total, self.upto[next] / total - p);
        if below + above == 0.0 {
            return self.values[k];
        }
        let part = below / (above + below);
        self.values[k] * (1.0 - part) + self.values[next] * part
    }

    /// Each different value once, with the weight of all that have it.
    fn different(&self) -> Self {
        let mut pairs: Vec<(f64, f64)> = Vec::new();
        for (&value, &weight) in self.values.iter().zip(&self.weights) {
            match pairs.last_mut() {
                Some(last) if last.0 == value => last.1 += weight,
                _ => pairs.push((value, weight)),
            }
        }
        Self::new(pairs)
    }

    /// Between the values around `p`, when value k lies at `position(k)`, which rises.
    fn interpolate(&self, p: f64, position: impl Fn(usize) -> f64) -> f64 {
        let n = self.values.len();
        let mut low = 0;
        let mut high = n;
        while low < high {
            let middle = usize::midpoint(low, high);
            if position(middle) <= p {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if low == 0 {
            return self.values[0];
        }
        if low == n {
            return self.values[n - 1];
        }
        let (left, right) = (position(low - 1), position(low));
        self.values[low - 1] + (self.values[low] - self.values[low - 1]) * ((p - left) / (right - left))
    }

    /// The value at the last position up to `p`; positions need not rise.
    fn at_or_before(&self, p: f64, position: impl Fn(usize) -> f64) -> f64 {
        let mut placed: Vec<(f64, f64)> =
            (0..self.values.len()).map(|k| (position(k), self.values[k])).collect();
        placed.sort_by(|a, b| a.0.total_cmp(&b.0));
        let within = placed.partition_point(|(position, _)| *position <= p);
        placed[within.max(1) - 1].1
    }
}
