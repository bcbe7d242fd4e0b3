//! A file, while it is being written to.

use backup::{Checked, restore, verify};

use crate::world::{Library, Visitors, digest_of, names_in, visits};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_load_is_of_one_moment() {
    let library = Library::with(20_000).await;
    let visitors = Visitors::come(&library.url).await;
    while visits(&library.url).await == 20_000 {}
    let before = visits(&library.url).await;
    let made = library.back_up("night.tar").await.unwrap();
    let after = visits(&library.url).await;
    let came = visitors.go().await;
    assert!(after > before, "writers went on while the backup was made");

    restore(&library.path("night.tar"), &library.elsewhere(), None, false).await.unwrap();
    let restored = visits(&library.elsewhere()).await;
    assert!((before..=after).contains(&restored), "{restored} is of a moment from {before} to {after}");
    let expected: Vec<_> =
        made.manifest.tables.iter().map(|table| (table.name.as_str(), table.rows)).collect();
    assert_eq!(
        expected,
        [("backup_left", 1), ("backup_right", 1), ("backup_visit", restored), ("store_migration", 1)]
    );
    assert_eq!(visits(&library.url).await, 20_000 + came, "the backup cost nobody a visit");
}

#[tokio::test]
async fn what_comes_back_is_what_went_in() {
    let library = Library::with(50).await;
    let made = library.back_up("night.tar").await.unwrap();
    assert_eq!(made.checked, Checked::Content);
    assert_eq!(made.bytes, library.path("night.tar").metadata().unwrap().len());
    assert_eq!(verify(&library.path("night.tar"), None).await.unwrap(), made.manifest);
    let restored = restore(&library.path("night.tar"), &library.elsewhere(), None, false).await.unwrap();
    assert_eq!(restored.manifest, made.manifest);
    assert_eq!(digest_of(&library.elsewhere()).await, digest_of(&library.url).await);
    assert_eq!(names_in(&library.path("elsewhere")), ["omtanke.db"]);
}

#[tokio::test]
async fn nothing_is_left_lying_about() {
    let library = Library::with(5).await;
    library.back_up("night.tar").await.unwrap();
    assert_eq!(library.names(), ["night.tar", "omtanke.db"]);
}

#[tokio::test]
async fn only_its_owner_can_read_a_backup() {
    use std::os::unix::fs::PermissionsExt as _;
    let library = Library::with(5).await;
    library.back_up("night.tar").await.unwrap();
    let restored = restore(&library.path("night.tar"), &library.elsewhere(), None, false).await.unwrap();
    assert_eq!(restored.manifest.schema, 1);
    for name in ["night.tar", "elsewhere/omtanke.db"] {
        let mode = library.path(name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[tokio::test]
async fn any_tar_opens_a_backup() {
    let library = Library::with(5).await;
    let made = library.back_up("night.tar").await.unwrap();
    let unpacked = std::process::Command::new("tar")
        .args(["--extract", "--verbose", "--file", "night.tar"])
        .current_dir(library.folder.path().join("."))
        .output()
        .unwrap();
    assert!(unpacked.status.success(), "{}", String::from_utf8_lossy(&unpacked.stderr));
    assert_eq!(String::from_utf8_lossy(&unpacked.stdout), "manifest.json\nomtanke.db\nblake3.txt\n");
    let data = std::fs::read(library.path("omtanke.db")).unwrap();
    assert_eq!(blake3::hash(&data).to_hex().as_str(), made.manifest.blake3);
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(library.path("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["engine"], "sqlite");
    assert_eq!(manifest["made_at"], "2026-11-24T09:30:00Z");
}

#[tokio::test]
async fn a_name_with_odd_letters_is_a_name() {
    let library = Library::with(5).await;
    let out = library.path("100 % Åse? #1.tar");
    let made = backup::make(&crate::world::order(&library.url, &out, None), |_| {}).await.unwrap();
    let target = store::sqlite_address(&library.path("Åse? 100 %25/omtanke #.db")).unwrap();
    restore(&out, &target, None, false).await.unwrap();
    assert!(library.path("Åse? 100 %25/omtanke #.db").exists());
    assert_eq!(made.manifest.tables.len(), 4);
}
