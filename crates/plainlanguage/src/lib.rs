//! LIX and sentence findings for Danish plain language.
