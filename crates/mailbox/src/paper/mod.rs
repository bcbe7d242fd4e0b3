//! What goes on paper, because its holder is exempt from Digital Post.

mod sql;
pub(crate) mod web;

use basics::Id;
use realm::Work;
use store::DbError;

use crate::MailboxTag;
use crate::letters::LetterTag;

/// Queues letters that have just come for holders who are exempt.
pub(crate) async fn queue_letters(
    work: &mut Work<'_>,
    letters: &[(Id<MailboxTag>, Id<LetterTag>)],
) -> Result<(), DbError> {
    for (mailbox, letter) in letters {
        let id = work.new_uuid();
        sql::insert(work.tx(), id, *mailbox, Some(*letter), "letter", work.now()).await?;
    }
    Ok(())
}
