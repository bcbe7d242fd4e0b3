//! `/staff/call-ups`: the follow-up list of a sending authority, as a page and as a file.

use access::{Action as _, FollowUp, Permit, Where, allow_to_see, organisations_where};
use askama::Template;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use basics::Id;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use page::{May, Problem, Query, Routes, Shell, Visit, html};
use people::{Organisation, OrganisationTag};
use serde::Deserialize;
use store::Tx;

use super::{CallUp, not_opened};

const PATH: &str = "/staff/call-ups";
const FILE: &str = "/staff/call-ups.csv";

/// How many stand on a page.
const ON_A_PAGE: i64 = 100;
/// How many stand in a file: more have piled up in no authority, and it must end somewhere.
const IN_A_FILE: i64 = 50_000;

pub(crate) fn routes() -> Routes {
    let may = May::Do(FollowUp::NAME);
    Routes::new().get(PATH, may, get(list)).get(FILE, may, get(file))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    organisation: String,
    /// Where the page before ended: `MICROSECONDS,UUID`.
    behind: String,
}

struct Line {
    message: String,
    available: String,
}

#[derive(Template)]
#[template(path = "follow_up/list.html")]
struct ListPage {
    shell: Shell,
    organisation: String,
    /// The visitor's other organisations: name and address of the page.
    others: Vec<(String, String)>,
    explanation: String,
    lines: Vec<Line>,
    file: String,
    next: Option<String>,
}

/// The organisation that is asked for, or the first of the visitor's own.
async fn chosen(
    visit: &Visit,
    tx: &Tx,
    asked: &str,
) -> Result<(Organisation, Permit<FollowUp>, Vec<Organisation>), Problem> {
    let person = visit.visitor.as_ref().map(|visitor| visitor.person).ok_or_else(Problem::sign_in_first)?;
    let today = visit.realm.now().to_zoned(visit.realm.zone().clone()).date();
    let ids = match organisations_where::<FollowUp>(tx, person, today).await? {
        Where::Only(ids) => ids,
        Where::Anywhere => Vec::new(),
    };
    let wanted: Option<Id<OrganisationTag>> = match asked {
        "" => ids.first().copied(),
        asked => Some(asked.parse().map_err(|_| Problem::not_found())?),
    };
    let wanted = wanted.ok_or_else(Problem::not_found)?;
    let permit = allow_to_see::<FollowUp>(&visit.realm, &visit.actor(), tx, wanted).await?;
    let organisation = people::organisation(tx, wanted).await?.ok_or_else(Problem::not_found)?;
    let mut others = Vec::new();
    for id in ids.into_iter().filter(|id| *id != wanted) {
        others.extend(people::organisation(tx, id).await?);
    }
    Ok((organisation, permit, others))
}

async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let (organisation, permit, others) = chosen(&visit, &tx, &asked.organisation).await?;
    let behind = behind(&asked.behind);
    let now = visit.realm.now();
    let zone = visit.realm.zone();
    let mut found = not_opened(&tx, &permit, now, zone, behind, ON_A_PAGE + 1).await?;
    let has_more = found.len() > usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    found.truncate(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| has_more).map(|last| {
        let behind = format!("{},{}", last.at.as_microsecond(), last.message_uuid);
        visit.href(&format!("{PATH}?organisation={}&behind={behind}", organisation.id))
    });
    let days = crate::terms::post_terms(now.to_zoned(zone.clone()).date()).call_up_follow_up_days;
    let link = |other: Organisation| {
        (other.details.name.clone(), visit.href(&format!("{PATH}?organisation={}", other.id)))
    };
    Ok(html(&ListPage {
        shell: visit.staff_shell(words.t("call-ups-title")),
        explanation: words.t1("call-ups-text", "days", days),
        others: others.into_iter().map(link).collect(),
        lines: found
            .iter()
            .map(|one| Line {
                message: one.message_uuid.to_string(),
                available: words.date(one.at.to_zoned(zone.clone()).date()),
            })
            .collect(),
        file: visit.href(&format!("{FILE}?organisation={}", organisation.id)),
        organisation: organisation.details.name,
        next,
    }))
}

fn behind(asked: &str) -> Option<CallUp> {
    let (at, message) = asked.split_once(',')?;
    let at = jiff::Timestamp::from_microsecond(at.parse().ok()?).ok()?;
    Some(CallUp { message_uuid: message.parse().ok()?, at })
}

async fn file(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (_, permit, _) = chosen(&visit, &tx, &asked.organisation).await?;
    let zone = visit.realm.zone();
    let found = not_opened(&tx, &permit, visit.realm.now(), zone, None, IN_A_FILE).await?;
    let mut csv = String::from("message_uuid,available_on,status\r\n");
    for one in found {
        let day = one.at.to_zoned(zone.clone()).date();
        csv.push_str(&format!("{},{day},not opened\r\n", one.message_uuid));
    }
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"call-ups.csv\""),
    ];
    Ok((headers, csv).into_response())
}
