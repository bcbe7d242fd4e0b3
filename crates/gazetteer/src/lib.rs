//! Danish places by postcode and name, forgiving of misspelling.
