//! Asking from outside: systems with their secret, and people about themselves.

mod asking;
mod faults;
mod letting_in;
mod lists;
mod questions;
