//! Persons, organisations, memberships and sign-in.
