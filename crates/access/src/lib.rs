//! Who may do what: permits and the table of roles.
