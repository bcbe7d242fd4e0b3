//! Named people and places for tests and the demo.
