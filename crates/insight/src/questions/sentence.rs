//! Sentences about a difference, in Danish and English. They say that something fell or rose only where the test supports it;
//! percentages are whole, and differences between them are percentage points.

use serde::Serialize;

use crate::Words;

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Share,
    Mean,
    Number,
}

/// What a sentence is made from.
pub(super) struct Sides {
    pub(super) kind: Kind,
    pub(super) values: [f64; 2],
    pub(super) difference: f64,
    /// Half the width of the interval of the difference.
    pub(super) reach: Option<f64>,
    pub(super) labels: [Words; 2],
    /// Whether the second comes after the first, so that things can fall and rise.
    pub(super) in_time: bool,
    pub(super) supported: bool,
    pub(super) subject: Option<Words>,
}

impl Sides {
    pub(super) fn sentence(&self, hidden: bool) -> Sentence {
        if hidden {
            return Sentence {
                da: "For få har svaret til, at tallene kan vises.".to_owned(),
                en: "Too few people answered for the numbers to be shown.".to_owned(),
            };
        }
        Sentence {
            da: Told { sides: self, danish: true }.all(),
            en: Told { sides: self, danish: false }.all(),
        }
    }
}

/// A sentence in one language.
struct Told<'s> {
    sides: &'s Sides,
    danish: bool,
}

