//! Sandboxes: the real thing, without consequences.
//!
//! A sandbox is a realm of its own under `/oev/KEY`: its own SQLite file, keys, clock, simulated MitID, cookies, and a telephone
//! that shows what would have been sent. Nothing that is read or written there is in the live realm's database, and what it sends
//! goes to its own telephone, since its jobs are wired to nothing else.
//!
//! Opening one copies a **template**: a small file that was filled once, through the same operations as everything else. What is
//! in it is sealed under the template's key; the sandbox has a key of its own before that one in its ring, so whatever is written
//! there only the sandbox can read. The ring lies beside the file, sealed under the keys of the live realm.
//!
//! [`Sandboxes`] keeps them: it opens files when somebody comes and closes them when nobody does, takes those away that nobody
//! has used for a day, and finds them again after a restart. A sandbox whose schema is not the program's ends with a page that
//! says so.

mod about;
mod end;
mod folder;
mod hands;
mod key;
mod look_after;
mod phone;
mod register;
mod template;
mod web;
mod worlds;

pub use hands::one_at_a_time;
pub use key::{Key, Seat};
pub use look_after::Swept;
pub use phone::{PretendMessage, Telephone, telephone_messages};
pub use register::{Bounds, NotOpened, Opened, Sandboxes};
pub use web::{OutsideVisit, SandboxVisit, enter, refused, routes};
pub(crate) use web::{person, sign_in};
pub use worlds::{Start, WorldError, Worlds};
