//! What the writer writes, and what it refuses to.

use memo::{
    AdditionalContentData, Content, File, ForwardData, Message, Representative, Rule, Version, WriteError,
    WriteOptions,
};

use crate::full::{full, letter, uuid};

fn refusals(message: &Message) -> Vec<(String, Rule)> {
    let mut document = Vec::new();
    match memo::write(message, &mut document) {
        Ok(()) => Vec::new(),
        Err(WriteError::Refused(refusals)) => {
            assert!(document.is_empty());
            refusals.0.into_iter().map(|refusal| (refusal.element, refusal.rule)).collect()
        }
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn it_writes_the_prefix_that_receivers_demand() {
    let mut document = Vec::new();
    memo::write(&letter(Version::V1_1), &mut document).unwrap();
    let text = String::from_utf8(document).unwrap();
    let second = text.lines().nth(1).unwrap();
    assert!(second.starts_with("<memo:Message xmlns:memo=\"https://DigitalPost.dk/MeMo-1\" xmlns:grd="));
    assert!(second.ends_with(" memoVersion=\"1.1\" memoSchVersion=\"1.1.0\">"));
}

#[test]
fn version_1_1_cannot_hold_what_came_with_1_2() {
    let mut message = letter(Version::V1_1);
    message.header.sender.representative = Some(Representative::default());
    message.header.forward_data = Some(ForwardData {
        original_representative: Some("Bo".into()),
        ..ForwardData::new(uuid(1), "2026-01-01T00:00:00Z".parse().unwrap(), "Vejle")
    });
    message.header.mandatory = None;
    message.header.legal_notification = None;
    message.schema_version = None;
    let header = "Message/MessageHeader";
    assert_eq!(
        refusals(&message),
        [
            ("Message@memoSchVersion".into(), Rule::Missing),
            (format!("{header}/mandatory"), Rule::Missing),
            (format!("{header}/legalNotification"), Rule::Missing),
            (format!("{header}/Sender/Representative"), Rule::NotIn(Version::V1_1)),
            (format!("{header}/ForwardData/originalRepresentative"), Rule::NotIn(Version::V1_1)),
        ]
    );
    message.version = Version::V1_2;
    assert_eq!(refusals(&message), []);
    message.schema_version = Some("1.1.0".into());
    assert_eq!(refusals(&message), [("Message@memoSchVersion".into(), Rule::NotIn(Version::V1_2))]);
}

#[test]
fn everything_is_checked_before_anything_is_written() {
    let mut message = full(Version::V1_2);
    message.header.message_uuid = uuid::Uuid::nil();
    message.header.label = "x".repeat(257);
    message.header.notification = Some("å".repeat(151));
    message.header.post_type = Some("\u{b}".into());
    message.header.reply_by_date_time = Some(jiff::Timestamp::MIN);
    let content = message.header.content_data.as_mut().unwrap();
    content.additional_content_data.push(AdditionalContentData::default());
    content.production_unit.as_mut().unwrap().production_unit_number = 10_000_000_000;
    content.motor_vehicle.as_mut().unwrap().license_number = "AB 12 345".into();
    let body = message.body.as_mut().unwrap();
    body.main_document.files.clear();
    body.technical_documents[0].files[0].language = "dansk".into();
    let header = "Message/MessageHeader";
    let about = format!("{header}/ContentData");
    assert_eq!(
        refusals(&message),
        [
            (format!("{header}/messageUUID"), Rule::Uuid),
            (format!("{header}/label"), Rule::TooLong { most: 256, has: 257 }),
            (format!("{header}/notification"), Rule::TooLong { most: 150, has: 151 }),
            (format!("{header}/replyByDateTime"), Rule::DateTime),
            (format!("{header}/postType"), Rule::Character),
            (format!("{about}/dmv:MotorVehicle/dmv:licenseNumber"), Rule::TooLong { most: 7, has: 9 }),
            (format!("{about}/grd:ProductionUnit/grd:productionUnitNumber"), Rule::Number(9_999_999_999)),
            (format!("{about}/AdditionalContentData"), Rule::TooMany(10)),
            ("Message/MessageBody/MainDocument/File".into(), Rule::Missing),
            ("Message/MessageBody/TechnicalDocument/File/language".into(), Rule::Language),
        ]
    );
}

#[test]
fn a_long_notification_is_written_for_those_who_ask_for_it() {
    let mut message = letter(Version::V1_2);
    message.header.notification = Some("å".repeat(160));
    let long = WriteOptions { longest_notification: 500 };
    assert!(memo::check(&message, &WriteOptions::default()).is_err());
    assert!(memo::check(&message, &long).is_ok());
    message.header.notification = Some("å".repeat(161));
    assert!(memo::check(&message, &long).is_err());
}

#[test]
fn refusals_and_log_lines_tell_nothing_of_people() {
    let mut message = full(Version::V1_2);
    message.header.recipient.id_type = "Aase Holm, 010190-0002".into();
    message.header.label = "Om Aase Holm ".repeat(30);
    message.header.message_uuid = uuid::Uuid::nil();
    let said = [
        memo::check(&message, &WriteOptions::default()).unwrap_err().to_string(),
        message.summary().to_string(),
        format!("{message:?}"),
    ];
    for said in said {
        for secret in ["Aase", "0002", "Vejle", "brev", "MitID"] {
            assert!(!said.contains(secret), "{said}");
        }
    }
    assert_eq!(
        full(Version::V1_2).summary().to_string(),
        "DIGITALPOST 5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c00 (memo 1.2) from CVR to CPR, \
         documents: 4, files: 5, actions: 5, bytes: 20"
    );
}

/// A file that cannot be opened.
struct Gone;

impl Content for Gone {
    fn open(&self) -> std::io::Result<Box<dyn std::io::Read + '_>> {
        Err(std::io::Error::other("gone"))
    }
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let Message { version, schema_version, header, body } = letter(Version::V1_2);
    let mut files = body.unwrap();
    let created_date_time = files.created_date_time;
    let File { encoding_format, filename, language, .. } = files.main_document.files.remove(0);
    let file = File { encoding_format, filename, language, content: Gone };
    let body = Some(memo::MessageBody::new(created_date_time, memo::MainDocument::new(file)));
    let message = Message { version, schema_version, header, body };
    assert!(matches!(memo::write(&message, Vec::new()), Err(WriteError::Io(_))));
    assert_eq!(message.summary().bytes, None);
}
