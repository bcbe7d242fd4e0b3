//! A file of a letter, for whoever prints it: closed in, told as what its bytes are, shown only where the browser runs nothing.

use access::{PrintLetters, allow};
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use documents::{Kind, Preview, content_disposition, safe_file_name};
use futures_util::stream;
use http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};
use page::{Problem, Visit};

use super::super::batch::note_printed;
use super::super::sheet::kind_of;
use super::paper;
use crate::files::{self, OpenFile};
use crate::letters::{Stored, memo_of};
use crate::{MailboxError, mailbox};

pub(super) async fn file(
    visit: Visit,
    Path((letter, n)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let n: usize = n.parse().map_err(|_| Problem::not_found())?;
    let (mut work, _permit) = allow::<PrintLetters>(visit.realm.work(visit.actor()).await?, ()).await?;
    let paper = paper(work.tx(), &letter).await?;
    let known = mailbox(work.tx(), &visit.realm.vault, paper.mailbox).await?;
    let (Some(known), Some(letter)) = (known, paper.letter) else { return Err(Problem::not_found()) };
    let message = memo_of(work.tx(), &known, letter).await?;
    let file = message.as_ref().and_then(|message| message.files().nth(n)).cloned();
    let file = file.ok_or_else(Problem::not_found)?;
    let kind = kind_of(work.tx(), &visit.realm, &file).await?;
    if matches!(kind, Kind::Executable | Kind::Script | Kind::MacroOffice) {
        return Err(Problem::forbidden());
    }
    let open = match &file.content {
        Stored::Inside(_) => None,
        Stored::Apart(apart) => files::open(work.tx(), &visit.realm.vault, apart.id).await?,
    };
    note_printed(&mut work, &paper).await?;
    work.commit().await?;
    let body = match (file.content, open) {
        (Stored::Inside(bytes), _) => Body::from(bytes),
        (Stored::Apart(_), Some(open)) => streamed(&visit, open),
        (Stored::Apart(_), None) => return Err(Problem::broken()),
    };
    let is_shown = matches!(kind.preview(), Preview::Pdf | Preview::Image);
    let name = content_disposition(&safe_file_name(&file.filename, kind), is_shown);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind.mime()));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|_| Problem::broken())?);
    let is_pdf = kind.preview() == Preview::Pdf;
    headers.insert(CONTENT_SECURITY_POLICY, if is_pdf { page::policy::PDF } else { page::policy::SEALED_IN });
    Ok((headers, body).into_response())
}

/// Piece by piece, each in a reading of its own, so that whoever reads slowly keeps nothing from anybody.
fn streamed(visit: &Visit, file: OpenFile) -> Body {
    let realm = visit.realm.clone();
    Body::from_stream(stream::try_unfold((realm, file, 0_i64), async |(realm, file, n)| {
        let piece = file.piece(&realm.read().await?, n).await?;
        Ok::<_, MailboxError>(piece.map(|piece| (Bytes::from(piece), (realm, file, n + 1))))
    }))
}
