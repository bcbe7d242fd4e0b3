//! Open Referral HSDS 3.0: types, JSON and tabular CSV, validation.
