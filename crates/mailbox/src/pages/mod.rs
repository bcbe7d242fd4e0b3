//! The pages on which people read and answer their post.
//!
//! Every page is there three times, by the same handler: under `/post` for one's own post, under `/for/{person}/post` for that
//! of somebody whom one helps, and under `/virksomhed/{organisation}/post` for that of a company or authority. [`Whose`] tells
//! which, and a permit decides; whoever may not is told that there is no such page, for that somebody has a mailbox is nobody
//! else's business.

mod actions;
mod all;
mod boxes;
mod documents;
mod file;
mod folders;
mod forward;
mod frame;
mod inbox;
mod letter;
mod line;
mod may;
mod print;
mod search;
mod sort;
mod upload;
mod when;
mod whose;
mod write;

use axum::extract::DefaultBodyLimit;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use page::{May, Problem, Routes};

use whose::Whose;

/// Adds a page under all three addresses.
macro_rules! page {
    ($routes:ident, $method:ident, $path:literal, $handler:expr) => {
        $routes = $routes
            .$method(concat!("/post", $path), May::SignedIn, $handler)
            .$method(concat!("/for/{person}/post", $path), May::SignedIn, $handler)
            .$method(concat!("/virksomhed/{organisation}/post", $path), May::SignedIn, $handler);
    };
}

/// The pages of the mailbox.
pub(crate) fn routes() -> Routes {
    let mut routes = Routes::new().get("/post/kasser", May::SignedIn, get(boxes::list));
    page!(routes, get, "", get(inbox::inbox));
    page!(routes, get, "/arkiv", get(inbox::archive));
    page!(routes, get, "/sendt", get(inbox::sent));
    page!(routes, get, "/papirkurv", get(inbox::bin));
    page!(routes, get, "/mappe/{folder}", get(inbox::own));
    page!(routes, get, "/soeg", get(search::search));

    page!(routes, get, "/sorter", get(back));
    page!(routes, post, "/sorter", post(sort::sort));
    page!(routes, get, "/fortryd", get(back));
    page!(routes, post, "/fortryd", post(sort::take_back));

    page!(routes, get, "/brev/{letter}", get(letter::open));
    page!(routes, get, "/brev/{letter}/aabning", get(letter::back));
    page!(routes, post, "/brev/{letter}/aabning", post(letter::opening));
    page!(routes, get, "/brev/{letter}/ark", get(print::sheet));
    page!(routes, get, "/brev/{letter}/fil/{n}", get(file::file));
    page!(routes, get, "/brev/{letter}/aftale/{file}", get(file::appointment));
    page!(routes, get, "/brev/{letter}/alt.zip", get(all::zip));
    page!(routes, get, "/brev/{letter}/brev.xml", get(all::memo));

    let upload = || DefaultBodyLimit::max(upload::LARGEST_UPLOAD);
    page!(routes, get, "/brev/{letter}/svar", get(write::reply));
    page!(routes, post, "/brev/{letter}/svar", post(write::send_reply).layer(upload()));
    page!(routes, get, "/brev/{letter}/videresend", get(forward::ask));
    page!(routes, post, "/brev/{letter}/videresend", post(forward::confirm));
    page!(routes, get, "/brev/{letter}/videresend/send", get(back));
    page!(routes, post, "/brev/{letter}/videresend/send", post(forward::send));
    page!(routes, get, "/nyt", get(write::choose));
    page!(routes, get, "/nyt/{to}", get(write::new));
    page!(routes, post, "/nyt/{to}", post(write::send_new).layer(upload()));
    page!(routes, get, "/kvittering/{letter}", get(write::receipt));

    page!(routes, get, "/mapper", get(folders::list));
    page!(routes, post, "/mapper", post(folders::make));
    page!(routes, get, "/mapper/{folder}", get(back_to_folders));
    page!(routes, post, "/mapper/{folder}", post(folders::rename));
    page!(routes, get, "/mapper/{folder}/fjern", get(back_to_folders));
    page!(routes, post, "/mapper/{folder}/fjern", post(folders::remove));
    routes
}

/// Where somebody comes who had to sign in again before a form was sent.
async fn back(whose: Whose) -> Result<Response, Problem> {
    Ok(whose.redirect(""))
}

async fn back_to_folders(whose: Whose) -> Result<Response, Problem> {
    Ok(whose.redirect("/mapper"))
}

impl Whose {
    /// To another page of the same mailbox.
    fn redirect(&self, path: &str) -> Response {
        Redirect::to(&self.visit.href(&self.path(path))).into_response()
    }
}
