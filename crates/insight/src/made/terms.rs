//! The words of files that leave, in Danish and English.

use crate::Language;
use crate::analyst::{Hidden, Mark};

/// The words in a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms(pub(crate) Language);

macro_rules! terms {
    ($($name:ident: $da:literal, $en:literal;)*) => {
        impl Terms {
            $(pub(crate) fn $name(self) -> &'static str {
                match self.0 {
                    Language::Danish => $da,
                    Language::English => $en,
                }
            })*
        }
    };
}

terms! {
    definition: "Definition", "Definition";
    base: "Hvem det gælder", "About whom";
    source: "Kilde", "Source";
    method: "Metode", "Method";
    command: "Kommando, der giver de samme tal", "Command that gives the same numbers";
    change_command: "Kommando, der giver den samme ændring", "Command that gives the same change";
    note: "Bemærk", "Note";
    remark: "Bemærkning", "Remark";
    estimate: "Skøn", "Estimate";
    low: "Nedre grænse", "Lower end";
    high: "Øvre grænse", "Upper end";
    se: "Standardfejl", "Standard error";
    n: "Svar", "Respondents";
    numbers: "Tal", "Numbers";
    about: "Om tallene", "About the numbers";
    changes: "Ændring", "Change";
    p_value: "P-værdi", "P-value";
    all: "I alt", "All";
    percent: "procent", "percent";
    number: "antal", "number";
    too_few: "skjult: for få svar", "hidden: too few respondents";
    for_others: "skjult: ellers kan et andet skjult tal regnes ud", "hidden: another hidden number would follow from it";
    hidden_short: "skjult", "hidden";
    none: "intet tal", "no number";
    not_shown: "skjult eller uden svar", "hidden, or nobody asked";
}

impl Terms {
    /// The names of the numbers.
    pub(crate) fn measures(self) -> impl Iterator<Item = &'static str> {
        [self.estimate(), self.low(), self.high(), self.se(), self.n()].into_iter()
    }

    pub(crate) fn hidden(self, hidden: Hidden) -> &'static str {
        match hidden {
            Hidden::TooFew => self.too_few(),
            Hidden::ForOthers => self.for_others(),
        }
    }

    pub(crate) fn mark(self, mark: Mark) -> String {
        let danish = self.0 == Language::Danish;
        match (mark, danish) {
            (Mark::FewRespondents(n), true) => format!("usikkert: kun {n} svar"),
            (Mark::FewRespondents(n), false) => format!("unreliable: only {n} respondents"),
            (Mark::LargeError(cv), true) => format!("usikkert: standardfejlen er {cv} procent af tallet"),
            (Mark::LargeError(cv), false) => format!("unreliable: the standard error is {cv} percent of it"),
            (Mark::FewDegrees(df), true) => format!("usikkert: kun {df} frihedsgrader"),
            (Mark::FewDegrees(df), false) => format!("unreliable: only {df} degrees of freedom"),
            (Mark::WideInterval(width), true) => {
                format!("usikkert: intervallet er {width} procentpoint bredt")
            }
            (Mark::WideInterval(width), false) => {
                format!("unreliable: the interval is {width} percentage points wide")
            }
        }
    }

    /// A number as people read it: shares in percent with so many decimals, others with about four digits.
    pub(crate) fn read(self, value: f64, is_share: bool, decimals: usize) -> String {
        if is_share {
            return format!("{} %", self.plain(100.0 * value, decimals));
        }
        let size = value.abs();
        self.plain(
            value,
            if size >= 1000.0 {
                0
            } else if size >= 100.0 {
                1
            } else {
                2
            },
        )
    }

    /// A difference as people read it: of shares in percentage points.
    pub(crate) fn points(self, value: f64, is_share: bool) -> String {
        match (is_share, self.0) {
            (false, _) => self.read(value, false, 1),
            (true, Language::Danish) => format!("{} procentpoint", self.plain(100.0 * value, 1)),
            (true, Language::English) => format!("{} percentage points", self.plain(100.0 * value, 1)),
        }
    }

    /// A range, as people read it.
    pub(crate) fn range(self, low: &str, high: &str) -> String {
        match self.0 {
            Language::Danish => format!("{low} til {high}"),
            Language::English => format!("{low} to {high}"),
        }
    }

    fn plain(self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value + 0.0);
        let (whole, rest) =
            text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
        let (thousands, point) = if self.0 == Language::Danish { ('.', ',') } else { (',', '.') };
        let mut out = sign.to_owned();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(thousands);
            }
            out.push(digit);
        }
        if let Some(rest) = rest {
            out.push(point);
            out.push_str(rest);
        }
        out
    }
}
