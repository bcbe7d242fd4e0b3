//! The mandates of a scenario: how they stand.

use ::scenarios::{Name, Standing};
use access::mandates::{Mandate, Party, State, of_owner};
use jiff::civil::Date;
use realm::Realm;

use super::cast::{Cast, today};
use super::mail::{Look, LookError};

/// What a goal says of a mandate besides who gives what to whom.
pub(super) struct Wanted<'g> {
    pub(super) power: &'g Name,
    pub(super) is: Standing,
    pub(super) folders: Option<&'g [Name]>,
    pub(super) everything: Option<bool>,
    pub(super) ends: Option<bool>,
}

/// Whether a mandate stands as it is wanted.
pub(super) async fn stands(
    realm: &Realm,
    cast: &Cast<'_>,
    from: &Name,
    to: &Name,
    wanted: &Wanted<'_>,
) -> Result<bool, LookError> {
    let party = cast.party(from, to)?;
    let all = of_owner(&realm.read().await?, cast.holder(from)?).await?;
    let day = today(realm);
    let of_it =
        |mandate: &&Mandate| is_to(mandate, party) && mandate.terms.powers.contains(&wanted.power.text);
    let mut some: Vec<&Mandate> = all.iter().filter(of_it).collect();
    if wanted.is == Standing::Withdrawn {
        let was_taken_back = some.iter().any(|mandate| mandate.state == State::Withdrawn);
        return Ok(was_taken_back && !some.iter().any(|mandate| is_in_force(mandate, day)));
    }
    some.retain(|mandate| is_at(mandate, wanted.is, day));
    if let Some(everything) = wanted.everything {
        some.retain(|mandate| mandate.terms.limits.is_whole_from_now_on() == everything);
    }
    if let Some(ends) = wanted.ends {
        some.retain(|mandate| mandate.terms.ends_on.is_some() == ends);
    }
    let Some(folders) = wanted.folders else { return Ok(!some.is_empty()) };
    let Some(look) = Look::into(realm, cast, from).await? else { return Ok(false) };
    let mut ids = Vec::new();
    for folder in folders {
        match look.folder(folder).await? {
            Some(id) => ids.push(id.uuid()),
            None => return Ok(false),
        }
    }
    ids.sort_unstable();
    Ok(some.iter().any(|mandate| {
        let mut limited = mandate.terms.limits.folders.clone().unwrap_or_default();
        limited.sort_unstable();
        limited == ids
    }))
}

/// Whether the mandate is to them, as themself or where they work.
pub(super) fn is_to(mandate: &Mandate, party: Party) -> bool {
    mandate.to == party || (party.person().is_some() && mandate.to.person() == party.person())
}

fn is_in_force(mandate: &Mandate, day: Date) -> bool {
    let terms = &mandate.terms;
    mandate.state == State::Active && terms.starts_on <= day && terms.ends_on.is_none_or(|last| day <= last)
}

fn is_at(mandate: &Mandate, standing: Standing, day: Date) -> bool {
    match standing {
        Standing::Active => is_in_force(mandate, day),
        Standing::Requested => mandate.state == State::Requested,
        Standing::OnPaper => mandate.state == State::WaitingForSignature,
        Standing::Rejected => mandate.state == State::Rejected,
        Standing::Withdrawn => mandate.state == State::Withdrawn,
    }
}
