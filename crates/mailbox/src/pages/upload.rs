//! What is written in a form with files: read piece by piece, so that a file that is too large is told of at its field, and
//! what was typed is not lost with it.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use http::StatusCode;
use page::Problem;

use crate::terms::PostTerms;
use crate::writing::{Attached, Draft, Sheet};

/// The largest form that is read to its end, in bytes. Of what is beyond the rules for letters nothing is kept.
pub(super) const LARGEST_UPLOAD: usize = 64 * 1024 * 1024;

/// The longest text that is read, in bytes: more than a letter may have, so that it can be said that it is too long.
const LONGEST_TEXT: usize = 256 * 1024;

/// What somebody has written.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) draft: Draft,
    /// Whether files were chosen, which a browser does not choose again by itself.
    pub(super) had_files: bool,
    /// Whether files were left out because there are too many, or because they are too large.
    pub(super) too_many: bool,
    pub(super) too_large: bool,
}

/// Reads the form: `subject`, `text`, the `sheet` that they are on, and any number of `files`.
pub(super) async fn read(mut form: Multipart, terms: &PostTerms) -> Result<Written, Problem> {
    let most_bytes = usize::try_from(terms.most_bytes_written).unwrap_or(usize::MAX);
    let most_files = usize::try_from(terms.most_files_written).unwrap_or(usize::MAX);
    let mut written = Written::default();
    let mut room = most_bytes;
    while let Some(field) = form.next_field().await.map_err(unread)? {
        match field.name() {
            Some("subject") => written.draft.subject = text(field).await?,
            Some("text") => written.draft.text = text(field).await?,
            Some("sheet") => written.draft.sheet = Sheet::returned(&text(field).await?),
            Some("files") => {
                let (name, mime) = (named(field.file_name()), named(field.content_type()));
                let bytes = bytes(field, room).await?;
                match bytes {
                    // The browser sends an empty field where nothing was chosen.
                    Some(bytes) if bytes.is_empty() && name.is_empty() => {}
                    Some(_) if written.draft.files.len() >= most_files => {
                        (written.had_files, written.too_many) = (true, true);
                    }
                    Some(bytes) => {
                        room -= bytes.len();
                        written.had_files = true;
                        written.draft.files.push(Attached { name, mime, bytes });
                    }
                    None => (written.had_files, written.too_large) = (true, true),
                }
            }
            _ => {}
        }
    }
    Ok(written)
}

fn named(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

async fn text(field: Field<'_>) -> Result<String, Problem> {
    let bytes = bytes(field, LONGEST_TEXT).await?.ok_or_else(Problem::too_large)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The content of a field; `None` where it is longer than `most`. It is read to its end either way, for a browser that is
/// interrupted while it sends shows a page of its own.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    let mut all = Vec::new();
    let mut fits = true;
    while let Some(piece) = field.chunk().await.map_err(unread)? {
        fits &= all.len() + piece.len() <= most;
        if fits {
            all.extend_from_slice(&piece);
        } else {
            all = Vec::new();
        }
    }
    Ok(fits.then_some(all))
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn unread(error: MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Problem::too_large() } else { Problem::unreadable() }
}
