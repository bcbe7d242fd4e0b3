//! What real messages contain though it is hardly meant: read, with a warning.

use memo::{
    Action, ActionTarget, Address, AttentionData, EntryPoint, Message, MessageType, ReadError, Trap,
    UnstructuredAddress, Version, WriteOptions, action_code,
};

use crate::full::{full, letter};

fn text(message: &Message) -> String {
    let mut document = Vec::new();
    memo::write_with(message, &WriteOptions { longest_notification: 160 }, &mut document).unwrap();
    String::from_utf8(document).unwrap()
}

fn warnings(document: &str) -> Vec<(String, Trap)> {
    let warnings = memo::read(document.as_bytes()).unwrap().warnings;
    warnings.into_iter().map(|warning| (warning.element, warning.trap)).collect()
}

fn warning(message: &Message) -> (String, Trap) {
    let mut warnings = warnings(&text(message));
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    warnings.remove(0)
}

#[test]
fn numbers_whose_check_digit_is_wrong() {
    let mut message = full(Version::V1_2);
    message.header.sender.sender_id = "12345678".into();
    message.header.sender.representative.as_mut().unwrap().representative_id = Some("2211771212".into());
    message.header.recipient.recipient_id = "2211771212".into();
    let content = message.header.content_data.as_mut().unwrap();
    content.cpr_data.as_mut().unwrap().cpr_number = "2211771212".into();
    content.cvr_data.as_mut().unwrap().cvr_number = "12345678".into();
    let header = "Message/MessageHeader";
    assert_eq!(
        warnings(&text(&message)),
        [
            (format!("{header}/Sender/Representative/representativeID"), Trap::Cpr),
            (format!("{header}/Sender/senderID"), Trap::Cvr),
            (format!("{header}/Recipient/recipientID"), Trap::Cpr),
            (format!("{header}/ContentData/grd:CPRdata/grd:cprNumber"), Trap::Cpr),
            (format!("{header}/ContentData/grd:CVRdata/grd:cvrNumber"), Trap::Cvr),
        ]
    );
}

#[test]
fn a_number_of_another_kind_is_not_judged() {
    let mut message = letter(Version::V1_2);
    message.header.sender.id_type = "MyndighedsID".into();
    message.header.sender.sender_id = "12345678".into();
    assert_eq!(warnings(&text(&message)), []);
}

#[test]
fn an_end_before_its_start() {
    let mut message = letter(Version::V1_2);
    let mut action = Action::new("Betal", action_code::PAYMENT);
    action.start_date_time = Some("2026-03-01T12:00:00Z".parse().unwrap());
    action.end_date_time = Some("2026-02-01T12:00:00Z".parse().unwrap());
    message.body.as_mut().unwrap().main_document.actions.push(action);
    let main = "Message/MessageBody/MainDocument";
    assert_eq!(warning(&message), (format!("{main}/Action"), Trap::EndBeforeStart));

    let mut message = full(Version::V1_2);
    let main_document = &mut message.body.as_mut().unwrap().main_document;
    let Some(ActionTarget::Reservation(reservation)) = &mut main_document.actions[0].target else { panic!() };
    reservation.end_date_time = "2026-01-01T12:00:00Z".parse().unwrap();
    assert_eq!(warning(&message), (format!("{main}/Action/Reservation"), Trap::EndBeforeStart));
}

#[test]
fn a_url_with_danish_letters() {
    let mut message = letter(Version::V1_2);
    let mut action = Action::new("Svar", action_code::SELF_SERVICE);
    let url = "https://example.dk/spørgeskema.html";
    action.target = Some(ActionTarget::EntryPoint(EntryPoint { url: url.into() }));
    message.body.as_mut().unwrap().main_document.actions.push(action);
    let element = "Message/MessageBody/MainDocument/Action/EntryPoint/url";
    assert_eq!(warning(&message), (element.into(), Trap::UrlCharacters));
}

#[test]
fn a_uuid_in_upper_case() {
    let document = text(&letter(Version::V1_2));
    let number = letter(Version::V1_2).header.message_uuid.to_string();
    let upper = document.replace(&number, &number.to_uppercase());
    assert_eq!(warnings(&upper), [("Message/MessageHeader/messageUUID".into(), Trap::UpperCaseUuid)]);
    assert_eq!(memo::read(upper.as_bytes()).unwrap().message, letter(Version::V1_2));
}

#[test]
fn two_addresses_for_one_thing() {
    let mut message = letter(Version::V1_2);
    message.header.recipient.attention_data = Some(AttentionData {
        address: Some(Address::default()),
        unstructured_address: Some(UnstructuredAddress::default()),
        ..AttentionData::default()
    });
    let attention = "Message/MessageHeader/Recipient/AttentionData";
    assert_eq!(warning(&message), (attention.into(), Trap::TwoAddresses));
}

#[test]
fn a_notification_that_some_receivers_cut() {
    let mut message = letter(Version::V1_2);
    message.header.notification = Some("å".repeat(150));
    assert_eq!(warnings(&text(&message)), []);
    message.header.notification = Some("å".repeat(155));
    assert_eq!(warning(&message), ("Message/MessageHeader/notification".into(), Trap::LongNotification(155)));
}

#[test]
fn a_nemsms_that_nobody_can_read() {
    let mut message = letter(Version::V1_2);
    message.header.message_type = MessageType::NemSms;
    let element = || "Message".to_owned();
    assert_eq!(
        warnings(&text(&message)),
        [(element(), Trap::NemSmsWithDocuments), (element(), Trap::NemSmsWithoutText)]
    );
}

#[test]
fn warnings_are_told_beside_faults() {
    let document =
        text(&letter(Version::V1_2)).replace(">13748136<", ">12345678<").replace("DIGITALPOST", "BREV");
    let ReadError::Refused(found) = memo::read(document.as_bytes()).unwrap_err() else { panic!() };
    assert_eq!((found.faults.len(), found.warnings.len(), found.stopped), (1, 1, false));
    assert_eq!(
        found.warnings[0].to_string(),
        "line 9, column 5: Message/MessageHeader/Sender/senderID is no cvr number"
    );
}
