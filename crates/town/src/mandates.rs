//! Who in the town may act for whom: Bo reads Aase's post, her neighbour asks to, and a nursery has given rights to its people
//! and to its accountant.

use access::mandates::{By, Limits, Mandate, MandateError, Party, Terms, ask, begin, sign};
use access::{Holder, ManageMandates, allow};
use basics::Id;
use jiff::ToSpan as _;
use people::OrganisationTag;
use realm::Work;

use crate::people_of::id_of;
use crate::{AASE, BO, INGE, KAREN, LARS, NIELS, TownError, post};

/// The department whose wages Lars reports.
const GREENHOUSE: &str = "1000000001";

/// Gives them, and asks for the one that waits.
pub(crate) async fn give(work: Work<'_>) -> Result<Work<'_>, TownError> {
    let (aase, bo, inge) = (id_of(&work, &AASE).await?, id_of(&work, &BO).await?, id_of(&work, &INGE).await?);
    let (karen, lars, niels) =
        (id_of(&work, &KAREN).await?, id_of(&work, &LARS).await?, id_of(&work, &NIELS).await?);
    let nursery = organisation(&work, post::NURSERY).await?;
    let accountant = organisation(&work, post::ACCOUNTANT).await?;
    let (owner, adviser) = (Holder::Organisation(nursery), Holder::Organisation(accountant));
    let employee = |person| Party::Employee { person, organisation: nursery };

    let terms = terms(&work, &["post.read"]);
    let (mut work, _) = given(work, Holder::Person(aase), Party::Person(bo), None, terms.clone()).await?;
    let (by, to) = (By::Holder(inge), Party::Person(inge));
    let request =
        begin(&mut work, by, Holder::Person(aase), to, None, terms).await.map_err(|error| refused(&error))?;
    ask(&mut work, by, request.id).await.map_err(|error| refused(&error))?;

    let at_the_office = self::terms(&work, &["post.read_write", "vat.act"]);
    let (work, _) = given(work, owner, employee(karen), None, at_the_office).await?;
    let limits = Limits { production_unit: Some(GREENHOUSE.to_owned()), ..Limits::default() };
    let wages = Terms { limits, ..self::terms(&work, &["payroll.act"]) };
    let (work, _) = given(work, owner, employee(lars), None, wages).await?;

    let books = self::terms(&work, &["vat.act", "tax.see"]);
    let (work, held) = given(work, owner, Party::Organisation(accountant), None, books).await?;
    let to = Party::Employee { person: niels, organisation: accountant };
    let vat = self::terms(&work, &["vat.act"]);
    let (work, _) = given(work, adviser, to, Some(&held), vat).await?;
    Ok(work)
}

/// From today on, for a year.
fn terms(work: &Work<'_>, powers: &[&str]) -> Terms {
    let today = work.today();
    Terms {
        powers: powers.iter().map(|&code| code.to_owned()).collect(),
        starts_on: today,
        ends_on: Some(today.saturating_add(1.year())),
        with_past_mail: true,
        limits: Limits::default(),
    }
}

/// What the giver owns, or passes on from `parent`.
async fn given<'w>(
    work: Work<'w>,
    giver: Holder,
    to: Party,
    parent: Option<&Mandate>,
    terms: Terms,
) -> Result<(Work<'w>, Mandate), TownError> {
    let (mut work, permit) = allow::<ManageMandates>(work, giver)
        .await
        .map_err(|problem| TownError::Refused(format!("a mandate cannot be given: {}", problem.key)))?;
    let by = By::Giver(&permit);
    let owner = parent.map_or(giver, |parent| parent.owner);
    let draft = begin(&mut work, by, owner, to, parent.map(|parent| parent.id), terms)
        .await
        .map_err(|error| refused(&error))?;
    let given = sign(&mut work, by, draft.id).await.map_err(|error| refused(&error))?;
    Ok((work, given))
}

async fn organisation(work: &Work<'_>, name: &str) -> Result<Id<OrganisationTag>, TownError> {
    let all = people::organisations(work.tx()).await?;
    let found = all.into_iter().find(|organisation| organisation.name == name);
    found.map(|found| found.id).ok_or_else(|| TownError::Refused(format!("{name} is not here")))
}

fn refused(error: &MandateError) -> TownError {
    TownError::Refused(error.to_string())
}
