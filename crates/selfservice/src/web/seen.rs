//! An application as somebody sees it who may.

use access::{Holder, SeeService, allow_to_see};
use basics::Id;
use http::StatusCode;
use page::{Problem, Shell, Visit};
use realm::PersonTag;
use store::Tx;

use super::PATH;
use crate::applications::{Application, ApplicationTag, State, application, reaches};
use crate::business;
use crate::forms::{Form, Whose, form};

/// An application, and what the pages about it say of its owner.
pub(super) struct Seen {
    pub(super) application: Application,
    /// What its owner is called.
    pub(super) owner: String,
    /// The same, where it is another one than whoever looks.
    pub(super) whose: Option<String>,
}

/// The form that an address names, where it stands where it should.
pub(super) fn form_at(visit: &Visit, slug: &str) -> Result<&'static Form, Problem> {
    let found = form(slug).filter(|form| {
        let path = form.path();
        visit
            .uri
            .path()
            .strip_prefix(path.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    found.ok_or_else(|| Problem::not_found().next("selfservice-title", PATH))
}

impl Seen {
    /// Finds it. A draft is there for its author alone; what was sent, for whoever may see the owner's affairs of the kind.
    pub(super) async fn find(
        visit: &Visit,
        tx: &Tx,
        person: Id<PersonTag>,
        slug: &str,
        id: &str,
    ) -> Result<Self, Problem> {
        let form = form_at(visit, slug)?;
        let not_found = || Problem::not_found().next("selfservice-title", PATH);
        let id: Id<ApplicationTag> = id.parse().map_err(|_| not_found())?;
        let application = application(tx, &visit.realm.vault, id).await?.filter(|one| one.form == form);
        let application = application.ok_or_else(not_found)?;
        if application.state == State::Draft && application.author != person {
            return Err(not_found());
        }
        let permit = allow_to_see::<SeeService>(&visit.realm, &visit.actor(), tx, application.owner).await;
        let may = permit.as_ref().is_ok_and(|permit| reaches(permit, form));
        if !may {
            let is_refused = permit.as_ref().is_ok() || permit.as_ref().is_err_and(is_forbidden);
            return Err(match permit {
                Err(problem) if !is_refused => problem,
                // Whoever has begun it knows that it is there, and is told why it is closed now.
                _ if application.author == person => no_longer(),
                _ => not_found(),
            });
        }
        let owner = name_of(tx, application.owner).await?;
        let is_another = application.owner != Holder::Person(person);
        Ok(Self { application, whose: is_another.then(|| owner.clone()), owner })
    }

    /// The shell of a page about it.
    pub(super) fn shell(&self, visit: &Visit, title: String) -> Shell {
        let form = self.application.form;
        let (above, path) = above(form);
        visit.shell(title).crumb(visit.words.t(above), path).crumb(visit.words.t(&form.key("")), &form.path())
    }
}

fn is_forbidden(problem: &Problem) -> bool {
    problem.status == StatusCode::FORBIDDEN
}

/// Leave to act was taken back, or has ended.
pub(super) fn no_longer() -> Problem {
    Problem::own(StatusCode::FORBIDDEN, "selfservice-no-longer").next("selfservice-title", PATH)
}

/// The page above a form: the key of its title, and where it is.
pub(super) fn above(form: &Form) -> (&'static str, &'static str) {
    match form.whose {
        Whose::Person => ("selfservice-title", PATH),
        Whose::Company => ("virk-title", business::PATH),
    }
}

/// What somebody is called; a dash for whoever is not there any more.
pub(crate) async fn name_of(tx: &Tx, holder: Holder) -> Result<String, Problem> {
    let name = match holder {
        Holder::Person(person) => people::person(tx, person).await?.map(|known| known.name),
        Holder::Organisation(organisation) => {
            people::organisation(tx, organisation).await?.map(|known| known.details.name)
        }
    };
    Ok(name.unwrap_or_else(|| "–".to_owned()))
}
