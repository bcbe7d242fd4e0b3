//! Any bytes are read or refused, and what is read comes back in both forms.
#![no_main]

use libfuzzer_sys::fuzz_target;
use memo::receipt::Receipt;

fuzz_target!(|bytes: &[u8]| {
    let read = [Receipt::from_xml(bytes).ok(), Receipt::from_json(bytes).ok()];
    for receipt in read.into_iter().flatten() {
        let json = receipt.to_json().expect("what was read can be written");
        assert!(Receipt::from_json(json.as_bytes()).is_ok_and(|again| again == receipt));
        let xml = receipt.to_xml().expect("what was read can be written");
        assert!(Receipt::from_xml(xml.as_bytes()).is_ok_and(|again| again == receipt));
    }
});
