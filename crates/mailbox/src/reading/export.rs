//! A letter as it came: the MeMo with all its files.

use std::io::{Cursor, Read};

use memo::{Content, Message, write_with};
use store::Tx;
use vault::Keyring;

use crate::MailboxError;
use crate::files;
use crate::letters::{AS_IT_CAME, Stored, with_contents};

/// All bytes of a file.
struct Whole(Vec<u8>);

impl Content for Whole {
    fn open(&self) -> std::io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(Cursor::new(&self.0)))
    }
}

/// The letter as a MeMo document, as large as its sender may make it (about 130 MB).
///
/// # Errors
/// When something in it does not open, or the database does not answer.
pub async fn as_memo(tx: &Tx, vault: &Keyring, message: &Message<Stored>) -> Result<Vec<u8>, MailboxError> {
    let mut wholes = Vec::new();
    for file in message.files() {
        wholes.push(Whole(whole(tx, vault, &file.content).await?));
    }
    let mut wholes = wholes.into_iter();
    let message =
        with_contents(message.clone(), |_| wholes.next().expect("there are as many contents as files"));
    let mut document = Vec::new();
    write_with(&message, &AS_IT_CAME, &mut document)
        .map_err(|_| MailboxError::Closed { what: "mailbox.letter" })?;
    Ok(document)
}

/// All of a file.
pub(crate) async fn whole(tx: &Tx, vault: &Keyring, content: &Stored) -> Result<Vec<u8>, MailboxError> {
    let apart = match content {
        Stored::Inside(bytes) => return Ok(bytes.clone()),
        Stored::Apart(apart) => apart,
    };
    let missing = || MailboxError::Closed { what: "mailbox.file" };
    let file = files::open(tx, vault, apart.id).await?.ok_or_else(missing)?;
    let mut all = Vec::with_capacity(usize::try_from(apart.size).unwrap_or_default());
    let mut n = 0;
    while let Some(piece) = file.piece(tx, n).await? {
        all.extend_from_slice(&piece);
        n += 1;
    }
    if all.len() as u64 == apart.size { Ok(all) } else { Err(missing()) }
}
