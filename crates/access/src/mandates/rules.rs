//! What a mandate may say: pure.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Catalogue, Mandate, MandateLaw, Party, Terms};
use crate::Holder;

/// What a mandate says cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It opens nothing.
    #[error("the mandate opens nothing")]
    NoPower,
    /// There is no such power on its first day, or such a giver cannot give it.
    #[error("{0} cannot be given")]
    Power(String),
    /// Nobody needs a mandate for themself.
    #[error("the giver and the holder are the same")]
    Oneself,
    /// The giver is younger than the rules say.
    #[error("the giver is younger than {0} years")]
    TooYoung(i64),
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    EndsBeforeItStarts,
    /// The last day has passed, or the first one has.
    #[error("the mandate lies in the past")]
    InThePast,
    /// The last day is further ahead than the rules say.
    #[error("the last day is more than {0} days ahead")]
    TooLong(i64),
    /// What is passed on opens more than is held.
    #[error("the mandate that is passed on does not open as much")]
    WiderThanHeld,
    /// It was passed on as often as the rules allow.
    #[error("the mandate cannot be passed on further")]
    TooDeep,
    /// A mandate is passed on only to people who work where it is held.
    #[error("a mandate is passed on only to people who work for its holder")]
    NotOwnEmployee,
    /// A text is longer than 40 characters, or a P-number has not ten digits.
    #[error("the {0} does not read")]
    Limit(&'static str),
}

/// Checks what a mandate says, whoever begins it.
pub(super) fn check(
    terms: &Terms,
    owner: Holder,
    to: Party,
    catalogue: &Catalogue,
    law: &MandateLaw,
    today: Date,
) -> Result<(), Unfit> {
    if terms.powers.is_empty() && !to.is(owner) {
        return Err(Unfit::NoPower);
    }
    check_so_far(terms, owner, to, catalogue, law, today)
}

/// Checks what a draft says so far: what it opens may be left for later.
pub(super) fn check_so_far(
    terms: &Terms,
    owner: Holder,
    to: Party,
    catalogue: &Catalogue,
    law: &MandateLaw,
    today: Date,
) -> Result<(), Unfit> {
    if to.is(owner) {
        return Err(Unfit::Oneself);
    }
    let first_day = terms.starts_on.max(today);
    for code in &terms.powers {
        let power = catalogue.power(code, first_day);
        if !power.is_some_and(|power| power.can_be_given_by(owner)) {
            return Err(Unfit::Power(code.clone()));
        }
    }
    if let Some(last) = terms.ends_on {
        if last < terms.starts_on {
            return Err(Unfit::EndsBeforeItStarts);
        }
        if last < today {
            return Err(Unfit::InThePast);
        }
        if today.saturating_add(law.longest_days.days()) < last {
            return Err(Unfit::TooLong(law.longest_days));
        }
    }
    if terms.limits.case_number.as_ref().is_some_and(|number| !is_short(number)) {
        return Err(Unfit::Limit("case number"));
    }
    let is_unit = |unit: &String| unit.len() == 10 && unit.bytes().all(|byte| byte.is_ascii_digit());
    if terms.limits.production_unit.as_ref().is_some_and(|unit| !is_unit(unit)) {
        return Err(Unfit::Limit("P-number"));
    }
    Ok(())
}

fn is_short(text: &str) -> bool {
    let n = text.chars().count();
    (1..=40).contains(&n) && !text.contains(char::is_control)
}

/// Checks that a giver is old enough. Of whom no date of birth is known, nothing is held against.
pub(super) fn old_enough(born: Option<Date>, law: &MandateLaw, today: Date) -> Result<(), Unfit> {
    let years = i16::try_from(law.giver_age_years).unwrap_or(i16::MAX);
    let is_old_enough = born.is_none_or(|born| born.saturating_add(years.years()) <= today);
    if is_old_enough { Ok(()) } else { Err(Unfit::TooYoung(law.giver_age_years)) }
}

/// Checks that what is passed on opens no more than what is held. `links` is how often the parent was passed on already.
pub(super) fn check_passing_on(
    terms: &Terms,
    to: Party,
    parent: &Mandate,
    links: i64,
    law: &MandateLaw,
) -> Result<(), Unfit> {
    let Party::Organisation(organisation) = parent.to else { return Err(Unfit::NotOwnEmployee) };
    if !matches!(to, Party::Employee { organisation: employer, .. } if employer == organisation) {
        return Err(Unfit::NotOwnEmployee);
    }
    if links + 1 > law.deepest_link {
        return Err(Unfit::TooDeep);
    }
    let held = &parent.terms;
    let is_within = terms.powers.iter().all(|code| held.powers.contains(code))
        && terms.limits.are_within(&held.limits)
        && held.starts_on <= terms.starts_on
        && held.ends_on.is_none_or(|last| terms.ends_on.is_some_and(|end| end <= last));
    if is_within { Ok(()) } else { Err(Unfit::WiderThanHeld) }
}

