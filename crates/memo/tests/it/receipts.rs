//! Receipts in our own XML and JSON.

use memo::ReadError;
use memo::receipt::{Receipt, ReceiptJsonError, ReceiptStatus};
use proptest::prelude::*;

use crate::full::uuid;

fn receipt(status: ReceiptStatus) -> Receipt {
    Receipt {
        transmission_id: uuid(1),
        message_uuid: uuid(2),
        time_stamp: "2026-03-02T09:00:00Z".parse().unwrap(),
        status,
        reason: Some("modtageren er fritaget".into()),
    }
}

#[test]
fn the_names_on_the_wire_are_these() {
    let receipt = receipt(ReceiptStatus::NotAllowed);
    assert_eq!(
        receipt.to_json().unwrap(),
        "{\"TransmissionId\":\"5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c01\",\
         \"MessageUuid\":\"5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c02\",\
         \"TimeStamp\":\"2026-03-02T09:00:00Z\",\
         \"ReceiptStatus\":\"NOT_ALLOWED\",\
         \"Reason\":\"modtageren er fritaget\"}"
    );
    assert_eq!(
        receipt.to_xml().unwrap().lines().collect::<Vec<_>>(),
        [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<Receipt>",
            "  <TransmissionId>5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c01</TransmissionId>",
            "  <MessageUuid>5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c02</MessageUuid>",
            "  <TimeStamp>2026-03-02T09:00:00Z</TimeStamp>",
            "  <ReceiptStatus>NOT_ALLOWED</ReceiptStatus>",
            "  <Reason>modtageren er fritaget</Reason>",
            "</Receipt>",
        ]
    );
}

#[test]
fn only_received_is_not_the_last_word() {
    let last: Vec<&str> = ReceiptStatus::ALL
        .into_iter()
        .filter(|status| status.is_final())
        .map(ReceiptStatus::as_str)
        .collect();
    assert_eq!(last, ["COMPLETED", "INVALID", "NOT_ALLOWED"]);
}

#[test]
fn another_status_is_refused_by_line() {
    let receipt = receipt(ReceiptStatus::Invalid);
    let xml = receipt.to_xml().unwrap().replace("INVALID", "LOST");
    let ReadError::Refused(faults) = Receipt::from_xml(xml.as_bytes()).unwrap_err() else { panic!() };
    assert_eq!(
        faults.to_string(),
        "line 6, column 3: Receipt/ReceiptStatus is none of RECEIVED, COMPLETED, INVALID and NOT_ALLOWED"
    );
    let json = receipt.to_json().unwrap().replace("INVALID", "Aase Holm");
    let error = Receipt::from_json(json.as_bytes()).unwrap_err();
    assert_eq!(error.line, 1);
    assert!(!error.to_string().contains("Aase"));
}

#[test]
fn a_reason_has_at_most_512_characters() {
    let mut receipt = receipt(ReceiptStatus::Invalid);
    receipt.reason = Some("ø".repeat(512));
    let json = receipt.to_json().unwrap();
    assert_eq!(Receipt::from_json(json.as_bytes()), Ok(receipt.clone()));
    receipt.reason = Some("ø".repeat(513));
    assert!(receipt.to_json().is_err() && receipt.to_xml().is_err());
    let longer = json.replace('ø', "øø");
    assert_eq!(Receipt::from_json(longer.as_bytes()), Err(ReceiptJsonError { line: 0, column: 0 }));
}

#[test]
fn a_message_is_no_receipt() {
    let mut document = Vec::new();
    memo::write(&crate::full::letter(memo::Version::V1_2), &mut document).unwrap();
    assert!(Receipt::from_xml(&*document).is_err());
    assert!(memo::read(receipt(ReceiptStatus::Completed).to_xml().unwrap().as_bytes()).is_err());
}

proptest! {
    #[test]
    fn any_receipt_comes_back(
        numbers: [[u8; 16]; 2], second in 0i64..4_000_000_000, status in prop::sample::select(&ReceiptStatus::ALL),
        reason in prop::option::of("[^\\p{Cc}\u{fffe}\u{ffff}]{0,100}"),
    ) {
        let receipt = Receipt {
            transmission_id: uuid::Uuid::from_bytes(numbers[0]),
            message_uuid: uuid::Uuid::from_bytes(numbers[1]),
            time_stamp: jiff::Timestamp::from_second(second).unwrap(),
            status,
            reason,
        };
        prop_assert_eq!(Receipt::from_xml(receipt.to_xml().unwrap().as_bytes()).unwrap(), receipt.clone());
        prop_assert_eq!(Receipt::from_json(receipt.to_json().unwrap().as_bytes()).unwrap(), receipt);
    }
}
