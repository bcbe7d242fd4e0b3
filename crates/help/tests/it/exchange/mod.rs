//! Open Referral HSDS, out and in again.

mod broken;
mod foreign;
mod interface;
mod round_trip;
mod world;
