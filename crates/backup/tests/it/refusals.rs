//! What is not done, so that nothing is lost.

use std::fs;

use backup::{BackupError, make, restore};
use store::Store;

use crate::world::{Library, digest_of, order, visits};

#[tokio::test]
async fn a_backup_is_never_written_over() {
    let library = Library::with(5).await;
    fs::write(library.path("night.tar"), "Dear Aase").unwrap();
    let error = library.back_up("night.tar").await.unwrap_err();
    assert!(matches!(error, BackupError::Exists(_)), "{error}");
    assert_eq!(fs::read(library.path("night.tar")).unwrap(), b"Dear Aase");
    assert_eq!(library.names(), ["night.tar", "omtanke.db"]);
}

#[tokio::test]
async fn what_a_power_cut_left_of_a_backup_is_in_nobodys_way() {
    let library = Library::with(5).await;
    fs::write(library.path("night.tar.part"), "half of it").unwrap();
    fs::create_dir(library.path("night.tar.copy")).unwrap();
    fs::write(library.path("night.tar.copy/copy"), "some of it").unwrap();
    library.back_up("night.tar").await.unwrap();
    assert_eq!(library.names(), ["night.tar", "omtanke.db"]);
}

#[tokio::test]
async fn two_backups_to_one_name_at_once_are_one_backup() {
    let library = Library::with(2_000).await;
    let (one, two) = tokio::join!(library.back_up("night.tar"), library.back_up("night.tar"));
    assert_eq!(u8::from(one.is_ok()) + u8::from(two.is_ok()), 1);
    let error = one.and(two).unwrap_err();
    assert!(matches!(error, BackupError::Busy(_) | BackupError::Exists(_)), "{error}");
    backup::verify(&library.path("night.tar"), None).await.unwrap();
}

#[tokio::test]
async fn a_database_that_is_not_there_is_not_made() {
    let library = Library::with(1).await;
    let address = format!("sqlite:{}", library.path("no-such.db").display());
    let error = make(&order(&address, &library.path("night.tar"), None), |_| {}).await.unwrap_err();
    assert!(matches!(error, BackupError::Missing(_)), "{error}");
    assert_eq!(library.names(), ["omtanke.db"]);
}

#[tokio::test]
async fn an_empty_database_is_no_backup() {
    let library = Library::with(1).await;
    let address = format!("sqlite:{}", library.path("empty.db").display());
    Store::open(&address).await.unwrap().close().await;
    let error = make(&order(&address, &library.path("night.tar"), None), |_| {}).await.unwrap_err();
    assert!(matches!(error, BackupError::Empty), "{error}");
    assert!(!library.path("night.tar").exists());
}

#[tokio::test]
async fn a_database_that_is_broken_inside_gives_no_backup() {
    let library = Library::with(2_000).await;
    let mut bytes = fs::read(library.path("omtanke.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xa5);
    fs::write(library.path("omtanke.db"), bytes).unwrap();
    library.back_up("night.tar").await.unwrap_err();
    assert_eq!(library.names(), ["omtanke.db"]);
}

#[tokio::test]
async fn data_is_replaced_only_when_somebody_says_so() {
    let library = Library::with(5).await;
    library.back_up("night.tar").await.unwrap();
    crate::world::fill(&library.url, 2).await;
    assert_eq!(visits(&library.url).await, 7);
    let error = restore(&library.path("night.tar"), &library.url, None, false).await.unwrap_err();
    assert!(matches!(error, BackupError::HasData(_)), "{error}");
    assert_eq!(visits(&library.url).await, 7);
    restore(&library.path("night.tar"), &library.url, None, true).await.unwrap();
    assert_eq!(visits(&library.url).await, 5);
}

#[tokio::test]
async fn a_log_that_an_old_database_left_is_not_read_into_the_new_one() {
    let library = Library::with(5).await;
    library.back_up("night.tar").await.unwrap();
    let expected = digest_of(&library.url).await;
    for name in ["elsewhere/omtanke.db-wal", "elsewhere/omtanke.db-shm"] {
        let _ = fs::create_dir(library.path("elsewhere"));
        fs::write(library.path(name), "left behind").unwrap();
        let error = restore(&library.path("night.tar"), &library.elsewhere(), None, false).await.unwrap_err();
        assert!(matches!(error, BackupError::HasData(_)), "{error}");
        restore(&library.path("night.tar"), &library.elsewhere(), None, true).await.unwrap();
        assert_eq!(digest_of(&library.elsewhere()).await, expected);
        fs::remove_file(library.path("elsewhere/omtanke.db")).unwrap();
    }
}

#[tokio::test]
async fn a_database_that_a_program_has_open_is_not_pulled_from_under_it() {
    let library = Library::with(5).await;
    library.back_up("night.tar").await.unwrap();
    let serving = Store::open(&library.url).await.unwrap();
    let error = restore(&library.path("night.tar"), &library.url, None, true).await.unwrap_err();
    assert!(matches!(error, BackupError::InUse(_)), "{error}");
    serving.close().await;
    restore(&library.path("night.tar"), &library.url, None, true).await.unwrap();
}

#[tokio::test]
async fn even_a_file_that_is_no_database_is_replaced_only_when_somebody_says_so() {
    let library = Library::with(5).await;
    library.back_up("night.tar").await.unwrap();
    let letter = "Kære Aase, dette er et brev. ".repeat(100);
    fs::write(library.path("omtanke.db"), &letter).unwrap();
    restore(&library.path("night.tar"), &library.url, None, false).await.unwrap_err();
    assert_eq!(fs::read_to_string(library.path("omtanke.db")).unwrap(), letter);
    restore(&library.path("night.tar"), &library.url, None, true).await.unwrap();
    assert_eq!(visits(&library.url).await, 5);
}
