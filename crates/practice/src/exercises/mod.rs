//! Exercises: the tasks of a scenario, one at a time, each looked at by its result.
//!
//! Nobody is scored, nobody fails, and nothing is asked of the learner but to try. A hint opens when it is asked for; how it is done
//! is shown page by page; what was chosen wrong is explained calmly. How far somebody has come lies in the sandbox, and in a code
//! that they can write down, since the sandbox does not last.

mod code;
mod deeds;
mod list;
mod own;
pub(crate) mod progress;
mod quiz;
mod said;
mod sheet;
mod show;
mod side_by_side;
mod sql;
mod standing;
mod task;

use ::scenarios::Scenario;
use axum::routing::{get, post};
use page::{May, Routes};

pub use code::{Code, CodeError};
pub(crate) use list::{Audiences, by_audience};
pub use quiz::{is_quiz_on, switch_quiz};
pub use standing::{Chosen, Standing, standings};

use crate::sandbox::Start;

/// Where the exercises are.
pub const PATH: &str = "/oevelser";

/// The routes of the exercises. Outside sandboxes none of them is found.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/oevelser", May::Anyone, get(list::page))
        .get("/oevelser/kode", May::Anyone, get(own::page))
        .post("/oevelser/kode", May::Anyone, post(own::bring))
        .post("/oevelser/quiz", May::Anyone, post(quiz::switch))
        .get("/oevelse/to", May::Anyone, get(side_by_side::page))
        .post("/oevelse/to", May::Anyone, post(side_by_side::sit_down))
        .get("/oevelser/{scenario}", May::Anyone, get(task::page))
        .post("/oevelser/{scenario}", May::Anyone, post(deeds::begin))
        .post("/oevelser/{scenario}/tip", May::Anyone, post(deeds::hint))
        .post("/oevelser/{scenario}/valg", May::Anyone, post(deeds::choose))
        .post("/oevelser/{scenario}/videre", May::Anyone, post(deeds::go_on))
        .post("/oevelser/{scenario}/person", May::Anyone, post(deeds::become_person))
        .get("/oevelser/{scenario}/vis", May::Anyone, get(show::page))
        .get("/oevelser/{scenario}/ark", May::Anyone, get(sheet::page))
        .get("/oevelser/{scenario}/quiz", May::Anyone, get(quiz::page))
}

/// Where whoever opens a sandbox in the world of a story begins: at its first task, as whoever has it; as nobody where the task is to
/// sign in.
#[must_use]
pub fn start_of(scenario: &Scenario) -> Start {
    let first = scenario.tasks.first().filter(|task| !task::signs_in(task));
    Start { user_name: first.map(|task| task.who.text.clone()), path: format!("{PATH}/{}", scenario.slug) }
}
