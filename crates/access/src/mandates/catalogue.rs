//! The catalogue of powers: `data/denmark/powers.csv`, a line for each thing that can be opened to another, the actions that it
//! opens, and the days on which it can be given.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Holder;
use crate::actions::NAMES;

/// How far a power goes (*handlefuldmagt*, *kontakt*, or seeing alone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// See.
    See,
    /// See and act.
    Act,
    /// Speak with the authority.
    Contact,
}

/// Who can give a power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Givers {
    Person,
    Organisation,
    Both,
}

/// One thing that a mandate can open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Power {
    /// What it is called in tables and text keys: `post.read`.
    pub code: String,
    /// The service it belongs to: `digital-post`, `tax`.
    pub service: String,
    /// How far it goes.
    pub level: Level,
    /// Whether a trusted employee must ask a second one before registering it.
    pub is_sensitive: bool,
    /// Where it comes from.
    pub legal_basis: String,
    actions: Vec<&'static str>,
    givers: Givers,
    valid_from: Date,
    valid_to: Option<Date>,
}

#[derive(Deserialize)]
struct Line {
    power: String,
    service: String,
    level: Level,
    actions: String,
    givers: Givers,
    is_sensitive: String,
    valid_from: Date,
    valid_to: Option<Date>,
    legal_basis: String,
}

/// The catalogue cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct CatalogueError {
    /// The line in the file, counted from one.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

/// Everything that can be opened to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue(Vec<Power>);

static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::parse(include_str!("../../../../data/denmark/powers.csv"))
        .expect("a test reads data/denmark/powers.csv")
});

/// The catalogue of the program.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    &SHIPPED
}

impl Catalogue {
    /// Reads a catalogue.
    ///
    /// # Errors
    /// At the first line that does not read, names an action that there is not, or a power that an earlier line names for
    /// some of the same days.
    pub fn parse(text: &str) -> Result<Self, CatalogueError> {
        let mut powers: Vec<Power> = Vec::new();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for (line, read) in (2..).zip(reader.deserialize::<Line>()) {
            let wrong = |why: String| CatalogueError { line, why };
            let read = read.map_err(|error| wrong(error.to_string()))?;
            let power = Power {
                actions: actions(&read.actions).map_err(|name| wrong(format!("{name} is no action")))?,
                is_sensitive: read.is_sensitive == "yes",
                code: read.power,
                service: read.service,
                level: read.level,
                legal_basis: read.legal_basis,
                givers: read.givers,
                valid_from: read.valid_from,
                valid_to: read.valid_to,
            };
            if powers.iter().any(|known| known.code == power.code && known.overlaps(&power)) {
                return Err(wrong(format!("an earlier line speaks of {} on some of these days", power.code)));
            }
            powers.push(power);
        }
        Ok(Self(powers))
    }

    /// The power of this code, as it is on a day.
    #[must_use]
    pub fn power(&self, code: &str, day: Date) -> Option<&Power> {
        self.0.iter().find(|power| power.code == code && power.holds_on(day))
    }

    /// What a giver can open on a day, in the order of the file.
    pub fn for_giver(&self, giver: Holder, day: Date) -> impl Iterator<Item = &Power> {
        self.0.iter().filter(move |power| power.holds_on(day) && power.can_be_given_by(giver))
    }

    /// Whether some power, on whatever day, opens the action.
    #[must_use]
    pub fn speaks_of(&self, action: &str) -> bool {
        self.0.iter().any(|power| power.actions.contains(&action))
    }

    /// Every power there is, was or will be.
    #[must_use]
    pub fn powers(&self) -> &[Power] {
        &self.0
    }
}

impl Power {
    /// Whether it opens an action, in a service where one is named. What is about a service asks for that very service.
    #[must_use]
    pub fn opens(&self, action: &str, service: Option<&str>) -> bool {
        self.actions.contains(&action) && service.is_none_or(|asked| asked == self.service)
    }

    /// What it opens.
    #[must_use]
    pub fn actions(&self) -> &[&'static str] {
        &self.actions
    }

