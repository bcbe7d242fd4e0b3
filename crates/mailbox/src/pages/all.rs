//! Everything of a letter at once: its files in a ZIP, or the letter as it came.

use std::collections::BTreeSet;
use std::io::{Read as _, Seek as _, Write as _};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, ZipWriter};
use axum::body::{Body, Bytes};
use axum::response::{IntoResponse as _, Response};
use documents::{Kind, Verdict, safe_file_name};
use futures_util::stream;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use memo::File;
use page::Problem;

use super::documents::{Ways, by_itself, first_of, name_of, verdict_of};
use super::file::disposition;
use super::line;
use super::whose::{Looking, Whose};
use crate::files;
use crate::letters::{Letter, Stored};
use crate::reading::{self, Look};

/// How much of the packed file is sent at once, in bytes.
const AT_ONCE: usize = 64 * 1024;

/// The letter and its files, packed. It is written to a file without a name and sent from there, so that it never lies in
/// memory whole. A page of the web is put in as it is shown, for a browser that opens it from a disk trusts it more than it
/// should; what may be a program is left out, and a text says so.
pub(super) async fn zip(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    let looking = whose.note_look(looking, Look::Export(letter.id)).await?;
    let mut packed = pack(&whose, &looking, &letter).await?;
    drop(looking.tx);
    let length = packed.metadata().map_err(no_room)?.len();
    packed.rewind().map_err(no_room)?;
    let body = Body::from_stream(stream::try_unfold(packed, async |mut packed| {
        let mut some = vec![0; AT_ONCE];
        let read = packed.read(&mut some)?;
        some.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(some), packed)))
    }));
    let name = safe_file_name(&line::subject(&whose.visit, &letter), Kind::Zip);
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (CONTENT_LENGTH, HeaderValue::from(length)),
        (CONTENT_DISPOSITION, disposition(&name, false)),
        (CONTENT_SECURITY_POLICY, page::policy::SEALED_IN),
    ];
    Ok((headers, body).into_response())
}

async fn pack(whose: &Whose, looking: &Looking, letter: &Letter) -> Result<std::fs::File, Problem> {
    let Looking { tx, permit, mailbox, .. } = looking;
    let visit = &whose.visit;
    let message = reading::message_of(tx, permit, mailbox, letter).await?;
    let message = message.ok_or_else(|| whose.not_found())?;
    let mut packed = ZipWriter::new(tempfile::tempfile().map_err(no_room)?);
    let mut taken = BTreeSet::new();
    let mut left_out = Vec::new();
    for file in message.files() {
        let verdict = verdict_of(visit, tx, file).await?;
        let name = unique(&name_of(file, verdict), &mut taken);
        if Ways::of(verdict) == Ways::Never {
            left_out.push(name);
            continue;
        }
        packed.start_file(name, options(file)).map_err(no_zip)?;
        put(whose, looking, &mut packed, file, verdict).await?;
    }
    if !left_out.is_empty() {
        let name = unique(&visit.words.t("mail-zip-note"), &mut taken);
        packed.start_file(name, options_for(0)).map_err(no_zip)?;
        let text = visit.words.t1("mail-zip-left-out", "names", left_out.join(", "));
        packed.write_all(text.as_bytes()).map_err(no_room)?;
    }
    packed.finish().map_err(no_zip)
}

/// Files of letters are packed already, most of them; packing them again would only cost time.
fn options(file: &File<Stored>) -> SimpleFileOptions {
    options_for(file.content.size())
}

fn options_for(size: u64) -> SimpleFileOptions {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    stored.large_file(size > u64::from(u32::MAX))
}

async fn put(
    whose: &Whose,
    looking: &Looking,
    packed: &mut ZipWriter<std::fs::File>,
    file: &File<Stored>,
    verdict: Verdict,
) -> Result<(), Problem> {
    let visit = &whose.visit;
    if verdict.kind() == Kind::Html {
        let page = first_of(visit, &looking.tx, &file.content, documents::LARGEST_PAGE + 1).await?;
        return packed.write_all(by_itself(&page).as_bytes()).map_err(no_room);
    }
    let apart = match &file.content {
        Stored::Inside(bytes) => return packed.write_all(bytes).map_err(no_room),
        Stored::Apart(apart) => apart,
    };
    let open = files::open(&looking.tx, &visit.realm.vault, apart.id).await?;
    let open = open.ok_or_else(Problem::broken)?;
    let mut n = 0;
    while let Some(piece) = open.piece(&looking.tx, n).await? {
        packed.write_all(&piece).map_err(no_room)?;
        n += 1;
    }
    Ok(())
}

/// The name, or the name with a number where another file has it, in whatever case: `brev.pdf`, `brev (2).pdf`.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (1..).map(|n| match (n, ending) {
        (1, _) => name.to_owned(),
        (n, "") => format!("{stem} ({n})"),
        (n, ending) => format!("{stem} ({n}).{ending}"),
    });
    let mut free = numbered.skip_while(|name| taken.contains(&name.to_lowercase()));
    let name = free.next().expect("numbers do not end");
    taken.insert(name.to_lowercase());
    name
}

/// The letter as it came, with all its files.
pub(super) async fn memo(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    let looking = whose.note_look(looking, Look::Export(letter.id)).await?;
    let Looking { tx, permit, mailbox, .. } = &looking;
    let message = reading::message_of(tx, permit, mailbox, &letter).await?;
    let message = message.ok_or_else(|| whose.not_found())?;
    let document = reading::as_memo(tx, &whose.visit.realm.vault, &message).await?;
    let name = safe_file_name(&line::subject(&whose.visit, &letter), Kind::Xml);
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/xml")),
        (CONTENT_DISPOSITION, disposition(&name, false)),
        (CONTENT_SECURITY_POLICY, page::policy::SEALED_IN),
    ];
    Ok((headers, document).into_response())
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn no_room(error: std::io::Error) -> Problem {
    tracing::error!(%error, "a letter could not be packed");
    Problem::unavailable()
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn no_zip(error: ::zip::result::ZipError) -> Problem {
    tracing::error!(%error, "a letter could not be packed");
    Problem::broken()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_files_have_one_name() {
        let mut taken = BTreeSet::new();
        let named = ["brev.pdf", "Brev.pdf", "brev (2).pdf", "brev.pdf"].map(|name| unique(name, &mut taken));
        assert_eq!(named, ["brev.pdf", "Brev (2).pdf", "brev (2) (2).pdf", "brev (3).pdf"]);
    }
}
