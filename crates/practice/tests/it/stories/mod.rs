//! Scenarios and exercises: every shipped story played to its end, and the pages on which learners meet them.

mod mitid;
mod pages;
mod played;
mod world;
mod worlds;
