//! The public samples are read as they are.

use memo::{MessageType, Trap, Version};

use crate::shared::fixtures;

fn read(name: &str) -> Option<(memo::Message, Vec<(String, Trap)>)> {
    let bytes = std::fs::read(fixtures()?.join(name)).unwrap();
    let reading = memo::read(&*bytes).unwrap();
    let warnings = reading.warnings.into_iter().map(|warning| (warning.element, warning.trap)).collect();
    let mut again = Vec::new();
    memo::write(&reading.message, &mut again).unwrap();
    assert_eq!(memo::read(&*again).unwrap().message, reading.message);
    Some((reading.message, warnings))
}

#[test]
fn the_smallest_letters_are_read_with_three_warnings() {
    for (name, version) in
        [("v1.1_Minimum_Example.xml", Version::V1_1), ("v1.2_Minimum_Example.xml", Version::V1_2)]
    {
        let Some((message, warnings)) = read(name) else { return };
        assert_eq!(message.version, version);
        assert_eq!(message.header.label, "Pladsanvisning");
        assert_eq!(message.header.mandatory, (version == Version::V1_1).then_some(false));
        assert_eq!(message.files().map(|file| &*file.content).collect::<Vec<_>>(), [b"This is a test"]);
        let header = "Message/MessageHeader";
        assert_eq!(
            warnings,
            [
                (format!("{header}/messageUUID"), Trap::UpperCaseUuid),
                (format!("{header}/Sender/senderID"), Trap::Cvr),
                (format!("{header}/Recipient/recipientID"), Trap::Cpr),
            ]
        );
    }
}

#[test]
fn the_nemsms_is_read() {
    let Some((message, warnings)) = read("v1.2_NemSMS.xml") else { return };
    assert_eq!(message.header.message_type, MessageType::NemSms);
    assert_eq!(message.header.notification.as_deref(), Some("Message Text"));
    assert_eq!(message.body, None);
    assert_eq!(warnings.iter().map(|(_, trap)| *trap).collect::<Vec<_>>(), [Trap::Cvr, Trap::Cpr]);
}
