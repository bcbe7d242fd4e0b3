//! At the counter: a trusted employee (*betroet medarbejder*) registers what somebody has signed or said, or decides for a
//! citizen without eID. What was seen is kept as its kind, never as a copy.

mod sql;
mod wrong_numbers;

use basics::Id;
use jiff::Timestamp;
use people::{OrganisationTag, Role};
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};

use super::answering::put_in_force;
use super::beginning::{days, not_involved};
use super::hands::{about, step};
use super::{
    Basis, Event, Mandate, MandateError, MandateTag, Party, State, Step, catalogue, events, mandate_law,
};
use crate::{Holder, Permit, RegisterMandate, ReviewMandate};

pub use wrong_numbers::{may_look_up, note_wrong_number};

/// What proved who the giver is, or that the giver has said yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// A passport.
    Passport,
    /// A driving licence.
    DrivingLicence,
    /// An identity card of a municipality.
    IdentityCard,
    /// A residence card.
    ResidenceCard,
    /// Two people who know the citizen and have shown who they are.
    TwoWitnesses,
    /// A form signed by hand, with proof of who signed it.
    SignedForm,
    /// A general power of attorney, signed by a lawyer or two witnesses.
    GeneralPower,
    /// A future power of attorney that has been put in force.
    FuturePower,
}

impl EvidenceKind {
    /// Each of them.
    pub const ALL: [EvidenceKind; 8] = [
        EvidenceKind::Passport,
        EvidenceKind::DrivingLicence,
        EvidenceKind::IdentityCard,
        EvidenceKind::ResidenceCard,
        EvidenceKind::TwoWitnesses,
        EvidenceKind::SignedForm,
        EvidenceKind::GeneralPower,
        EvidenceKind::FuturePower,
    ];

    /// The word in tables and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            EvidenceKind::Passport => "passport",
            EvidenceKind::DrivingLicence => "driving_licence",
            EvidenceKind::IdentityCard => "identity_card",
            EvidenceKind::ResidenceCard => "residence_card",
            EvidenceKind::TwoWitnesses => "two_witnesses",
            EvidenceKind::SignedForm => "signed_form",
            EvidenceKind::GeneralPower => "general_power",
            EvidenceKind::FuturePower => "future_power",
        }
    }

    /// What this word means.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    fn basis(self) -> Basis {
        match self {
            EvidenceKind::SignedForm => Basis::Paper,
            EvidenceKind::GeneralPower => Basis::General,
            EvidenceKind::FuturePower => Basis::Future,
            _ => Basis::Counter,
        }
    }
}

/// Who was seen at the counter, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The giver.
    pub giver: Holder,
    /// To whom it is given.
    pub to: Party,
}

/// What the employee says of it.
#[derive(Debug, Clone)]
pub struct Proof {
    /// What was shown.
    pub kind: EvidenceKind,
    /// The case under which the office has it.
    pub case_number: String,
    /// Who was seen.
    pub seen: Seen,
}

/// What has been registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Of which mandate.
    pub mandate: Id<MandateTag>,
    /// What was shown, as a word.
    pub kind: String,
    /// The case under which the office has it.
    pub case_number: String,
    /// Who registered it.
    pub registered_by: Id<PersonTag>,
    /// For which office.
    pub organisation: Option<Id<OrganisationTag>>,
    /// When.
    pub registered_at: Timestamp,
    /// Whether a second employee must look before it is in force.
    pub needs_second: bool,
    /// The second one.
    pub second_by: Option<Id<PersonTag>>,
    /// Whether chance has chosen it for a look afterwards.
    pub sampled: bool,
    /// Who has looked.
    pub reviewed_by: Option<Id<PersonTag>>,
    /// What they found, as a word.
    pub verdict: Option<String>,
}

impl Evidence {
    /// Whether its mandate, which stands here, waits for a second employee.
    #[must_use]
    pub fn waits(&self, state: State) -> bool {
        state == State::WaitingForSignature && self.needs_second && self.second_by.is_none()
    }
}

/// What became of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registered {
    /// It is in force.
    InForce,
    /// It opens something sensitive, and waits for a second employee.
    NeedsSecond,
}

/// What somebody found who looked afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It was registered as it should be.
    Right,
    /// It was not, and ends at once.
    Wrong,
}

/// Registers that the giver has said yes, on proof. Sensitive powers wait for a second employee.
///
/// # Errors
/// When the people seen are not those in it, the employee is a party or near family of one, or the case number is missing.
pub async fn register(
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    id: Id<MandateTag>,
    proof: &Proof,
) -> Result<Registered, MandateError> {
    let mut mandate = super::sql::lock(work.tx(), id).await?.ok_or(MandateError::NotThere)?;
    let employee = work.actor.person.ok_or(MandateError::NotThere)?;
    if mandate.state.after(Step::Sign).is_none() {
        return Err(MandateError::Step(mandate.state));
    }
    not_involved(work, permit, &mandate).await?;
    if (proof.seen.giver, proof.seen.to) != (mandate.giver, mandate.to) {
        return Err(MandateError::OtherPeople);
    }
    let case_number = proof.case_number.trim();
    if !(1..=40).contains(&case_number.chars().count()) || case_number.contains(char::is_control) {
        return Err(MandateError::CaseNumber);
    }
    if sql::of(work.tx(), id).await?.is_some_and(|known| known.needs_second) {
        return Err(MandateError::Step(mandate.state));
    }
    let today = work.today();
    let is_sensitive = |code: &String| catalogue().power(code, today).is_some_and(|power| power.is_sensitive);
    let offices = people::memberships_of(work.tx(), employee, today).await?;
    let office = offices.iter().find(|one| one.role == Role::TrustedEmployee);
    let evidence = Evidence {
        mandate: id,
        kind: proof.kind.code().to_owned(),
        case_number: case_number.to_owned(),
        registered_by: employee,
        organisation: office.map(|office| office.organisation),
        registered_at: work.now(),
        needs_second: mandate.terms.powers.iter().any(is_sensitive),
        second_by: None,
        sampled: is_drawn(work),
        reviewed_by: None,
        verdict: None,
    };
    sql::put(work.tx(), &evidence).await?;
    work.record(about(Change::new("mandate.register", "mandate", &id), &mandate).after(&evidence));
    mandate.basis = proof.kind.basis();
    if evidence.needs_second {
        mandate.pending_until = Some(work.now() + days(mandate_law(today).paper_pending_days));
        if mandate.state == State::WaitingForSignature {
            super::sql::set_state(work.tx(), &mandate).await?;
        } else {
            step(work, &mut mandate, Step::AwaitSignature).await?;
        }
        events::tell(work, &mandate, Event::AwaitsSignature).await?;
        return Ok(Registered::NeedsSecond);
    }
    put_in_force(work, &mut mandate).await?;
    Ok(Registered::InForce)
}

