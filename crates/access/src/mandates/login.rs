//! Mandates that travel with a login: what a privilege list (OIO Basic Privilege Profile) opens, until the session ends.

use basics::Id;
use jiff::Timestamp;
use realm::{Change, PersonTag, Work};

use super::hands::{about, step};
use super::{
    AskedBy, Basis, Limits, Mandate, MandateError, Party, State, Step, Terms, catalogue, rules, sql,
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
