//! Mandates that travel with a login: what a privilege list (OIO Basic Privilege Profile) opens, until the session ends.

use basics::Id;
use jiff::Timestamp;
use oiobpp::{Privilege, PrivilegeGroup, PrivilegeList, Scope};
use people::{Baggage, Bringing};
use realm::{Change, PersonTag, Work};
use store::DbError;

use super::hands::{about, step};
use super::standing::in_force;
use super::{
    AskedBy, Basis, Limits, Mandate, MandateError, Moment, Party, State, Step, Terms, catalogue, rules, sql,
};
use crate::Holder;
use crate::mandates::mandate_law;

/// Lets a person who has signed in act by what came with the login, until `until`. What an earlier login brought ends. Powers that
/// are not in the catalogue open nothing and are left out; says how many mandates it made.
///
/// # Errors
/// When the database does not answer.
pub async fn bring_in(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    opened: &[(Holder, Vec<String>)],
    until: Timestamp,
) -> Result<usize, MandateError> {
    for earlier in sql::of_holder(work.tx(), person.uuid()).await? {
        if earlier.basis == Basis::Login && earlier.state == State::Active {
            let Some(mut earlier) = sql::lock(work.tx(), earlier.id).await? else { continue };
            step(work, &mut earlier, Step::Expire).await?;
        }
    }
    let today = work.today();
    let mut made = 0;
    for (owner, powers) in opened {
        let known = |code: &&String| {
            catalogue().power(code, today).is_some_and(|power| power.can_be_given_by(*owner))
        };
        let mut mandate = Mandate {
            id: work.new_id(),
            owner: *owner,
            giver: *owner,
            to: Party::Person(person),
            parent: None,
            basis: Basis::Login,
            asked_by: AskedBy::Holder,
            state: State::Draft,
            terms: Terms {
                powers: powers.iter().filter(known).cloned().collect(),
                starts_on: today,
                ends_on: None,
                with_past_mail: true,
                limits: Limits::default(),
            },
            until: Some(until),
            created_at: work.now(),
            state_at: work.now(),
            pending_until: None,
            first_used_at: None,
            last_used_at: None,
        };
        let law = mandate_law(today);
        if rules::check(&mandate.terms, *owner, mandate.to, catalogue(), &law, today).is_err() {
            continue;
        }
        sql::insert(work.tx(), &mandate).await?;
        let change = Change::new("mandate.bring_in", "mandate", &mandate.id).after(&mandate);
        work.record(about(change, &mandate));
        step(work, &mut mandate, Step::Sign).await?;
        made += 1;
    }
    Ok(made)
}

/// What the powers of the catalogue are called in privilege lists: this, and the code of the power.
pub const PRIVILEGE: &str = "urn:dk:omtanke:power:";

/// Takes in the privilege lists of logins.
#[derive(Debug, Clone, Copy, Default)]
pub struct Privileges;

impl Baggage for Privileges {
    fn take_in<'a>(
        &'a self,
        work: &'a mut Work<'_>,
        person: Id<PersonTag>,
        list: Option<&'a str>,
        until: Timestamp,
    ) -> Bringing<'a> {
        Box::pin(async move {
            let opened = match list.map(PrivilegeList::read_base64) {
                None => Vec::new(),
                Some(Ok(list)) => opened_by(work, &list).await?,
                Some(Err(error)) => {
                    // Whoever signs in is let in all the same: the list alone is left out.
                    tracing::warn!(%error, "a privilege list does not read");
                    work.record(Change::new("privileges.refuse", "person", &person).concerns(person));
                    Vec::new()
                }
            };
            match bring_in(work, person, &opened, until).await {
                Ok(_) => Ok(()),
                Err(MandateError::Db(error)) => Err(error),
                Err(error) => Err(DbError::Other(error.to_string())),
            }
        })
    }
}

/// Whose things a list opens, as far as they are known here, and by which powers. A group with a constraint is left out: what
/// narrows it is not understood, and without it more would be opened than was given.
async fn opened_by(work: &Work<'_>, list: &PrivilegeList) -> Result<Vec<(Holder, Vec<String>)>, DbError> {
    let mut opened = Vec::new();
    for group in list.groups.iter().filter(|group| group.constraints.is_empty()) {
        let owner = match &group.scope {
            Scope::Person(cpr) => people::cpr::find(work.tx(), &work.realm.vault, cpr)
                .await?
                .map(|person| Holder::Person(person.id)),
            Scope::Company(cvr) => {
                let found = people::organisations_by_cvr(work.tx(), std::slice::from_ref(cvr)).await?;
                found.first().map(|(_, organisation)| Holder::Organisation(*organisation))
            }
            Scope::TaxUnit(_) | Scope::ProductionUnit(_) => None,
        };
        let powers: Vec<String> = group
            .privileges
            .iter()
            .filter_map(|privilege| privilege.as_str().strip_prefix(PRIVILEGE))
            .map(str::to_owned)
            .collect();
        if let Some(owner) = owner
            && !powers.is_empty()
        {
            opened.push((owner, powers));
        }
    }
    Ok(opened)
}

/// What a person holds now, as a privilege list that can travel with a login to another system. **It holds CPR numbers in
/// clear**, and each that it tells is recorded. Mandates with limits stay here: the profile has no words for them.
///
/// # Errors
/// When a number does not open, or the database does not answer.
pub async fn privileges_of(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
) -> Result<PrivilegeList, people::cpr::ReadCprError> {
    let moment = Moment { now: work.now(), today: work.today() };
    let mut list = PrivilegeList::default();
    for mandate in sql::of_holder(work.tx(), person.uuid()).await? {
        let is_plain = mandate.to == Party::Person(person) && mandate.terms.limits.is_none();
        if !is_plain || mandate.basis == Basis::Login || in_force(&mandate, moment).is_err() {
            continue;
        }
        let scope = match mandate.owner {
            Holder::Person(owner) => {
                people::cpr::reveal(work, owner, "a privilege list").await?.map(Scope::Person)
            }
            Holder::Organisation(owner) => {
                let known = people::organisation(work.tx(), owner).await?;
                known.and_then(|known| known.cvr).map(Scope::Company)
            }
        };
        let Some(scope) = scope else { continue };
        let mut group = PrivilegeGroup::new(scope);
        let privileges =
            mandate.terms.powers.iter().map(|code| format!("{PRIVILEGE}{code}").parse::<Privilege>());
        group.privileges = privileges.filter_map(Result::ok).collect();
        list.groups.push(group);
    }
    Ok(list)
}
