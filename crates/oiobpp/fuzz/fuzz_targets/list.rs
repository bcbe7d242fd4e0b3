//! Any bytes are read or refused, and what is read comes back when it is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oiobpp::PrivilegeList;

fuzz_target!(|bytes: &[u8]| {
    let packed = std::str::from_utf8(bytes).ok().and_then(|text| PrivilegeList::read_base64(text).ok());
    for list in [PrivilegeList::read_xml(bytes).ok(), packed].into_iter().flatten() {
        let again = PrivilegeList::read_xml(list.to_xml().as_bytes()).expect("what was written can be read");
        assert!(again == list);
        let again = PrivilegeList::read_base64(&list.to_base64()).expect("what was written can be read");
        assert!(again == list);
    }
});
