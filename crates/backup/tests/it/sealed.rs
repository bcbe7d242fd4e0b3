//! Backups that only the holder of a key can open.

use backup::{BackupError, Checked, new_identity, restore, verify};

use crate::world::{Library, digest_of};

#[tokio::test]
async fn a_sealed_backup_opens_with_its_key_alone() {
    let library = Library::with(500).await;
    let public = new_identity(&library.path("mine")).unwrap();
    new_identity(&library.path("another")).unwrap();
    let made = library.back_up_sealed("night.age", public).await.unwrap();
    assert_eq!(made.checked, Checked::Bytes, "whoever seals cannot open");
    let file = library.path("night.age");
    let target = library.elsewhere();

    let error = restore(&file, &target, None, false).await.unwrap_err();
    assert!(matches!(error, BackupError::Sealed(_)), "{error}");
    let error = restore(&file, &target, Some(&library.path("another")), false).await.unwrap_err();
    assert!(matches!(error, BackupError::WrongKey(_)), "{error}");
    let error = restore(&file, &target, Some(&file), false).await.unwrap_err();
    assert!(matches!(error, BackupError::NotAKey(_)), "{error}");
    assert!(!library.path("elsewhere/omtanke.db").exists());

    assert_eq!(verify(&file, Some(&library.path("mine"))).await.unwrap(), made.manifest);
    restore(&file, &target, Some(&library.path("mine")), false).await.unwrap();
    assert_eq!(digest_of(&target).await, digest_of(&library.url).await);
}

#[tokio::test]
async fn nothing_of_the_data_shows_in_a_sealed_backup() {
    let library = Library::with(50).await;
    let public = new_identity(&library.path("mine")).unwrap();
    library.back_up("open.tar").await.unwrap();
    library.back_up_sealed("night.age", public).await.unwrap();
    let shows = |name: &str, words: &[u8]| {
        let bytes = std::fs::read(library.path(name)).unwrap();
        bytes.windows(words.len()).any(|window| window == words)
    };
    for words in [&b"library in Vejle"[..], b"backup_visit", b"manifest.json"] {
        assert!(shows("open.tar", words), "the search finds what is there");
        assert!(!shows("night.age", words));
    }
}

#[tokio::test]
async fn two_sealed_backups_of_the_same_data_are_different_files() {
    let library = Library::with(5).await;
    let public = new_identity(&library.path("mine")).unwrap();
    library.back_up_sealed("one.age", public.clone()).await.unwrap();
    library.back_up_sealed("two.age", public).await.unwrap();
    assert_ne!(
        std::fs::read(library.path("one.age")).unwrap(),
        std::fs::read(library.path("two.age")).unwrap()
    );
}

#[test]
fn a_key_file_is_its_owners_and_is_never_written_over() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    let public = new_identity(&file).unwrap().to_string();
    assert!(public.starts_with("age1"), "{public}");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let before = std::fs::read_to_string(&file).unwrap();
    assert!(before.contains(&public) && before.contains("AGE-SECRET-KEY-1"));
    assert!(matches!(new_identity(&file), Err(BackupError::Exists(_))));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
}
