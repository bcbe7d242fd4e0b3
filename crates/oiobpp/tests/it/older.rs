//! The forms of older producers: their namespace, and children that share it.

use oiobpp::PrivilegeList;
use proptest::prelude::*;

use crate::any;

const NEW: &str = "http://digst.dk/oiosaml/basic_privilege_profile";
const OLD: &str = "http://itst.dk/oiosaml/basic_privilege_profile";

/// The list in the older namespace, its children in none.
fn older(list: &PrivilegeList) -> String {
    list.to_xml().replacen(NEW, OLD, 1)
}

/// The list in a default namespace, with everything in it.
fn default(list: &PrivilegeList, space: &str) -> String {
    list.to_xml()
        .replacen(
            &format!("<bpp:PrivilegeList xmlns:bpp=\"{NEW}\">"),
            &format!("<PrivilegeList xmlns=\"{space}\">"),
            1,
        )
        .replace("</bpp:PrivilegeList>", "</PrivilegeList>")
}

/// The list with the prefix at every element.
fn prefixed(list: &PrivilegeList) -> String {
    let mut text = older(list);
    for name in ["PrivilegeGroup", "Privilege", "Constraint"] {
        for end in [" ", ">"] {
            text = text.replace(&format!("<{name}{end}"), &format!("<bpp:{name}{end}"));
        }
        text = text.replace(&format!("</{name}>"), &format!("</bpp:{name}>"));
    }
    text
}

fn read(text: &str) -> PrivilegeList {
    PrivilegeList::read_xml(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

proptest! {
    #[test]
    fn any_list_is_read_in_the_older_forms_and_written_in_the_new_one(list in any::list()) {
        for text in [older(&list), default(&list, OLD), default(&list, NEW), prefixed(&list)] {
            prop_assert!(text != list.to_xml());
            let read = read(&text);
            prop_assert_eq!(&read, &list);
            prop_assert!(read.to_xml().contains(NEW) && !read.to_xml().contains(OLD));
        }
    }
}

#[test]
fn children_of_a_list_may_leave_its_default_namespace() {
    let text = format!(
        "<PrivilegeList xmlns=\"{OLD}\"><PrivilegeGroup xmlns=\"\" \
         Scope=\"urn:dk:gov:saml:cvrNumberIdentifier:13748136\"><Privilege>urn:dk:a</Privilege>\
         </PrivilegeGroup></PrivilegeList>"
    );
    assert_eq!(read(&text).groups.len(), 1);
}

#[test]
fn children_may_not_be_of_the_other_namespace() {
    let text = format!("<PrivilegeList xmlns=\"{OLD}\"><PrivilegeGroup xmlns=\"{NEW}\"/></PrivilegeList>");
    let error = PrivilegeList::read_xml(text.as_bytes()).unwrap_err();
    assert!(error.to_string().ends_with("PrivilegeList/PrivilegeGroup is not known here"), "{error}");
}
