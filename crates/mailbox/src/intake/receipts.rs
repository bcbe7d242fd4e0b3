//! Receipts: what became of each message, kept for whoever sends it again.

use std::collections::HashSet;

use jiff::Timestamp;
use memo::receipt::{Receipt, ReceiptStatus};
use store::{DbError, Engine, Param as _, Tx, Value, params, row};
use uuid::Uuid;

use crate::letters::LetterIn;
use crate::rows::{AT_ONCE, Rows, one_of};

/// What became of a message. Its status follows from the clock: a message that is not available yet is received, and
/// completed from that moment on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The message.
    pub message_uuid: Uuid,
    /// With what it was handed in first.
    pub transmission: Uuid,
    /// `Completed` for everything that was taken.
    pub(crate) status: ReceiptStatus,
    /// Why it was not taken, or what is special about how it was.
    pub reason: Option<String>,
    /// When it was judged.
    pub at: Timestamp,
    /// When it is available.
    pub available_at: Timestamp,
    /// Whether it was answered before.
    pub is_repeated: bool,
}

impl Answer {
    /// The status at a moment.
    #[must_use]
    pub fn status(&self, now: Timestamp) -> ReceiptStatus {
        match self.status {
            // What need not wait is completed when it is judged, also for whoever looked at the clock before.
            ReceiptStatus::Completed if self.at < self.available_at && now < self.available_at => {
                ReceiptStatus::Received
            }
            status => status,
        }
    }

    /// Whether the message was taken.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.status == ReceiptStatus::Completed
    }

    /// The receipt as it is given out at a moment.
    #[must_use]
    pub fn receipt(&self, now: Timestamp) -> Receipt {
        Receipt {
            transmission_id: self.transmission,
            message_uuid: self.message_uuid,
            time_stamp: self.at,
            status: self.status(now),
            reason: self.reason.clone(),
        }
    }
}

row! {
    struct AnswerRow {
        message_uuid: Uuid,
        transmission: Uuid,
        status: String,
        reason: String,
        at: Timestamp,
        available_at: Timestamp,
    }
}

row! {
    struct Won {
        message_uuid: Uuid,
    }
}

impl From<AnswerRow> for Answer {
    fn from(row: AnswerRow) -> Self {
        let status = ReceiptStatus::ALL.into_iter().find(|status| status.as_str() == row.status);
        Self {
            message_uuid: row.message_uuid,
            transmission: row.transmission,
            status: status.unwrap_or(ReceiptStatus::Invalid),
            reason: Some(row.reason).filter(|reason| !reason.is_empty()),
            at: row.at,
            available_at: row.available_at,
            is_repeated: true,
        }
    }
}

const COLUMNS: &str = "message_uuid, transmission, status, reason, at, available_at";

/// What a system was answered about a message; `None` where it never sent it.
///
/// # Errors
/// When the database does not answer.
pub async fn receipt_of(tx: &Tx, system: Uuid, message: Uuid) -> Result<Option<Answer>, DbError> {
    let sql = format!("select {COLUMNS} from mailbox_receipt where sender = $1 and message_uuid = $2");
    Ok(tx.optional::<AnswerRow>(&sql, params![system, message]).await?.map(Answer::from))
}

/// What a system was answered about everything it handed in together.
///
/// # Errors
/// When the database does not answer.
pub async fn receipts_of(tx: &Tx, system: Uuid, transmission: Uuid) -> Result<Vec<Answer>, DbError> {
    let sql = format!(
        "select {COLUMNS} from mailbox_receipt
         where transmission = $2 and sender = $1
         order by message_uuid"
    );
    let rows: Vec<AnswerRow> = tx.all(&sql, params![system, transmission]).await?;
    Ok(rows.into_iter().map(Answer::from).collect())
}

/// What the system was answered before about some of these messages.
pub(super) async fn known(tx: &Tx, system: Uuid, messages: &[Uuid]) -> Result<Vec<Answer>, DbError> {
    let mut known = Vec::new();
    for some in messages.chunks(AT_ONCE) {
        let (one_of_them, bound) = among(tx, system, some);
        let sql =
            format!("select {COLUMNS} from mailbox_receipt where sender = $1 and message_uuid {one_of_them}");
        let rows: Vec<AnswerRow> = tx.all(&sql, bound).await?;
        known.extend(rows.into_iter().map(Answer::from));
    }
    Ok(known)
}

/// Makes room for the receipts of messages that were refused before and are answered otherwise now.
pub(super) async fn forget_refused(tx: &Tx, system: Uuid, messages: &[Uuid]) -> Result<(), DbError> {
    for some in messages.chunks(AT_ONCE) {
        let (one_of_them, bound) = among(tx, system, some);
        let sql = format!(
            "delete from mailbox_receipt
             where sender = $1 and message_uuid {one_of_them} and status <> 'COMPLETED'"
        );
        tx.run(&sql, bound).await?;
    }
    Ok(())
}

/// Keeps the answers. Gives back those that another transaction has answered at the same moment: their messages are not to
/// be kept again.
pub(super) async fn insert(
    tx: &Tx,
    system: Uuid,
    answers: &[(Answer, Option<LetterIn>)],
) -> Result<Vec<Uuid>, DbError> {
    let mut rows = Rows::new(9);
    for (answer, kept) in answers {
        rows.push(params![
            system,
            answer.message_uuid,
            answer.transmission,
            answer.status.as_str(),
            answer.reason.as_deref().unwrap_or_default(),
            answer.at,
            answer.available_at,
            kept.map(|kept| kept.0),
            kept.map(|kept| kept.1)
        ]);
    }
    let insert = |rows: &str| {
        format!(
            "insert into mailbox_receipt (sender, message_uuid, transmission, status, reason, at, available_at, box,
                 letter)
             {rows}"
        )
    };
    if tx.engine() == Engine::Sqlite {
        // There is one writer, and it has just looked.
        rows.run(tx, insert).await?;
        return Ok(Vec::new());
    }
    let insert = |rows: &str| format!("{} on conflict do nothing returning message_uuid", insert(rows));
    let won: Vec<Won> = rows.all(tx, insert).await?;
    let won: HashSet<Uuid> = won.into_iter().map(|won| won.message_uuid).collect();
    Ok(answers.iter().map(|(answer, _)| answer.message_uuid).filter(|uuid| !won.contains(uuid)).collect())
}

/// The condition on a message that it is one of these, and what is bound after the system.
fn among(tx: &Tx, system: Uuid, messages: &[Uuid]) -> (String, Vec<Value>) {
    let messages = messages.iter().map(|message| message.value()).collect();
    let (one_of_them, messages) = one_of(tx.engine(), 2, messages);
    (one_of_them, std::iter::once(system.value()).chain(messages).collect())
}
