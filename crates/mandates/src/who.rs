//! Who is in a mandate: finding people by what others know of them, and what to call them.

use std::collections::HashMap;

use access::Holder;
use access::mandates::{Mandate, Party};
use basics::{Cpr, Cvr, Id};
use people::{OrganisationTag, Person};
use realm::{PersonTag, Realm};
use store::{DbError, Tx};

/// What everybody in some mandates is called, asked for once.
#[derive(Debug, Default)]
pub(crate) struct Names {
    persons: HashMap<Id<PersonTag>, String>,
    organisations: HashMap<Id<OrganisationTag>, String>,
}

impl Names {
    /// The names of whoever is in these mandates.
    pub(crate) async fn of<'m>(
        tx: &Tx,
        mandates: impl IntoIterator<Item = &'m Mandate>,
    ) -> Result<Self, DbError> {
        let (mut persons, mut organisations) = (Vec::new(), Vec::new());
        for mandate in mandates {
            for holder in [mandate.owner, mandate.giver] {
                match holder {
                    Holder::Person(person) => persons.push(person),
                    Holder::Organisation(organisation) => organisations.push(organisation),
                }
            }
            persons.extend(mandate.to.person());
            organisations.extend(mandate.to.organisation());
            organisations.extend(mandate.terms.limits.sender);
        }
        persons.sort_unstable();
        persons.dedup();
        organisations.sort_unstable();
        organisations.dedup();
        Ok(Self {
            persons: people::names_of_persons(tx, &persons).await?,
            organisations: people::names_of_organisations(tx, &organisations).await?,
        })
    }

    /// What a person or an organisation is called; a dash for whoever is not there any more.
    pub(crate) fn holder(&self, holder: Holder) -> String {
        let name = match holder {
            Holder::Person(person) => self.persons.get(&person),
            Holder::Organisation(organisation) => self.organisations.get(&organisation),
        };
        name.cloned().unwrap_or_else(|| "–".to_owned())
    }

    /// To whom a mandate is given, an employee with the name of where they work.
    pub(crate) fn party(&self, party: Party) -> String {
        match party {
            Party::Person(person) => self.holder(Holder::Person(person)),
            Party::Organisation(organisation) => self.holder(Holder::Organisation(organisation)),
            Party::Employee { person, organisation } => {
                let person = self.holder(Holder::Person(person));
                format!("{person}, {}", self.holder(Holder::Organisation(organisation)))
            }
        }
    }

    /// What the organisation is called whose letters alone a mandate opens.
    pub(crate) fn sender(&self, mandate: &Mandate) -> Option<String> {
        mandate.terms.limits.sender.map(|sender| self.holder(Holder::Organisation(sender)))
    }
}

/// What somebody in it is called; a dash for whoever is not there any more.
pub(crate) async fn name_of(tx: &Tx, holder: Holder) -> Result<String, DbError> {
    Ok(match holder {
        Holder::Person(person) => people::person(tx, person).await?.map(|known| known.name),
        Holder::Organisation(organisation) => {
            people::organisation(tx, organisation).await?.map(|known| known.details.name)
        }
    }
    .unwrap_or_else(|| "–".to_owned()))
}

/// To whom it is given, in words: an employee with the name of where they work.
pub(crate) async fn name_of_party(tx: &Tx, party: Party) -> Result<String, DbError> {
    match party {
        Party::Person(person) => name_of(tx, Holder::Person(person)).await,
        Party::Organisation(organisation) => name_of(tx, Holder::Organisation(organisation)).await,
        Party::Employee { person, organisation } => {
            let person = name_of(tx, Holder::Person(person)).await?;
            let organisation = name_of(tx, Holder::Organisation(organisation)).await?;
            Ok(format!("{person}, {organisation}"))
        }
    }
}

/// The person of a CPR number, where the name that was typed fits: a number alone tells nobody whose it is. One word of the name is
/// enough, in whatever case.
pub(crate) async fn person_by(
    tx: &Tx,
    realm: &Realm,
    cpr: &Cpr,
    typed_name: &str,
) -> Result<Option<Person>, DbError> {
    let found = people::cpr::find(tx, &realm.vault, cpr).await?;
    Ok(found.filter(|person| fits(&person.name, typed_name)))
}

fn fits(name: &str, typed: &str) -> bool {
    let words = |text: &str| {
        let is_part = |c: char| c.is_alphanumeric() || c == '\'';
        text.to_lowercase()
            .split(|c| !is_part(c))
            .filter(|word| word.chars().count() > 1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (name, typed) = (words(name), words(typed));
    !typed.is_empty() && typed.iter().all(|word| name.contains(word))
}

/// The organisation of a CVR number.
pub(crate) async fn organisation_by(tx: &Tx, cvr: &Cvr) -> Result<Option<Id<OrganisationTag>>, DbError> {
    let found = people::organisations_by_cvr(tx, std::slice::from_ref(cvr)).await?;
    Ok(found.first().map(|(_, organisation)| *organisation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_was_typed_must_be_in_the_name() {
        assert!(fits("Bo Holm", "holm") && fits("Bo Holm", "Bo Holm") && fits("Bo Ø. Holm", "BO"));
        assert!(!fits("Bo Holm", "") && !fits("Bo Holm", "Aase Holm") && !fits("Bo Holm", "ol"));
    }
}
