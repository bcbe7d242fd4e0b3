//! Errors as reasons, which are said in the language of whoever reads them.

use crate::analyst::ChoiceError;
use crate::{Error, Reason};

impl Error {
    /// Why, to be said in any language. What only the command line meets is in English.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::File { path, why } => {
                Reason::of("insight-why-file").with("file", path.display()).with("why", why)
            }
            Self::Format { path, why } => {
                Reason::of("insight-why-format").with("file", path.display()).since("why", why.clone())
            }
            Self::WrongRows { count, .. } => Reason::of("insight-why-wrong-rows").with("count", count),
            Self::TooLarge { needed, allowed, .. } => {
                Reason::of("insight-why-large").with("needed", needed).with("allowed", allowed)
            }
            Self::NoSuchVariable { name, .. } => Reason::of("insight-why-no-variable").with("name", name),
            Self::NotAsked { variable, group, .. } => {
                Reason::of("insight-why-not-asked").with("variable", variable).with("group", group)
            }
            Self::Request(why) => why.clone(),
            Self::Estimate(why) => of_estimate(why),
        }
    }
}

impl ChoiceError {
    /// Why, to be said in any language.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::NoQuestion(name) => Reason::of("insight-wrong-of").with("name", name),
            Self::NoGroups(name) => Reason::of("insight-wrong-by").with("name", name),
            Self::NoYear { year, .. } => Reason::of("insight-wrong-year").with("year", year),
            Self::Order { from, to } => Reason::of("insight-wrong-order").with("from", from).with("to", to),
            Self::Statistic { .. } => Reason::of("insight-wrong-statistic"),
            Self::Condition(why) => Reason::of("insight-wrong-only").since("why", of_estimate(why)),
        }
    }
}

/// Why there is no estimate.
pub(crate) fn of_estimate(error: &estimates::Error) -> Reason {
    use estimates::Error as E;
    match error {
        E::NoSuchVariable(name) => Reason::of("insight-why-no-variable").with("name", name),
        E::SameName(name) => Reason::of("insight-why-same-name").with("name", name),
        E::Kind { variable, needed, .. } if needed.starts_with("numbers") => {
            Reason::of("insight-why-no-numbers").with("variable", variable)
        }
        E::Syntax { text, at, .. } => Reason::of("insight-why-syntax").with("text", text).with("at", at),
        E::NoRows => Reason::of("insight-why-no-rows"),
        E::MissingInDesign { variable, row, count } => {
            let reason = Reason::of("insight-why-design-missing").with("variable", variable);
            reason.with("row", row).with("count", count)
        }
        E::NegativeWeight { variable, value, row } => {
            let reason = Reason::of("insight-why-negative").with("variable", variable);
            reason.with("value", value).with("row", row)
        }
        E::ZeroWeights(name) => Reason::of("insight-why-zero-weights").with("variable", name),
        E::NotNested { unit, first, second } => {
            let reason = Reason::of("insight-why-not-nested").with("unit", unit);
            reason.with("first", first).with("second", second)
        }
        E::OneUnit(name) => Reason::of("insight-why-one-unit").with("unit", name),
        E::PopulationTooSmall { stratum, sampled, population } => {
            let reason = Reason::of("insight-why-population-small").with("stratum", stratum);
            reason.with("sampled", sampled).with("population", population)
        }
        E::PopulationVaries { stratum, first, second, row } => {
            let reason = Reason::of("insight-why-population-varies").with("stratum", stratum);
            reason.with("first", first).with("second", second).with("row", row)
        }
        E::PopulationMixed { variable, row } => {
            Reason::of("insight-why-population-mixed").with("variable", variable).with("row", row)
        }
        E::LonelyUnit { stratum } => Reason::of("insight-why-lonely").with("stratum", stratum),
        E::AllLonely => Reason::of("insight-why-all-lonely"),
        E::EmptyDomain { variable, domain } => {
            Reason::of("insight-why-empty-domain").with("variable", variable).with("group", domain)
        }
        E::NoDegrees { domain, df, .. } => {
            Reason::of("insight-why-no-degrees").with("group", domain).with("df", df)
        }
        E::Singular { term } => Reason::of("insight-why-singular").with("term", term),
        other => Reason::text(other),
    }
}
