//! `/selvbetjening`: what there is, what one has begun, and what one has sent.

use access::Holder;
use askama::Template;
use axum::response::Response;
use page::{Problem, Query, Shell, Visit, html};
use serde::Deserialize;
use store::Tx;

use super::seen::name_of;
use crate::applications::{Application, State, applications_of};
use crate::business;
use crate::forms::{FORMS, Form, Whose};
use crate::visit::PracticeVisit;

/// An application in a list.
pub(crate) struct Line {
    pub(crate) form: String,
    /// Whom it is about, where that is somebody else.
    pub(crate) owner: Option<String>,
    pub(crate) path: String,
    pub(crate) when: String,
    pub(crate) number: Option<String>,
}

/// A form that can be filled in.
struct Choice {
    title: String,
    line: String,
    path: String,
    icon: &'static str,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    shell: Shell,
    is_discarded: bool,
    drafts: Vec<Line>,
    choices: Vec<Choice>,
    business: &'static str,
    sent: Vec<Line>,
}

#[derive(Deserialize)]
pub(super) struct Said {
    /// Set after a draft was thrown away.
    slettet: Option<String>,
}

pub(super) async fn page(
    PracticeVisit { visit, person }: PracticeVisit,
    Query(said): Query<Said>,
) -> Result<Response, Problem> {
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let all = applications_of(&tx, &visit.realm.vault, person).await?;
    let (drafts, sent): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.state == State::Draft);
    let choice = |form: &Form| Choice {
        title: words.t(&form.key("")),
        line: words.t(&form.key("line")),
        path: form.path(),
        icon: icon(form),
    };
    Ok(html(&OverviewPage {
        shell: visit.shell(words.t("selfservice-title")),
        is_discarded: said.slettet.is_some(),
        drafts: lines(&visit, &tx, &drafts).await?,
        choices: FORMS.into_iter().filter(|form| form.whose == Whose::Person).map(choice).collect(),
        business: business::PATH,
        sent: lines(&visit, &tx, &sent).await?,
    }))
}

fn icon(form: &Form) -> &'static str {
    match form.slug {
        "boligstoette" => "home",
        _ => "elderly",
    }
}

/// The applications as lists show them.
pub(crate) async fn lines(visit: &Visit, tx: &Tx, some: &[Application]) -> Result<Vec<Line>, Problem> {
    let me = visit.visitor.as_ref().map(|visitor| Holder::Person(visitor.person));
    let mut lines = Vec::new();
    for one in some {
        let day = one.sent_at.unwrap_or(one.saved_at).to_zoned(visit.realm.zone().clone()).date();
        lines.push(Line {
            form: visit.words.t(&one.form.key("")),
            owner: if me == Some(one.owner) { None } else { Some(name_of(tx, one.owner).await?) },
            path: one.path(),
            when: visit.words.date(day),
            number: one.number.clone(),
        });
    }
    Ok(lines)
}
