//! What a help point is.

use std::collections::BTreeSet;

use basics::{Id, Position};
use hours::{Exception, OpeningHours, Rule};
use jiff::civil::Date;
use people::OrganisationTag;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Marks ids of help points.
pub enum HelpPointTag {}

/// Marks ids of services.
pub enum ServiceTag {}

/// Writes an enum whose values have a code in database, address and interface.
macro_rules! coded {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $value:ident = $code:literal),* $(,)? }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$inner])* #[serde(rename = $code)] $value),*
        }

        impl $name {
            /// Every value, in the order in which people see them.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The word in database, address and interface.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$value => $code),* }
            }

            /// The value of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

coded! {
    /// What kind of place or channel it is.
    Kind {
        /// The municipality's counter (borgerservice).
        Borgerservice = "borgerservice",
        /// A public library.
        Library = "library",
        /// A telephone line.
        Telephone = "telephone",
        /// A chat.
        Chat = "chat",
        /// A place where volunteers help in company (IT-café).
        ItCafe = "it-cafe",
        /// Somebody who comes to people who cannot leave home.
        HomeVisit = "home-visit",
    }
}

impl Kind {
    /// Whether people go there, so that distance and steps matter.
    #[must_use]
    pub fn is_place(self) -> bool {
        matches!(self, Kind::Borgerservice | Kind::Library | Kind::ItCafe)
    }
}

coded! {
    /// What help is about.
    Topic {
        /// MitID.
        MitId = "mitid",
        /// Digital Post.
        DigitalPost = "digital-post",
        /// borger.dk.
        BorgerDk = "borger-dk",
        /// sundhed.dk.
        SundhedDk = "sundhed-dk",
        /// skat.dk.
        SkatDk = "skat-dk",
        /// Reporting by businesses.
        Business = "business",
        /// Power of attorney (fuldmagt).
        PowerOfAttorney = "power-of-attorney",
        /// Exemption from Digital Post.
        Exemption = "exemption",
        /// Telephone, tablet and computer.
        ComputerBasics = "computer-basics",
        /// Safety online.
        OnlineSafety = "online-safety",
    }
}

coded! {
    /// Whether one can get in without steps.
    StepFree {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Nobody has said.
        Unknown = "unknown",
    }
}

coded! {
    /// Whether a help point is there at all.
    Status {
        /// It is.
        Active = "active",
        /// It has closed for good, and is kept for the record.
        Closed = "closed",
    }
}

coded! {
    /// How one gets a turn.
    Booking {
        /// Just come.
        DropIn = "drop-in",
        /// By appointment only.
        Appointment = "appointment",
        /// Either.
        Both = "both",
    }
}

coded! {
    /// Whether a service is offered now.
    ServiceStatus {
        /// It is.
        Active = "active",
        /// It is not, and is kept for the record.
        Inactive = "inactive",
    }
}

coded! {
    /// What in a help point can be made up, for demonstration, and must be marked where it shows.
    Example {
        /// Street and number.
        Street = "street",
        /// Telephone.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Address on the web.
        Website = "website",
        /// Opening hours.
        Hours = "hours",
        /// Languages spoken.
        Languages = "languages",
        /// Access without steps.
        StepFree = "step_free",
        /// Services.
        Services = "services",
        /// That there is such a place at all.
        Everything = "everything",
    }
}

/// The languages that staff can say they speak: ISO 639-1 codes of the languages most spoken in Denmark.
pub const SPOKEN: &[&str] =
    &["da", "en", "ar", "tr", "ur", "pl", "uk", "ro", "de", "so", "fa", "bs", "ku", "vi", "kl", "fo"];

/// When somebody last said that everything is right, and who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assured {
    /// The day (HSDS `assured_date`).
    pub date: Date,
    /// The name of the one who said so.
    pub by: String,
}

/// Something a help point offers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Service {
    /// Its id.
    pub id: Id<ServiceTag>,
    /// What it is called.
    pub name: String,
    /// What one gets.
    pub description: String,
    /// How one gets a turn.
    pub booking: Booking,
    /// Whether it is offered now.
    pub status: ServiceStatus,
    /// What it is about.
    pub topics: BTreeSet<Topic>,
}

/// A rule for opening hours with the id it is edited by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleRow {
    /// The id of the row.
    pub id: Uuid,
    /// The rule.
    pub rule: Rule,
}

/// Days with other hours, with the id they are edited by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExceptionRow {
    /// The id of the row.
    pub id: Uuid,
    /// The exception.
    pub exception: Exception,
}

/// A place or channel at which an organisation gives help.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HelpPoint {
    /// Its id.
    pub id: Id<HelpPointTag>,
    /// The organisation that answers for it.
    pub organisation: Id<OrganisationTag>,
    /// What kind it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// What people should know about it.
    pub description: String,
    /// The municipality it is in or serves; `None` for the whole country.
    pub municipality_code: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postcode, four digits.
    pub postcode: Option<String>,
    /// Where it is, as far as known.
    pub position: Option<Position>,
    /// Whether the position is the place's own; otherwise it is its town's or municipality's.
    pub precise: bool,
    /// Telephone, as people say it.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
    /// Access without steps.
    pub step_free: StepFree,
    /// Whether it helps people from the whole country.
    pub national: bool,
    /// Whether it is there at all.
    pub status: Status,
    /// When somebody last said that everything is right.
    pub assured: Option<Assured>,
    /// What is made up.
    pub examples: BTreeSet<Example>,
    /// Where the facts come from.
    pub source: String,
    /// How many times it has been edited.
    pub version: i64,
    /// Languages spoken, ISO 639-1.
    pub languages: BTreeSet<String>,
    /// What it offers.
    pub services: Vec<Service>,
    /// When it is open.
    pub rules: Vec<RuleRow>,
    /// Days with other hours.
    pub exceptions: Vec<ExceptionRow>,
}

impl HelpPoint {
    /// Everything its services are about.
    #[must_use]
    pub fn topics(&self) -> BTreeSet<Topic> {
        let active = self.services.iter().filter(|service| service.status == ServiceStatus::Active);
        active.flat_map(|service| service.topics.iter().copied()).collect()
    }

    /// Its hours, ready to be asked.
    #[must_use]
    pub fn opening_hours(&self) -> OpeningHours {
        OpeningHours {
            rules: self.rules.iter().map(|row| row.rule.clone()).collect(),
            exceptions: self.exceptions.iter().map(|row| row.exception.clone()).collect(),
        }
    }

    /// Whether a part of it is made up.
    #[must_use]
    pub fn is_example(&self, part: Example) -> bool {
        self.examples.contains(&part) || self.examples.contains(&Example::Everything)
    }

    /// Whether nobody has said for a long time that it is right: six months.
    #[must_use]
    pub fn is_stale(&self, today: Date) -> bool {
        let limit = today.saturating_sub(jiff::Span::new().months(FRESH_MONTHS));
        self.status == Status::Active && self.assured.as_ref().is_none_or(|assured| assured.date < limit)
    }
}

/// For how many months a confirmation holds. Open Referral leaves the number to the publisher; half a year is
/// how often the libraries' contact persons were renewed.
pub(crate) const FRESH_MONTHS: i64 = 6;
