//! The simulators: mails and texts as files.

use basics::Language;
use courier::{FolderGateway, Hindrance, MailError, Mailer, Text, Texts};
use mail_parser::MessageParser;
use serde_json::{Value, json};

use crate::mail_server::to_aase;

fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[tokio::test]
async fn a_mail_in_the_folder_opens_in_a_mail_program_and_a_second_try_is_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::to_folder(folder.path().join("mails"));
    mailer.check().await.unwrap();
    for _ in 0..2 {
        mailer.send(&to_aase(Language::Ar)).await.unwrap();
    }
    assert_eq!(names(&folder.path().join("mails")), ["0190-aase@hjaelp.example.dk.eml"]);
    let raw = std::fs::read(folder.path().join("mails/0190-aase@hjaelp.example.dk.eml")).unwrap();
    let message = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(message.subject(), Some("مساعدك قادم يوم الأربعاء"));
    assert!(message.body_text(0).unwrap().contains("عزيزتي آسه"));
}

#[tokio::test]
async fn a_text_in_the_folder_is_json_and_a_second_try_is_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let texts = Texts::new(vec![Box::new(FolderGateway::new(folder.path().join("texts")))]);
    let text = Text {
        to: "+4520123456".to_owned(),
        body: "Kære Åse. Bo kommer kl. 10.".to_owned(),
        reference: "0190-aase/1".to_owned(),
    };
    let now = "2026-03-09T08:00:00Z".parse().unwrap();
    for _ in 0..2 {
        let accepted = texts.send(&text, now).await.unwrap();
        assert_eq!(accepted.id.as_deref(), Some("0190-aase_1"));
    }
    assert_eq!(texts.check().await, [("folder".to_owned(), Ok(()))]);
    assert_eq!(names(&folder.path().join("texts")), ["0190-aase_1.json"]);
    let written: Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("texts/0190-aase_1.json")).unwrap())
            .unwrap();
    let expected = json!({"to": "+4520123456", "body": text.body, "reference": "0190-aase/1", "parts": 1});
    assert_eq!(written, expected);
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_means_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    std::fs::write(&file, "").unwrap();
    let mailer = Mailer::to_folder(file.join("mails"));
    for result in [mailer.check().await, mailer.send(&to_aase(Language::Da)).await] {
        assert!(matches!(result, Err(MailError::Again(Hindrance::Unwritable(_)))), "{result:?}");
    }
}
