//! Realm, Work, audit chain, clock and chance.
