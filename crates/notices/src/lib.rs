//! What people are told, on the channel and in the language they chose.
