//! Files that are no longer what was written.

use std::fs;
use std::path::{Path, PathBuf};

use backup::{BackupError, new_identity, restore, verify};

use crate::world::{Library, digest_of};

/// A small backup, and how to write it changed.
struct Kept {
    library: Library,
    bytes: Vec<u8>,
    identity: Option<PathBuf>,
}

impl Kept {
    async fn plain() -> Self {
        let library = Library::with(3).await;
        library.back_up("night.tar").await.unwrap();
        let bytes = fs::read(library.path("night.tar")).unwrap();
        Self { library, bytes, identity: None }
    }

    async fn sealed() -> Self {
        let library = Library::with(3).await;
        let identity = library.path("key");
        let public = new_identity(&identity).unwrap();
        library.back_up_sealed("night.age", public).await.unwrap();
        let bytes = fs::read(library.path("night.age")).unwrap();
        Self { library, bytes, identity: Some(identity) }
    }

    async fn check(&self, bytes: &[u8]) -> Result<(), BackupError> {
        let file = self.library.path("changed");
        fs::write(&file, bytes).unwrap();
        verify(&file, self.identity.as_deref()).await.map(|_| ())
    }

    /// Changes one bit at each of the places, another one each time.
    async fn every_flip_is_found(&self, places: impl Iterator<Item = usize>) {
        self.check(&self.bytes).await.unwrap();
        let mut bytes = self.bytes.clone();
        for place in places {
            let flip = 1 << (place % 8);
            bytes[place] ^= flip;
            assert!(self.check(&bytes).await.is_err(), "byte {place} of {}", bytes.len());
            bytes[place] ^= flip;
        }
    }
}

/// All of the head and the end, and every so many bytes between.
fn places(length: usize, head: usize, step: usize, end: usize) -> impl Iterator<Item = usize> {
    (0..length).filter(move |&at| at < head || at >= length - end || at % step == 0)
}

#[tokio::test]
async fn a_flipped_byte_anywhere_is_found() {
    let kept = Kept::plain().await;
    kept.every_flip_is_found(places(kept.bytes.len(), 3 * 1024, 101, 3 * 1024)).await;
}

#[tokio::test]
async fn a_flipped_byte_anywhere_under_a_seal_is_found() {
    let kept = Kept::sealed().await;
    kept.every_flip_is_found(places(kept.bytes.len(), 512, 997, 64)).await;
}

#[tokio::test]
async fn a_file_that_was_cut_off_is_found_wherever_the_cut_is() {
    for kept in [Kept::plain().await, Kept::sealed().await] {
        let length = kept.bytes.len();
        for cut in places(length, 64, 401, 8) {
            let error = kept.check(&kept.bytes[..cut]).await.unwrap_err();
            assert!(matches!(error, BackupError::Damaged { .. }), "cut at {cut} of {length}: {error}");
        }
    }
}

#[tokio::test]
async fn a_file_with_something_hung_on_is_found() {
    for kept in [Kept::plain().await, Kept::sealed().await] {
        for more in [&[0][..], &[0; 1024], b"omtanke"] {
            let error = kept.check(&[&kept.bytes, more].concat()).await.unwrap_err();
            assert!(matches!(error, BackupError::Damaged { .. }), "{error}");
        }
    }
}

#[tokio::test]
async fn a_damaged_backup_changes_nothing_where_it_was_to_go() {
    let kept = Kept::plain().await;
    let mut bytes = kept.bytes.clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let file = kept.library.path("changed");
    fs::write(&file, bytes).unwrap();
    let before = digest_of(&kept.library.url).await;
    let error = restore(&file, &kept.library.url, None, true).await.unwrap_err();
    assert!(matches!(error, BackupError::Damaged { .. }), "{error}");
    assert_eq!(digest_of(&kept.library.url).await, before);
    assert_eq!(kept.library.names(), ["changed", "night.tar", "omtanke.db"]);
}

/// A tar file with one entry more than ours has, under a name that leads out of the folder.
#[tokio::test]
async fn an_entry_that_wants_to_lie_elsewhere_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("night.tar");
    let write = |names: &[&str]| {
        let mut tar = tar::Builder::new(Vec::new());
        for name in names {
            let mut header = tar::Header::new_gnu();
            let field = &mut header.as_old_mut().name;
            field[..name.len()].copy_from_slice(name.as_bytes());
            header.set_size(2);
            header.set_mode(0o644);
            header.set_cksum();
            tar.append(&header, &b"{}"[..]).unwrap();
        }
        fs::write(&file, tar.into_inner().unwrap()).unwrap();
    };
    for names in [&["../omtanke.db"][..], &["manifest.json", "../omtanke.db"], &["/etc/passwd"]] {
        write(names);
        let target = format!("sqlite:{}", folder.path().join("inside/omtanke.db").display());
        let error = restore(&file, &target, None, true).await.unwrap_err();
        assert!(matches!(error, BackupError::Damaged { .. }), "{error}");
        assert!(!folder.path().join("omtanke.db").exists());
        assert!(!folder.path().join("inside/omtanke.db").exists());
    }
}

#[tokio::test]
async fn a_manifest_that_promises_too_much_does_not_fill_the_memory() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("night.tar");
    let mut header = tar::Header::new_gnu();
    header.set_path("manifest.json").unwrap();
    header.set_size(1 << 40);
    header.set_cksum();
    fs::write(&file, header.as_bytes()).unwrap();
    let error = verify(&file, None).await.unwrap_err();
    assert!(matches!(error, BackupError::Damaged { .. }), "{error}");
}

/// Somebody changes the data, and the two hashes with it: then it is the digests that tell.
#[tokio::test]
async fn data_that_does_not_fit_its_digests_is_not_restored() {
    let kept = Kept::plain().await;
    let honest = verify(&kept.library.path("night.tar"), None).await.unwrap();
    let other = Library::with(4).await;
    other.back_up("night.tar").await.unwrap();
    let mut manifest = verify(&other.path("night.tar"), None).await.unwrap();
    manifest.tables = honest.tables;
    rewrite(&other.path("night.tar"), &serde_json::to_vec(&manifest).unwrap());
    verify(&other.path("night.tar"), None).await.unwrap();
    let error = restore(&other.path("night.tar"), &other.elsewhere(), None, false).await.unwrap_err();
    let BackupError::Differs { table, .. } = &error else { panic!("{error}") };
    assert_eq!(table, "backup_left");
    assert!(!other.path("elsewhere/omtanke.db").exists());
}

#[tokio::test]
async fn a_backup_from_a_later_program_says_so() {
    let kept = Kept::plain().await;
    let file = kept.library.path("night.tar");
    rewrite(&file, br#"{"format": 2, "made_at": "whenever"}"#);
    let error = verify(&file, None).await.unwrap_err();
    assert!(matches!(error, BackupError::Newer { found: 2, known: 1 }), "{error}");
}

/// Puts another manifest into a backup, and mends its last entry.
fn rewrite(file: &Path, manifest: &[u8]) {
    let bytes = fs::read(file).unwrap();
    let mut archive = tar::Archive::new(&bytes[..]);
    let mut tar = tar::Builder::new(Vec::new());
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let mut header = entry.header().clone();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut content).unwrap();
        match &*header.path_bytes() {
            b"manifest.json" => content = manifest.to_vec(),
            b"blake3.txt" => content = format!("{}\n", blake3::hash(tar.get_ref()).to_hex()).into_bytes(),
            _ => {}
        }
        header.set_size(content.len() as u64);
        header.set_cksum();
        tar.append(&header, &content[..]).unwrap();
    }
    fs::write(file, tar.into_inner().unwrap()).unwrap();
}
