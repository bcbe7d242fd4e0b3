//! What may be shown of a table of estimates.
