//! Who the people and organisations of a scenario are in a realm.

use std::collections::BTreeMap;

use ::scenarios::{Name, Scenario};
use access::Holder;
use access::mandates::Party;
use basics::{Cpr, Cvr, Id};
use people::OrganisationTag;
use realm::{Actor, PersonTag, Realm, Via};
use store::{DbError, Tx};
use vault::Keyring;

/// The people and organisations of a scenario, as the realm knows them.
#[derive(Debug, Clone)]
pub struct Cast<'s> {
    pub(super) scenario: &'s Scenario,
    people: BTreeMap<&'s str, Id<PersonTag>>,
    organisations: BTreeMap<&'s str, Id<OrganisationTag>>,
}

/// Somebody of a scenario cannot be found.
#[derive(Debug, thiserror::Error)]
pub enum CastError {
    /// They are not in this realm, or not in the scenario.
    #[error("there is nobody called {0}")]
    Nobody(String),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl<'s> Cast<'s> {
    /// Looks for everybody; `None` where the scenario has not been played in this realm.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find(tx: &Tx, vault: &Keyring, scenario: &'s Scenario) -> Result<Option<Self>, DbError> {
        let (mut people, mut organisations) = (BTreeMap::new(), BTreeMap::new());
        for (key, person) in &scenario.people {
            let Ok(cpr) = person.cpr.text.parse::<Cpr>() else { return Ok(None) };
            let Some(found) = people::cpr::find(tx, vault, &cpr).await? else { return Ok(None) };
            people.insert(key.as_str(), found.id);
        }
        for (key, organisation) in &scenario.organisations {
            let Ok(cvr) = organisation.cvr.text.parse::<Cvr>() else { return Ok(None) };
            let found = people::organisations_by_cvr(tx, &[cvr]).await?;
            let Some((_, id)) = found.first() else { return Ok(None) };
            organisations.insert(key.as_str(), *id);
        }
        Ok(Some(Self { scenario, people, organisations }))
    }

    /// The person.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn person(&self, name: &Name) -> Result<Id<PersonTag>, CastError> {
        self.people.get(name.as_str()).copied().ok_or_else(|| CastError::Nobody(name.text.clone()))
    }

    /// The organisation.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn organisation(&self, name: &Name) -> Result<Id<OrganisationTag>, CastError> {
        self.organisations.get(name.as_str()).copied().ok_or_else(|| CastError::Nobody(name.text.clone()))
    }

    /// The person or organisation, as a holder of things.
    ///
    /// # Errors
    /// When there is neither of this name.
    pub fn holder(&self, name: &Name) -> Result<Holder, CastError> {
        match self.people.get(name.as_str()) {
            Some(person) => Ok(Holder::Person(*person)),
            None => self.organisation(name).map(Holder::Organisation),
        }
    }

    /// Whoever a mandate of `giver` is to: those who work there get it as employees.
    ///
    /// # Errors
    /// When there is neither a person nor an organisation of this name.
    pub fn party(&self, giver: &Name, to: &Name) -> Result<Party, CastError> {
        let Some(&person) = self.people.get(to.as_str()) else {
            return self.organisation(to).map(Party::Organisation);
        };
        let works_at = self.scenario.people.get(to.as_str()).and_then(|person| person.at.as_ref());
        match works_at {
            Some(at) if at.text == giver.text => {
                Ok(Party::Employee { person, organisation: self.organisation(at)? })
            }
            _ => Ok(Party::Person(person)),
        }
    }

    /// Whoever acts for a holder: the person, or somebody at the organisation who may.
    ///
    /// # Errors
    /// When nobody there may.
    pub fn hands_of(&self, name: &Name) -> Result<Id<PersonTag>, CastError> {
        if let Some(person) = self.people.get(name.as_str()) {
            return Ok(*person);
        }
        let may = |person: &::scenarios::Person| {
            let is_there = person.at.as_ref().is_some_and(|at| at.text == name.text);
            is_there && person.role.is_some_and(|role| role != ::scenarios::Role::Employee)
        };
        let found = self.scenario.people.iter().find(|(_, person)| may(person));
        let found = found.and_then(|(key, _)| self.people.get(key.as_str()));
        found.copied().ok_or_else(|| CastError::Nobody(format!("who acts for {name}")))
    }

    /// The person as somebody who acts on the pages.
    pub(super) fn actor(&self, person: Id<PersonTag>) -> Actor {
        let key = self.people.iter().find(|(_, id)| **id == person).map(|(key, _)| *key);
        let name = key.and_then(|key| self.scenario.name_of(key)).unwrap_or_default();
        Actor {
            person: Some(person),
            label: name.to_owned(),
            via: Via::Web,
            on_behalf_of: None,
            request: String::new(),
        }
    }
}

/// The program itself, which looks what has become of a sandbox.
pub(super) fn program() -> Actor {
    Actor::program("practice", Via::Program)
}

/// The day that it is in the realm.
pub(super) fn today(realm: &Realm) -> jiff::civil::Date {
    realm.now().to_zoned(realm.zone().clone()).date()
}
