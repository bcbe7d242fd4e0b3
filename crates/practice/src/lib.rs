//! What people practise with: a simulated MitID, so that signing in can be tried without an account and without
//! consequence.

pub mod mitid;
