//! The person's own page: who I am here, where I am signed in, and what has been done about me.

mod about;
mod web;

pub(crate) use web::routes;
