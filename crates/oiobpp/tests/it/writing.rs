//! What is written is read as it was.

use oiobpp::{Constraint, MOST_GROUPS, PrivilegeGroup, PrivilegeList, Scope};
use proptest::prelude::*;

use crate::any;

fn for_the_library() -> PrivilegeGroup {
    PrivilegeGroup::new(Scope::Company("13748136".parse().unwrap()))
}

#[test]
fn the_form_is_that_of_version_1_2() {
    let mut for_aase = PrivilegeGroup::new(Scope::Person("0101900002".parse().unwrap()));
    for_aase.constraints = vec![Constraint::new("urn:dk:a", "\"<&>\"\r\n'").unwrap()];
    for_aase.privileges = vec!["https://a.dk/?b&c".parse().unwrap(), "urn:dk:d".parse().unwrap()];
    let written = PrivilegeList { groups: vec![for_aase] }.to_xml();
    assert_eq!(
        written.lines().collect::<Vec<_>>(),
        [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<bpp:PrivilegeList xmlns:bpp=\"http://digst.dk/oiosaml/basic_privilege_profile\">",
            "  <PrivilegeGroup Scope=\"urn:dk:gov:saml:cprNumberIdentifier:0101900002\">",
            "    <Privilege>https://a.dk/?b&amp;c</Privilege>",
            "    <Privilege>urn:dk:d</Privilege>",
            "    <Constraint Name=\"urn:dk:a\">&quot;&lt;&amp;&gt;&quot;&#13;",
            "'</Constraint>",
            "  </PrivilegeGroup>",
            "</bpp:PrivilegeList>",
        ]
    );
}

#[test]
fn a_group_that_gives_nothing_is_not_written() {
    let nothing = PrivilegeList { groups: vec![for_the_library()] };
    assert_eq!(nothing.to_xml(), PrivilegeList::default().to_xml());
}

#[test]
fn as_many_groups_as_may_be_are_read_and_one_more_is_not() {
    let mut group = for_the_library();
    group.privileges.push("urn:dk:a".parse().unwrap());
    let mut list = PrivilegeList { groups: vec![group.clone(); MOST_GROUPS] };
    assert_eq!(PrivilegeList::read_base64(&list.to_base64()).as_ref(), Ok(&list));
    list.groups.push(group);
    let error = PrivilegeList::read_xml(list.to_xml().as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 3003, column 3: PrivilegeList/PrivilegeGroup stands here more often than the 1000 allowed"
    );
}

proptest! {
    #[test]
    fn any_list_comes_back(list in any::list()) {
        prop_assert_eq!(PrivilegeList::read_xml(list.to_xml().as_bytes()), Ok(list.clone()));
        prop_assert_eq!(PrivilegeList::read_base64(&list.to_base64()), Ok(list));
    }

    #[test]
    fn any_list_is_written_the_same_when_it_was_read(list in any::list()) {
        let written = list.to_xml();
        prop_assert_eq!(PrivilegeList::read_xml(written.as_bytes()).unwrap().to_xml(), written);
    }
}
