//! Documents as they come, and as nobody should send them.

mod any;
mod names;
mod nasty;
mod pages;
mod search;
mod sniffing;