#[cfg(test)]
mod tests {
    use basics::Id;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::mandates::{Limits, catalogue, mandate_law};

    const TODAY: Date = date(2026, 3, 2);

    fn terms(powers: &[&str]) -> Terms {
        Terms {
            powers: powers.iter().map(|&code| code.to_owned()).collect(),
            starts_on: TODAY,
            ends_on: None,
            with_past_mail: true,
            limits: Limits::default(),
        }
    }

    #[test]
    fn a_draft_may_open_nothing_yet_but_not_lie_in_the_past() {
        let owner = Holder::Person(Id::from_uuid(Uuid::from_u128(1)));
        let to = Party::Person(Id::from_uuid(Uuid::from_u128(2)));
        let so_far = |terms, to| check_so_far(&terms, owner, to, catalogue(), &mandate_law(TODAY), TODAY);
        assert_eq!(so_far(terms(&[]), to), Ok(()));
        assert_eq!(so_far(terms(&[]), Party::Person(Id::from_uuid(Uuid::from_u128(1)))), Err(Unfit::Oneself));
        let past = Terms { starts_on: date(2026, 1, 1), ends_on: Some(date(2026, 2, 1)), ..terms(&[]) };
        assert_eq!(so_far(past, to), Err(Unfit::InThePast));
    }

    fn checked(terms: &Terms) -> Result<(), Unfit> {
        let owner = Holder::Person(Id::from_uuid(Uuid::from_u128(1)));
        let to = Party::Person(Id::from_uuid(Uuid::from_u128(2)));
        check(terms, owner, to, catalogue(), &mandate_law(TODAY), TODAY)
    }

    #[test]
    fn what_a_mandate_cannot_say_is_refused() {
        assert_eq!(checked(&terms(&["post.read"])), Ok(()));
        assert_eq!(checked(&terms(&[])), Err(Unfit::NoPower));
        assert_eq!(checked(&terms(&["post.read", "vat.act"])), Err(Unfit::Power("vat.act".to_owned())));
        let ends = |last| Terms { ends_on: Some(last), ..terms(&["post.read"]) };
        assert_eq!(checked(&ends(TODAY)), Ok(()));
        assert_eq!(checked(&ends(date(2026, 3, 1))), Err(Unfit::EndsBeforeItStarts));
        let past = Terms { starts_on: date(2026, 1, 1), ..ends(date(2026, 3, 1)) };
        assert_eq!(checked(&past), Err(Unfit::InThePast));
        assert_eq!(checked(&ends(date(2040, 1, 1))), Err(Unfit::TooLong(3650)));
        let unit = Limits { production_unit: Some("12".to_owned()), ..Limits::default() };
        let unit = Terms { limits: unit, ..terms(&["post.read"]) };
        assert_eq!(checked(&unit), Err(Unfit::Limit("P-number")));
        let case = Limits { case_number: Some("x".repeat(41)), ..Limits::default() };
        let case = Terms { limits: case, ..terms(&["post.read"]) };
        assert_eq!(checked(&case), Err(Unfit::Limit("case number")));
    }

    #[test]
    fn somebody_can_give_from_the_day_they_turn_fifteen() {
        let law = mandate_law(TODAY);
        assert_eq!(old_enough(Some(date(2011, 3, 2)), &law, TODAY), Ok(()));
        assert_eq!(old_enough(Some(date(2011, 3, 3)), &law, TODAY), Err(Unfit::TooYoung(15)));
        assert_eq!(old_enough(None, &law, TODAY), Ok(()));
    }

    #[test]
    fn what_was_passed_on_as_often_as_the_rules_allow_goes_no_further() {
        use crate::mandates::{AskedBy, Basis, State};
        let organisation = Id::from_uuid(Uuid::from_u128(3));
        let owner = Holder::Person(Id::from_uuid(Uuid::from_u128(1)));
        let parent = Mandate {
            id: Id::from_uuid(Uuid::from_u128(4)),
            owner,
            giver: owner,
            to: Party::Organisation(organisation),
            parent: None,
            basis: Basis::Digital,
            asked_by: AskedBy::Giver,
            state: State::Active,
            terms: terms(&["tax.see"]),
            until: None,
            created_at: jiff::Timestamp::UNIX_EPOCH,
            state_at: jiff::Timestamp::UNIX_EPOCH,
            pending_until: None,
            first_used_at: None,
            last_used_at: None,
        };
        let to = Party::Employee { person: Id::from_uuid(Uuid::from_u128(2)), organisation };
        let law = mandate_law(TODAY);
        let passed = |links| check_passing_on(&terms(&["tax.see"]), to, &parent, links, &law);
        assert_eq!(passed(law.deepest_link - 1), Ok(()));
        assert_eq!(passed(law.deepest_link), Err(Unfit::TooDeep));
    }
}