    /// The first and the last day on which it can be given and used; no last one while no end is known.
    #[must_use]
    pub fn days(&self) -> (Date, Option<Date>) {
        (self.valid_from, self.valid_to)
    }

    /// Whether such a giver can give it.
    #[must_use]
    pub fn can_be_given_by(&self, giver: Holder) -> bool {
        match (self.givers, giver) {
            (Givers::Both, _)
            | (Givers::Person, Holder::Person(_))
            | (Givers::Organisation, Holder::Organisation(_)) => true,
            (Givers::Person, Holder::Organisation(_)) | (Givers::Organisation, Holder::Person(_)) => false,
        }
    }

    fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }

    fn overlaps(&self, other: &Power) -> bool {
        self.valid_to.is_none_or(|last| other.valid_from <= last)
            && other.valid_to.is_none_or(|last| self.valid_from <= last)
    }
}

fn actions(listed: &str) -> Result<Vec<&'static str>, &str> {
    listed.split(';').map(|name| NAMES.iter().find(|known| **known == name).copied().ok_or(name)).collect()
}

#[cfg(test)]
mod tests {
    use basics::Id;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    const HEAD: &str = "power,service,level,actions,givers,is_sensitive,valid_from,valid_to,legal_basis\n";

    fn refusal(lines: &str) -> String {
        Catalogue::parse(&format!("{HEAD}{lines}")).unwrap_err().to_string()
    }

    #[test]
    fn reading_post_opens_no_answers_and_nothing_opens_deletion_or_giving_on() {
        let today = date(2026, 3, 2);
        let read = catalogue().power("post.read", today).unwrap();
        assert!(read.opens("mail.read", None) && read.opens("mail.sort", None));
        assert!(!read.opens("mail.write", None) && !read.opens("mail.choose", None));
        let write = catalogue().power("post.read_write", today).unwrap();
        assert!(write.opens("mail.write", None) && write.opens("mail.choose", None));
        for power in catalogue().powers() {
            assert!(!power.opens("mail.delete", None), "{}", power.code);
            assert!(!power.opens("mandate.manage", None), "{}", power.code);
        }
    }

    #[test]
    fn a_power_over_tax_opens_no_pension() {
        let tax = catalogue().power("tax.act", date(2026, 3, 2)).unwrap();
        assert!(tax.opens("service.act", Some("tax")) && !tax.opens("service.act", Some("pension")));
        assert!(tax.is_sensitive);
    }

    #[test]
    fn a_company_gives_no_pension_and_a_person_no_vat() {
        let today = date(2026, 3, 2);
        let person = Holder::Person(Id::from_uuid(Uuid::from_u128(1)));
        let company = Holder::Organisation(Id::from_uuid(Uuid::from_u128(2)));
        let can = |code, giver| catalogue().power(code, today).unwrap().can_be_given_by(giver);
        assert!(can("pension.act", person) && !can("pension.act", company));
        assert!(can("vat.act", company) && !can("vat.act", person));
        assert!(can("post.read", person) && can("post.read", company));
        assert!(catalogue().for_giver(person, date(2013, 1, 1)).next().is_none());
    }

    #[test]
    fn a_line_that_cannot_be_is_refused() {
        let fine = "a,b,see,mail.read,both,no,2020-01-01,2020-12-31,law\n";
        assert_eq!(refusal("a,b,see,mail.burn,both,no,2020-01-01,,law"), "line 2: mail.burn is no action");
        let again = format!("{fine}a,b,see,mail.read,both,no,2020-12-31,,law");
        assert_eq!(refusal(&again), "line 3: an earlier line speaks of a on some of these days");
        assert!(refusal("a,b,burn,mail.read,both,no,2020-01-01,,law").starts_with("line 2: "));
        let later = format!("{HEAD}{fine}a,b,see,mail.read;mail.sort,both,no,2021-01-01,,law");
        let later = Catalogue::parse(&later).unwrap();
        assert!(!later.power("a", date(2020, 5, 5)).unwrap().opens("mail.sort", None));
        assert!(later.power("a", date(2021, 5, 5)).unwrap().opens("mail.sort", None));
    }
}
