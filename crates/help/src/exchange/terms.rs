//! The vocabularies by which a directory says what HSDS has no field for.

use std::sync::LazyLock;

use basics::Language;
use hsds::{Taxonomy, TaxonomyTerm};
use people::OrganisationKind;
use uuid::Uuid;

use super::ids::derived;
use crate::model::{Kind, Topic};

/// A list of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Vocabulary {
    /// What help is about; on services.
    Topics,
    /// What kind of place or channel it is; on locations.
    Kinds,
    /// What kind of organisation it is; on organizations.
    OrganisationKinds,
    /// Everything else; on any row.
    Facts,
}

impl Vocabulary {
    pub(super) const ALL: [Vocabulary; 4] =
        [Vocabulary::Topics, Vocabulary::Kinds, Vocabulary::OrganisationKinds, Vocabulary::Facts];

    /// The name of the taxonomy, by which an import knows it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Vocabulary::Topics => "omtanke-topics",
            Vocabulary::Kinds => "omtanke-kinds",
            Vocabulary::OrganisationKinds => "omtanke-organisation-kinds",
            Vocabulary::Facts => "omtanke-facts",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vocabulary| vocabulary.name() == name)
    }

    fn description(self) -> &'static str {
        match self {
            Vocabulary::Topics => "What the help is about",
            Vocabulary::Kinds => "What kind of place or channel gives the help",
            Vocabulary::OrganisationKinds => "What kind of organization answers for the help",
            Vocabulary::Facts => "Facts of profile HSDS-3.0-DK for which HSDS 3.0 has no field",
        }
    }

    /// The id of the taxonomy.
    pub(super) fn id(self) -> Uuid {
        derived(&["taxonomy", self.name()])
    }

    /// The id of a term of the taxonomy.
    pub(super) fn term(self, code: &str) -> Uuid {
        derived(&["taxonomy_term", self.name(), code])
    }

    /// Whether the vocabulary has such a term.
    pub(super) fn has(self, code: &str) -> bool {
        self.terms().any(|(known, ..)| known == code)
    }

    /// Code, name and description of each term.
    fn terms(self) -> Box<dyn Iterator<Item = (&'static str, String, String)>> {
        let word = |key: String| words::words(Language::Da).t(&key);
        match self {
            Vocabulary::Topics => Box::new(Topic::ALL.iter().map(move |topic| {
                let name = word(format!("topic-{}", topic.code()));
                (topic.code(), name.clone(), format!("Hjælp: {name}"))
            })),
            Vocabulary::Kinds => Box::new(Kind::ALL.iter().map(move |kind| {
                let name = word(format!("kind-{}", kind.code()));
                (kind.code(), name.clone(), name)
            })),
            Vocabulary::OrganisationKinds => Box::new(OrganisationKind::ALL.into_iter().map(move |kind| {
                let name = word(format!("organisation-kind-{}", kind.code()));
                (kind.code(), name.clone(), name)
            })),
            Vocabulary::Facts => Box::new(
                Fact::ALL
                    .into_iter()
                    .map(|fact| (fact.code(), fact.code().to_owned(), fact.meaning().to_owned())),
            ),
        }
    }

    fn language(self) -> &'static str {
        if self == Vocabulary::Facts { "en" } else { "da" }
    }
}

/// Something that HSDS has no field for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact {
    Municipality,
    StandsIn,
    ApproximatePosition,
    Closed,
    National,
    Example,
    AssuredBy,
    AssuredDate,
    Source,
    Booking,
    OpenOnHolidays,
    Exception,
}

impl Fact {
    const ALL: [Fact; 12] = [
        Fact::Municipality,
        Fact::StandsIn,
        Fact::ApproximatePosition,
        Fact::Closed,
        Fact::National,
        Fact::Example,
        Fact::AssuredBy,
        Fact::AssuredDate,
        Fact::Source,
        Fact::Booking,
        Fact::OpenOnHolidays,
        Fact::Exception,
    ];

    pub(super) fn code(self) -> &'static str {
        match self {
            Fact::Municipality => "municipality",
            Fact::StandsIn => "stands-in",
            Fact::ApproximatePosition => "approximate-position",
            Fact::Closed => "closed",
            Fact::National => "national",
            Fact::Example => "example",
            Fact::AssuredBy => "assured-by",
            Fact::AssuredDate => "assured-date",
            Fact::Source => "source",
            Fact::Booking => "booking",
            Fact::OpenOnHolidays => "open-on-holidays",
            Fact::Exception => "exception",
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Fact::Municipality => {
                "The municipality's official code of four digits, where no address tells it"
            }
            Fact::StandsIn => {
                "HSDS requires the field named in value, but nobody knows it: something near stands in its place"
            }
            Fact::ApproximatePosition => {
                "The position is the town's or the municipality's, not the place's own"
            }
            Fact::Closed => "The place has closed for good and is kept for the record",
            Fact::National => "It helps people from the whole country",
            Fact::Example => {
                "The part named in value is made up, for demonstration, and must be shown as such"
            }
            Fact::AssuredBy => "Who said on the assured date that everything is right",
            Fact::AssuredDate => "The assured date of a place without services",
            Fact::Source => "Where the facts come from",
            Fact::Booking => "How one gets a turn: drop-in, appointment or both",
            Fact::OpenOnHolidays => "The schedule also holds on Danish public holidays",
            Fact::Exception => {
                "The schedule beats all others on its days: value says open (at its hours only) or closed"
            }
        }
    }
}

static TAXONOMIES: LazyLock<Vec<Taxonomy>> = LazyLock::new(|| {
    let taxonomies = Vocabulary::ALL.into_iter().map(|vocabulary| Taxonomy {
        id: vocabulary.id().to_string(),
        name: vocabulary.name().to_owned(),
        description: vocabulary.description().to_owned(),
        ..Taxonomy::default()
    });
    taxonomies.collect()
});

static TERMS: LazyLock<Vec<TaxonomyTerm>> = LazyLock::new(|| {
    let terms = Vocabulary::ALL.into_iter().flat_map(|vocabulary| {
        vocabulary.terms().map(move |(code, name, description)| TaxonomyTerm {
            id: vocabulary.term(code).to_string(),
            code: Some(code.to_owned()),
            name,
            description,
            language: Some(vocabulary.language().to_owned()),
            taxonomy_id: Some(vocabulary.id().to_string()),
            ..TaxonomyTerm::default()
        })
    });
    terms.collect()
});

/// The lists of terms.
pub(super) fn taxonomies() -> &'static [Taxonomy] {
    &TAXONOMIES
}

/// The terms of all lists.
pub(super) fn terms() -> &'static [TaxonomyTerm] {
    &TERMS
}
