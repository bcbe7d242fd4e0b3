//! The tests of estimates.

mod conformance;
