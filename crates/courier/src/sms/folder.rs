//! A gateway that writes files instead of sending, for demonstration and practice.

use std::io;
use std::path::PathBuf;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde_json::json;
use tokio::fs;

use super::{Accepted, Gateway, GatewayError, Text, gsm};

/// Writes each text into a folder as `REFERENCE.json` with `to`, `body`, `reference` and `parts`.
pub struct FolderGateway {
    folder: PathBuf,
}

impl FolderGateway {
    /// Writes into this folder, and makes it when it is needed.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    async fn write(&self, text: &Text) -> io::Result<Accepted> {
        let message = json!({
            "to": text.to,
            "body": text.body,
            "reference": text.reference,
            "parts": gsm::measure(&text.body).parts,
        });
        let name = file_name(&text.reference);
        let unfinished = self.folder.join(format!(".{name}"));
        fs::create_dir_all(&self.folder).await?;
        fs::write(&unfinished, format!("{message:#}\n")).await?;
        fs::rename(&unfinished, self.folder.join(format!("{name}.json"))).await?;
        Ok(Accepted { id: Some(name) })
    }

    async fn try_out(&self) -> io::Result<()> {
        let trial = self.folder.join(".trial");
        fs::create_dir_all(&self.folder).await?;
        fs::write(&trial, "").await?;
        fs::remove_file(&trial).await
    }
}

/// A reference with the signs that no file name has replaced.
fn file_name(reference: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let name: String = reference.chars().map(plain).take(100).collect();
    if name.is_empty() { "_".to_owned() } else { name }
}

impl Gateway for FolderGateway {
    fn name(&self) -> &'static str {
        "folder"
    }

    fn send<'a>(&'a self, text: &'a Text) -> BoxFuture<'a, Result<Accepted, GatewayError>> {
        self.write(text).map(|written| written.map_err(unwritable)).boxed()
    }

    fn check(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        self.try_out().map(|written| written.map_err(unwritable)).boxed()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
fn unwritable(error: io::Error) -> GatewayError {
    GatewayError::Failed { why: format!("the folder cannot be written ({})", error.kind()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_cannot_lead_out_of_the_folder() {
        assert_eq!(file_name("../../etc/passwd"), "______etc_passwd");
        assert_eq!(file_name(""), "_");
        assert_eq!(file_name("0190-aB"), "0190-aB");
    }
}
