//! What the attributes of our own vocabularies say of the rows.

use std::collections::HashMap;

use hsds::{Attribute, Directory, TaxonomyTerm};

use super::super::terms::{Fact, Vocabulary};
use super::notes::{Notes, at};

/// One attribute: of which vocabulary, which term, and what it says.
pub(super) struct Statement<'d> {
    pub(super) attribute: &'d Attribute,
    pub(super) code: &'d str,
    vocabulary: Vocabulary,
}

impl<'d> Statement<'d> {
    /// The value; empty where there is none.
    pub(super) fn value(&self) -> &'d str {
        self.attribute.value.as_deref().unwrap_or_default()
    }
}

/// The attributes by the row they stand on: its table and its id.
pub(super) struct Facts<'d>(HashMap<&'d str, HashMap<&'d str, Vec<Statement<'d>>>>);

impl<'d> Facts<'d> {
    /// Gathers them. Terms of other people's vocabularies say nothing to Omtanke and are passed over; a term that
    /// ours does not have is an error.
    pub(super) fn of(directory: &'d Directory, notes: &mut Notes) -> Self {
        let terms = our_terms(directory, notes);
        let mut facts: HashMap<_, HashMap<_, Vec<_>>> = HashMap::new();
        for attribute in &directory.attributes {
            if let Some(&(vocabulary, code)) = terms.get(attribute.taxonomy_term_id.as_str()) {
                let table = facts.entry(attribute.link_entity.as_str()).or_default();
                let row = table.entry(attribute.link_id.as_str()).or_default();
                row.push(Statement { attribute, code, vocabulary });
            }
        }
        Self(facts)
    }

    /// What a vocabulary says of a row.
    pub(super) fn on(
        &self,
        entity: &str,
        id: &str,
        vocabulary: Vocabulary,
    ) -> impl Iterator<Item = &Statement<'d>> + use<'_, 'd> {
        let all = self.0.get(entity).and_then(|table| table.get(id)).map_or(&[][..], Vec::as_slice);
        all.iter().filter(move |statement| statement.vocabulary == vocabulary)
    }

    /// Every time a fact is told of a row.
    pub(super) fn all(
        &self,
        entity: &str,
        id: &str,
        fact: Fact,
    ) -> impl Iterator<Item = &Statement<'d>> + use<'_, 'd> {
        self.on(entity, id, Vocabulary::Facts).filter(move |statement| statement.code == fact.code())
    }

    /// A fact that is told once.
    pub(super) fn one(&self, entity: &str, id: &str, fact: Fact) -> Option<&Statement<'d>> {
        self.all(entity, id, fact).next()
    }

    /// Whether a fact is told.
    pub(super) fn has(&self, entity: &str, id: &str, fact: Fact) -> bool {
        self.one(entity, id, fact).is_some()
    }

    /// Whether a required field only holds something that stands in for what nobody knows.
    pub(super) fn stands_in(&self, entity: &str, id: &str, field: &str) -> bool {
        self.all(entity, id, Fact::StandsIn).any(|statement| statement.value() == field)
    }
}

fn our_terms<'d>(directory: &'d Directory, notes: &mut Notes) -> HashMap<&'d str, (Vocabulary, &'d str)> {
    let names: HashMap<&str, &str> =
        directory.taxonomies.iter().map(|taxonomy| (taxonomy.id.as_str(), taxonomy.name.as_str())).collect();
    let mut terms = HashMap::new();
    for term in &directory.taxonomy_terms {
        let Some(vocabulary) = taxonomy_of(term, &names).and_then(Vocabulary::named) else { continue };
        let code = term.code.as_deref().unwrap_or_default();
        if vocabulary.has(code) {
            terms.insert(term.id.as_str(), (vocabulary, code));
        } else {
            let message =
                format!("{} has no term \"{code}\". Use one of the profile's terms.", vocabulary.name());
            notes.error(at("taxonomy_terms.csv", &term.id, "code"), message);
        }
    }
    terms
}

fn taxonomy_of<'d>(term: &'d TaxonomyTerm, names: &HashMap<&str, &'d str>) -> Option<&'d str> {
    let by_id = term.taxonomy_id.as_deref().and_then(|id| names.get(id).copied());
    by_id.or(term.taxonomy.as_deref())
}