/// The second pair of eyes says yes, and the mandate is in force.
///
/// # Errors
/// When nothing waits for it, or the employee registered it, is a party, or near family of one.
pub async fn second(
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    id: Id<MandateTag>,
) -> Result<Mandate, MandateError> {
    let mut mandate = seen_by_second(work, permit, id).await?;
    put_in_force(work, &mut mandate).await?;
    Ok(mandate)
}

/// The second pair of eyes says no, and the mandate is rejected.
///
/// # Errors
/// As those of [`second`].
pub async fn turn_down(
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    id: Id<MandateTag>,
) -> Result<Mandate, MandateError> {
    let mut mandate = seen_by_second(work, permit, id).await?;
    step(work, &mut mandate, Step::Reject).await?;
    events::tell(work, &mandate, Event::Rejected).await?;
    Ok(mandate)
}

/// Notes who the second employee is, and gives the mandate that waits for their answer: never that of whoever registered it.
async fn seen_by_second(
    work: &mut Work<'_>,
    permit: &Permit<RegisterMandate>,
    id: Id<MandateTag>,
) -> Result<Mandate, MandateError> {
    let mandate = super::sql::lock(work.tx(), id).await?.ok_or(MandateError::NotThere)?;
    let employee = work.actor.person.ok_or(MandateError::NotThere)?;
    let evidence = sql::of(work.tx(), id).await?.ok_or(MandateError::NotThere)?;
    if evidence.registered_by == employee {
        return Err(MandateError::SameEmployee);
    }
    if !evidence.waits(mandate.state) {
        return Err(MandateError::Step(mandate.state));
    }
    not_involved(work, permit, &mandate).await?;
    sql::set_second(work.tx(), id, employee, work.now()).await?;
    Ok(mandate)
}

/// What waits for a second employee, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_for_second(
    tx: &Tx,
    _permit: &Permit<RegisterMandate>,
) -> Result<Vec<Evidence>, DbError> {
    sql::waiting_for_second(tx).await
}

/// What chance has chosen for a look afterwards and nobody has looked at, but what `reviewer` had a hand in; the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn to_review(
    tx: &Tx,
    _permit: &Permit<ReviewMandate>,
    reviewer: Id<PersonTag>,
) -> Result<Vec<Evidence>, DbError> {
    let mut sampled = sql::sampled(tx).await?;
    sampled.retain(|one| one.registered_by != reviewer && one.second_by != Some(reviewer));
    Ok(sampled)
}

/// Says what was found. What was registered wrongly ends at once, and its parties are told.
///
/// # Errors
/// When it was not chosen, somebody has looked already, or whoever looks had a hand in it, is a party to it or near family of one.
pub async fn review(
    work: &mut Work<'_>,
    permit: &Permit<ReviewMandate>,
    id: Id<MandateTag>,
    verdict: Verdict,
) -> Result<(), MandateError> {
    let mut mandate = super::sql::lock(work.tx(), id).await?.ok_or(MandateError::NotThere)?;
    let reviewer = work.actor.person.ok_or(MandateError::NotThere)?;
    let evidence = sql::of(work.tx(), id).await?.ok_or(MandateError::NotThere)?;
    if !evidence.sampled || evidence.verdict.is_some() {
        return Err(MandateError::NotThere);
    }
    if evidence.registered_by == reviewer || evidence.second_by == Some(reviewer) {
        return Err(MandateError::SameEmployee);
    }
    not_involved(work, permit, &mandate).await?;
    let word = if verdict == Verdict::Right { "right" } else { "wrong" };
    sql::set_verdict(work.tx(), id, reviewer, word, work.now()).await?;
    let change = Change::new("mandate.review", "mandate", &id).after(&word);
    work.record(about(change, &mandate));
    if verdict == Verdict::Wrong && mandate.state.after(Step::Reject).is_some() {
        step(work, &mut mandate, Step::Reject).await?;
        events::tell(work, &mandate, Event::Rejected).await?;
    }
    Ok(())
}

/// What was registered of a mandate at a counter.
///
/// # Errors
/// When the database does not answer.
pub async fn evidence_of(tx: &Tx, id: Id<MandateTag>) -> Result<Option<Evidence>, DbError> {
    sql::of(tx, id).await
}

/// Whether chance chooses a registration for a look afterwards.
fn is_drawn(work: &Work<'_>) -> bool {
    let mut drawn = [0; 4];
    work.realm.chance.fill(&mut drawn);
    i64::from(u32::from_le_bytes(drawn) % 100) < mandate_law(work.today()).sample_percent
}
