//! What the house can carry: ratios to a named reference, in one run.
