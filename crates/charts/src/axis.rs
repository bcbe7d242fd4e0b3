//! Where values lie.

/// An axis with its ticks. It always holds zero: a bar that begins elsewhere lies about sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    low: f64,
    high: f64,
    ticks: Vec<(f64, String)>,
}

impl Axis {
    /// An axis on which all these values lie, with two to six ticks at round numbers, written by `text`.
    pub fn covering(values: impl IntoIterator<Item = f64>, text: impl Fn(f64) -> String) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if high - low <= 0.0 {
            high = 1.0;
        }
        let step = step(high - low);
        let first = (low / step).floor();
        let last = (high / step - 1e-9).ceil();
        let count = (last - first) as usize;
        // a product by each count, since a running sum would drift
        let ticks: Vec<f64> = (0..=count).map(|n| (first + n as f64) * step).collect();
        Self {
            low: first * step,
            high: last * step,
            ticks: ticks.into_iter().map(|tick| (tick, text(tick + 0.0))).collect(),
        }
    }

    /// Where a value lies: 0 at the low end, 1 at the high end.
    pub(crate) fn at(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    pub(crate) fn ticks(&self) -> impl Iterator<Item = (f64, &str)> {
        self.ticks.iter().map(|(value, text)| (self.at(*value), text.as_str()))
    }
}

/// A step of 1, 2 or 5 times a power of ten, of which four at most make up the width.
pub(crate) fn step(width: f64) -> f64 {
    let power = 10.0_f64.powf((width / 4.0).log10().floor());
    let rest = width / 4.0 / power;
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| rest <= *times + 1e-9).unwrap_or(10.0);
    times * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64]) -> Vec<String> {
        Axis::covering(values.iter().copied(), |tick| format!("{tick:.2}"))
            .ticks
            .into_iter()
            .map(|t| t.1)
            .collect()
    }

    #[test]
    fn ticks_are_round_and_begin_at_zero() {
        assert_eq!(ticks(&[0.24, 0.181]), ["0.00", "0.10", "0.20", "0.30"]);
        assert_eq!(ticks(&[58.0]), ["0.00", "20.00", "40.00", "60.00"]);
        assert_eq!(ticks(&[-3.0, 7.0]), ["-5.00", "0.00", "5.00", "10.00"]);
        assert_eq!(ticks(&[]), ["0.00", "0.50", "1.00"]);
        assert_eq!(ticks(&[f64::NAN, 1.0]).len(), 3);
    }

    #[test]
    fn values_lie_within_the_axis() {
        let axis = Axis::covering([1_083_161.0], |tick| tick.to_string());
        assert!((axis.at(0.0)).abs() < 1e-12 && axis.at(1_083_161.0) <= 1.0);
        assert!((axis.at(f64::MAX) - 1.0).abs() < 1e-12);
    }
}