impl Told<'_> {
    fn pick<'t>(&self, da: &'t str, en: &'t str) -> &'t str {
        if self.danish { da } else { en }
    }

    fn all(&self) -> String {
        let said = match (self.sides.supported, self.sides.in_time) {
            (false, _) => self.no_difference(),
            (true, true) => self.over_time(),
            (true, false) => self.between_groups(),
        };
        let rounded = [0, 1].map(|side| self.rounded(self.sides.values[side]));
        let differs = (rounded[1] - rounded[0]).abs() - self.rounded(self.sides.difference).abs();
        if self.sides.supported && differs.abs() > 1e-9 && rounded[0].to_bits() != rounded[1].to_bits() {
            return said
                + self.pick(" Tallene er afrundet hver for sig.", " Each number is rounded by itself.");
        }
        said
    }

    fn over_time(&self) -> String {
        let down = self.sides.difference < 0.0;
        let verb = match down {
            true => self.pick("faldt", "fell"),
            false => self.pick("steg", "rose"),
        };
        let (subject, [from, to]) = (self.subject(), self.labels());
        let [first, second] = self.values();
        if first == second {
            return if self.danish {
                format!("{subject} {verb} lidt fra {from} til {to}, men er begge gange omkring {first}.")
            } else {
                format!("{subject} {verb} a little from {from} to {to}, but is about {first} both times.")
            };
        }
        let (by, reach) = (self.difference(), self.reach());
        if self.danish {
            let noun = if down { "et fald" } else { "en stigning" };
            format!("{subject} {verb} fra {first} i {from} til {second} i {to}: {noun} på {by}{reach}.")
        } else {
            let noun = if down { "a fall" } else { "a rise" };
            format!("{subject} {verb} from {first} in {from} to {second} in {to}: {noun} of {by}{reach}.")
        }
    }

    fn between_groups(&self) -> String {
        let down = self.sides.difference < 0.0;
        let (subject, [from, to]) = (self.subject(), self.labels());
        let [first, second] = self.values();
        let (by, reach) = (self.difference(), self.reach());
        if self.danish {
            let word = if down { "lavere" } else { "højere" };
            format!(
                "{subject} er {word} for {to} ({second}) end for {from} ({first}): forskellen er {by}{reach}."
            )
        } else {
            let word = if down { "lower" } else { "higher" };
            format!(
                "{subject} is {word} for {to} ({second}) than for {from} ({first}): the difference is {by}{reach}."
            )
        }
    }

    fn no_difference(&self) -> String {
        let (subject, [from, to], [first, second]) = (self.subject(), self.labels(), self.values());
        let (by, reach) = (self.difference(), self.reach());
        match (self.danish, self.sides.in_time) {
            (true, true) => format!(
                "{subject} var {first} i {from} og {second} i {to}. Forskellen på {by}{reach} kan være tilfældig."
            ),
            (true, false) => format!(
                "{subject} er {first} for {from} og {second} for {to}. Forskellen på {by}{reach} kan være tilfældig."
            ),
            (false, true) => format!(
                "{subject} was {first} in {from} and {second} in {to}. The difference of {by}{reach} may be chance."
            ),
            (false, false) => format!(
                "{subject} is {first} for {from} and {second} for {to}. The difference of {by}{reach} may be chance."
            ),
        }
    }

    fn subject(&self) -> &str {
        match (&self.sides.subject, self.sides.kind) {
            (Some(words), _) => self.pick(&words.da, &words.en),
            (None, Kind::Share) => self.pick("Andelen", "The share"),
            (None, Kind::Mean) => self.pick("Gennemsnittet", "The mean"),
            (None, Kind::Number) => self.pick("Antallet", "The number"),
        }
    }

    fn labels(&self) -> [&str; 2] {
        [0, 1].map(|side| self.pick(&self.sides.labels[side].da, &self.sides.labels[side].en))
    }

    fn values(&self) -> [String; 2] {
        self.sides.values.map(|value| match self.sides.kind {
            Kind::Share => format!("{} {}", self.number(value), self.pick("procent", "percent")),
            _ => self.number(value),
        })
    }

    /// How large the difference is, without its sign.
    fn difference(&self) -> String {
        let by = self.sides.difference.abs();
        match self.sides.kind {
            Kind::Share if self.rounded(by) == 0.0 => {
                self.pick("under 1 procentpoint", "less than 1 percentage point").to_owned()
            }
            Kind::Share if self.rounded(by) == 1.0 => {
                self.pick("1 procentpoint", "1 percentage point").to_owned()
            }
            Kind::Share => format!("{} {}", self.number(by), self.pick("procentpoint", "percentage points")),
            _ => self.number(by),
        }
    }

    fn reach(&self) -> String {
        match self.sides.reach {
            Some(reach) if self.rounded(reach) > 0.0 => format!(" (±{})", self.number(reach)),
            Some(_) if self.sides.kind == Kind::Share => {
                self.pick(" (±under 1)", " (±less than 1)").to_owned()
            }
            _ => String::new(),
        }
    }

    /// The value as it is shown: whole percent; a mean with one decimal; a number in thousands, or whole if it is small.
    fn rounded(&self, value: f64) -> f64 {
        match self.sides.kind {
            Kind::Share => (100.0 * value).round(),
            Kind::Mean => (10.0 * value).round() / 10.0,
            Kind::Number if self.sides.values.iter().any(|value| value.abs() >= 10_000.0) => {
                (value / 1000.0).round() * 1000.0
            }
            Kind::Number => value.round(),
        }
    }

    fn number(&self, value: f64) -> String {
        let value = self.rounded(value) + 0.0;
        let text = if self.sides.kind == Kind::Mean { format!("{value:.1}") } else { format!("{value:.0}") };
        let (whole, decimals) = text.split_once('.').map_or((text.as_str(), None), |(a, b)| (a, Some(b)));
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                grouped.push_str(self.pick(".", ","));
            }
            grouped.push(digit);
        }
        match decimals {
            Some(decimals) => format!("{sign}{grouped}{}{decimals}", self.pick(",", ".")),
            None => format!("{sign}{grouped}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words { da: text.to_owned(), en: text.to_owned() }
    }

    fn share(from: f64, to: f64, reach: f64, supported: bool) -> Sentence {
        Sides {
            kind: Kind::Share,
            values: [from, to],
            difference: to - from,
            reach: Some(reach),
            labels: [words("2022"), words("2024")],
            in_time: true,
            supported,
            subject: None,
        }
        .sentence(false)
    }

    #[test]
    fn a_fall_that_the_test_supports_is_called_one() {
        let said = share(0.2396, 0.1806, 0.0194, true);
        assert_eq!(
            said.da,
            "Andelen faldt fra 24 procent i 2022 til 18 procent i 2024: et fald på 6 procentpoint (±2)."
        );
        assert_eq!(
            said.en,
            "The share fell from 24 percent in 2022 to 18 percent in 2024: a fall of 6 percentage points (±2)."
        );
    }

    #[test]
    fn without_support_nothing_falls() {
        let said = share(0.24, 0.23, 0.03, false);
        assert_eq!(
            said.da,
            "Andelen var 24 procent i 2022 og 23 procent i 2024. Forskellen på 1 procentpoint (±3) kan være tilfældig."
        );
        assert!(!said.en.contains("fell") && said.en.contains("1 percentage point (±3)"));
    }

    #[test]
    fn a_change_that_rounding_hides_is_a_little_one() {
        let said = share(0.181, 0.178, 0.001, true);
        assert_eq!(said.da, "Andelen faldt lidt fra 2022 til 2024, men er begge gange omkring 18 procent.");
    }

    #[test]
    fn numbers_that_do_not_add_up_say_why() {
        let said = share(0.244, 0.186, 0.02, true);
        assert!(
            said.da.contains("fra 24 procent i 2022 til 19 procent i 2024: et fald på 6 procentpoint"),
            "{}",
            said.da
        );
        assert!(said.da.ends_with("Tallene er afrundet hver for sig."));
    }

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let sides = Sides {
            kind: Kind::Number,
            values: [1_083_161.0, 795_400.0],
            difference: -287_761.0,
            reach: Some(91_000.0),
            labels: [words("2020"), words("2024")],
            in_time: true,
            supported: true,
            subject: None,
        };
        let said = sides.sentence(false);
        assert!(
            said.da.contains("fra 1.083.000 i 2020 til 795.000 i 2024: et fald på 288.000 (±91.000)."),
            "{}",
            said.da
        );
        assert!(said.en.contains("from 1,083,000 in 2020"), "{}", said.en);
        let groups =
            Sides { kind: Kind::Mean, values: [2.34, 1.0], in_time: false, difference: -1.34, ..sides };
        assert!(
            groups.sentence(false).da.contains("lavere for 2024 (1,0) end for 2020 (2,3)"),
            "{}",
            groups.sentence(false).da
        );
    }
}
