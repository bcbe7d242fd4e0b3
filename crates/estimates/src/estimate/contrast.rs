//! Differences, slopes and other combinations of estimates.

use super::{Estimates, Interval, interval};
use crate::expression::{Expression, Function, Node, Operator};
use crate::numeric::distribution::t_outside;
use crate::{Error, Matrix};

/// A combination of estimates.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Contrast {
    /// Its value.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// Degrees of freedom: those of the domains that take part, added up, but no more than all domains together have.
    pub df: f64,
}

impl Contrast {
    /// The interval by t with the degrees of freedom; none without any.
    #[must_use]
    pub fn interval(&self, level: f64) -> Option<Interval> {
        (self.df > 0.0).then(|| interval::symmetric(self.value, self.se, self.df, level))
    }

    /// The probability of a value at least this far from zero if there were no difference; none if nothing varies, or
    /// without degrees of freedom.
    #[must_use]
    pub fn p_value(&self) -> Option<f64> {
        (self.df > 0.0 && self.se > 0.0).then(|| t_outside(self.value / self.se, self.df))
    }
}

impl Estimates {
    /// What contrasts call each estimate: its labels if there is one estimate a domain, its name if there is one domain,
    /// and otherwise both, as in `2024:needed_help`.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let first = self.rows.first();
        let one_name = self.rows.iter().all(|row| Some(&row.name) == first.map(|first| &first.name));
        self.rows
            .iter()
            .map(|row| match (self.by.is_empty(), one_name) {
                (true, _) => row.name.clone(),
                (false, true) => row.domain.join("."),
                (false, false) => format!("{}:{}", row.domain.join("."), row.name),
            })
            .collect()
    }

    /// A sum of estimates, each times a number: `[("2024", 1.0), ("2022", -1.0)]` is the change.
    ///
    /// # Errors
    /// A name that no estimate has; covariances that were not asked for.
    pub fn contrast(&self, parts: &[(&str, f64)]) -> Result<Contrast, Error> {
        let names = self.names();
        let mut gradient = vec![0.0; names.len()];
        for &(name, factor) in parts {
            let Some(at) = names.iter().position(|known| known == name) else {
                return Err(Error::NoSuchEstimate(name.to_owned()));
            };
            gradient[at] += factor;
        }
        let value = gradient.iter().zip(&self.rows).map(|(g, row)| g * row.value).sum();
        self.spread(value, &gradient)
    }

    /// Any expression of estimates, such as `2024 / 2022` or `log(a) - log(b)`, by the delta method.
    ///
    /// # Errors
    /// An expression that cannot be read, a name that no estimate has; covariances that were not asked for.
    pub fn contrast_of(&self, expression: &str) -> Result<Contrast, Error> {
        let names = self.names();
        let node = Expression::of_names(expression, &names)?;
        let values: Vec<f64> = self.rows.iter().map(|row| row.value).collect();
        let slope = self.slope_of(&node, &names, &values)?;
        self.spread(slope.value, &slope.gradient)
    }

    fn spread(&self, value: f64, gradient: &[f64]) -> Result<Contrast, Error> {
        let covariance: &Matrix = self.covariance.as_ref().ok_or(Error::NoCovariance)?;
        let mut degrees: Vec<(&[String], f64)> = Vec::new();
        for (row, &g) in self.rows.iter().zip(gradient) {
            if g != 0.0 && !degrees.iter().any(|(domain, _)| *domain == row.domain) {
                degrees.push((&row.domain, row.df));
            }
        }
        Ok(Contrast {
            value,
            se: covariance.form(gradient, gradient).max(0.0).sqrt(),
            df: degrees.iter().map(|(_, df)| df).sum::<f64>().min(self.df),
        })
    }

    fn slope_of(&self, node: &Node, names: &[String], values: &[f64]) -> Result<Slope, Error> {
        let inner = |node: &Node| self.slope_of(node, names, values);
        let constant = |value: f64| Slope { value, gradient: vec![0.0; values.len()] };
        Ok(match node {
            Node::Number(number) => constant(*number),
            Node::Name(name) => {
                let Some(at) = names.iter().position(|known| known == name) else {
                    return Err(Error::NoSuchEstimate(name.clone()));
                };
                let mut slope = constant(values[at]);
                slope.gradient[at] = 1.0;
                slope
            }
            Node::Minus(node) => inner(node)?.scaled(|v| -v, |_| -1.0),
            Node::Function(Function::Log, node) => inner(node)?.scaled(f64::ln, |v| 1.0 / v),
            Node::Function(Function::Exp, node) => inner(node)?.scaled(f64::exp, f64::exp),
            Node::Function(Function::Sqrt, node) => inner(node)?.scaled(f64::sqrt, |v| 0.5 / v.sqrt()),
            Node::Two(operator, left, right) => {
                let (a, b) = (inner(left)?, inner(right)?);
                let (x, y) = (a.value, b.value);
                match operator {
                    Operator::Plus => a.joined(&b, x + y, 1.0, 1.0),
                    Operator::Minus => a.joined(&b, x - y, 1.0, -1.0),
                    Operator::Times => a.joined(&b, x * y, y, x),
                    Operator::Divided => a.joined(&b, x / y, 1.0 / y, -x / (y * y)),
                    Operator::Power => {
                        let by_power =
                            if b.gradient.iter().all(|g| *g == 0.0) { 0.0 } else { x.powf(y) * x.ln() };
                        a.joined(&b, x.powf(y), y * x.powf(y - 1.0), by_power)
                    }
                    _ => return Err(Error::Unsupported("a contrast is a sum, a product or a quotient")),
                }
            }
            Node::Text(_) | Node::Not(_) | Node::In(..) => {
                return Err(Error::Unsupported("a contrast is a sum, a product or a quotient"));
            }
        })
    }
}

/// A value and how it changes with each estimate.
struct Slope {
    value: f64,
    gradient: Vec<f64>,
}

impl Slope {
    fn scaled(mut self, value: impl Fn(f64) -> f64, slope: impl Fn(f64) -> f64) -> Self {
        let factor = slope(self.value);
        self.gradient.iter_mut().for_each(|g| *g *= factor);
        self.value = value(self.value);
        self
    }

    fn joined(self, other: &Self, value: f64, by_own: f64, by_other: f64) -> Self {
        let gradient =
            self.gradient.iter().zip(&other.gradient).map(|(a, b)| by_own * a + by_other * b).collect();
        Self { value, gradient }
    }
}
