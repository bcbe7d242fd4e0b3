//! Who calls: somebody outside every sandbox, or the teacher of a class.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use http::StatusCode;
use http::request::Parts;
use page::{Problem, Shell, Site, Visit, cookies};
use practice::sandbox::OutsideVisit;

use crate::PATH;
use crate::class::Class;
use crate::register::Classes;
use crate::secrets::ClassId;

/// What the cookie of a teacher is called, before the number of the class completes it.
const TEACHER: &str = "omtanke-class";
/// How long a teacher's browser keeps it: a day, as what came of the class is kept, and some hours of class before.
const KEPT_SECONDS: i64 = 36 * 3600;

/// A visit outside every sandbox, in a program where classes can be opened.
pub(crate) struct ClassVisit {
    pub(crate) visit: Visit,
    pub(crate) classes: Arc<Classes>,
}

impl<S: Sync> FromRequestParts<S> for ClassVisit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let OutsideVisit(visit, _) = OutsideVisit::from_request_parts(parts, state).await?;
        let classes = parts.extensions.get::<Arc<Classes>>().cloned().ok_or_else(Problem::not_found)?;
        Ok(Self { visit, classes })
    }
}

/// A visit of a teacher to their own class: whoever has its cookie. For everybody else there is nothing to be found.
pub(crate) struct TeacherVisit {
    pub(crate) visit: Visit,
    pub(crate) classes: Arc<Classes>,
    pub(crate) class: Arc<Class>,
}

impl<S: Send + Sync> FromRequestParts<S> for TeacherVisit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let ClassVisit { visit, classes } = ClassVisit::from_request_parts(parts, state).await?;
        let params =
            RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        let id =
            params.iter().find_map(|(name, value)| (name == "id").then(|| value.parse::<ClassId>().ok())?);
        let class = id.and_then(|id| classes.get(&id));
        let name = |class: &Class| cookies::secret_name(&visit.site, &class_path(&class.id), TEACHER);
        let is_teacher = |class: &Arc<Class>| {
            cookies::read(&parts.headers, &name(class)).is_some_and(|secret| class.read().is_teacher(secret))
        };
        let stranger = || Problem::own(StatusCode::NOT_FOUND, "class-not-yours");
        let class = class
            .filter(is_teacher)
            .ok_or_else(|| stranger().next("class-come-back", format!("{PATH}/tilbage")))?;
        Ok(Self { visit, classes, class })
    }
}

impl TeacherVisit {
    /// The address of a page of the class.
    pub(crate) fn at(&self, rest: &str) -> String {
        self.visit.href(&format!("{}{rest}", class_path(&self.class.id)))
    }

    /// The shell of a page for the teacher, who reads Danish or English.
    pub(crate) fn shell(&self, title_key: &str) -> Shell {
        let words = self.visit.staff_words();
        let shell = self.visit.staff_shell(words.t(title_key)).of_class();
        shell.crumb(words.t("class-teach-title"), &class_path(&self.class.id))
    }

    /// Notes that the teacher is here.
    pub(crate) fn touch(&self) {
        let now = self.classes.house().now();
        self.class.read().used_at = now;
        self.class.set_changed();
    }
}

/// The `Set-Cookie` that makes a browser the teacher's, for the addresses of this class alone.
pub(crate) fn teacher_cookie(site: &Site, id: &ClassId, secret: &str) -> String {
    cookies::secret(site, &class_path(id), TEACHER, secret, KEPT_SECONDS)
}

/// What the addresses of a class begin with.
pub(crate) fn class_path(id: &ClassId) -> String {
    format!("{PATH}/{id}")
}
