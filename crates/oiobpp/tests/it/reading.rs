//! What is read, and what is refused by which rule.

use oiobpp::{Constraint, PrivilegeList, Scope};

const ROOT: &str = "<bpp:PrivilegeList xmlns:bpp=\"http://digst.dk/oiosaml/basic_privilege_profile\">";
const GROUP: &str = "<PrivilegeGroup Scope=\"urn:dk:gov:saml:cprNumberIdentifier:0101900002\">";
const VIEW: &str = "<Privilege>urn:dk:fmk:view</Privilege>";

fn read(document: &str) -> Result<PrivilegeList, String> {
    PrivilegeList::read_xml(document.as_bytes()).map_err(|error| error.to_string())
}

/// Reads what stands within the list.
fn within(groups: &str) -> Result<PrivilegeList, String> {
    read(&format!("{ROOT}\n{groups}\n</bpp:PrivilegeList>"))
}

#[track_caller]
fn refused(groups: &str, why: &str) {
    assert_eq!(within(groups).unwrap_err(), why);
}

#[test]
fn a_fuldmagt_from_bo_to_see_his_medicine_is_read() {
    let list = within(&format!("{GROUP}{VIEW}</PrivilegeGroup>")).unwrap();
    let [group] = &*list.groups else { panic!("{list:?}") };
    assert_eq!(group.scope, Scope::Person("0101900002".parse().unwrap()));
    assert_eq!(group.privileges, ["urn:dk:fmk:view".parse().unwrap()]);
    assert!(group.constraints.is_empty());
}

#[test]
fn the_four_kinds_of_scope_are_read_in_any_case_of_their_letters() {
    for (urn, scope) in [
        ("cprNumberIdentifier:0101900002", Scope::Person("0101900002".parse().unwrap())),
        ("CvrNumberIdentifier:13748136", Scope::Company("13748136".parse().unwrap())),
        ("seNumberIdentifier:27384223", Scope::TaxUnit("27384223".parse().unwrap())),
        ("productionUnitIdentifier:1003901234", Scope::ProductionUnit("1003901234".parse().unwrap())),
    ] {
        let urn = format!("urn:dk:gov:saml:{urn}");
        let list = within(&format!("<PrivilegeGroup Scope=' {urn}\n'>{VIEW}</PrivilegeGroup>")).unwrap();
        assert_eq!(list.groups[0].scope, scope);
        assert!(scope.to_urn().eq_ignore_ascii_case(&urn));
    }
}

#[test]
fn constraints_may_stand_before_privileges() {
    let kle = "<Constraint Name=\"urn:dk:kombit:KLE\"> 25.* </Constraint>";
    let sensitivity = "<Constraint Name=\"urn:dk:kombit:sensitivity\">3</Constraint>";
    let list = within(&format!("{GROUP}{kle}{VIEW}{sensitivity}{VIEW}</PrivilegeGroup>")).unwrap();
    let group = &list.groups[0];
    assert_eq!(group.privileges.len(), 2);
    let read: Vec<_> = group.constraints.iter().map(|known| (known.name(), known.value())).collect();
    assert_eq!(read, [(Constraint::KLE, "25.*"), ("urn:dk:kombit:sensitivity", "3")]);
}

#[test]
fn groups_for_several_people_stay_apart_and_in_order() {
    let other = GROUP.replace("0101900002", "1111111118");
    let list = within(&format!("{GROUP}{VIEW}</PrivilegeGroup>{other}{VIEW}</PrivilegeGroup>")).unwrap();
    let births: Vec<String> = list.groups.iter().map(|group| format!("{:?}", group.scope)).collect();
    assert_eq!(births, ["Person(010190-••••)", "Person(111111-••••)"]);
}

#[test]
fn what_xml_allows_around_and_within_is_allowed() {
    let hints = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\"";
    let document = format!(
        "\u{feff}<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\r\n<!-- æ -->\r\n\
         <p:PrivilegeList {hints} xmlns:p='http://digst.dk/oiosaml/basic_privilege_profile' >\
         <!-- - -->{GROUP}<Privilege >\n urn:dk:<![CDATA[fmk]]>&#58;vi<!-- -->e&#x77;\n</Privilege></PrivilegeGroup >\
         </p:PrivilegeList >\n<!-- -->\n"
    );
    assert_eq!(read(&document), within(&format!("{GROUP}{VIEW}</PrivilegeGroup>")));
}

#[test]
fn a_list_may_give_nothing() {
    assert_eq!(within(""), Ok(PrivilegeList::default()));
    assert_eq!(read(&ROOT.replace('>', "/>")), Ok(PrivilegeList::default()));
}

#[test]
fn a_scope_of_another_kind_is_refused() {
    let kinds = "PrivilegeList/PrivilegeGroup@Scope is no scope: its kind is none of urn:dk:gov:saml's \
                 cprNumberIdentifier, cvrNumberIdentifier, seNumberIdentifier and productionUnitIdentifier";
    for scope in [
        "",
        "0101900002",
        "urn:dk:gov:saml:",
        "urn:dk:gov:saml:cprNumberIdentifier",
        "urn:dk:gov:saml:cprNumberIdentifierø:0101900002",
        "urn:dk:sam:gov1:cprNumberIdentifier:0101900002",
        "urn:dk:gov:samlø:cprNumberIdentifier:0101900002",
        "urn:dk:healthcare:saml:RegisteredPharmacistCPR:0101900002",
        "urn:dk:healthcare:saml:actThroughProcurationBy:cprNumberIdentifier:0101900002",
    ] {
        let group = format!("<PrivilegeGroup Scope=\"{scope}\">{VIEW}</PrivilegeGroup>");
        refused(&group, &format!("line 2, column 1: {kinds}"));
    }
}

#[test]
fn a_scope_whose_number_cannot_be_one_is_refused() {
    let at = "line 2, column 1: PrivilegeList/PrivilegeGroup@Scope is no scope:";
    for (urn, why) in [
        ("cprNumberIdentifier:010190-0002", "a cpr number has ten digits"),
        ("cprNumberIdentifier:XXXXXXXXXX", "a cpr number has ten digits"),
        ("cprNumberIdentifier:3102900002", "the cpr number does not begin with a date of birth"),
        ("cvrNumberIdentifier:13 74 81 36", "a cvr number has eight digits"),
        ("cvrNumberIdentifier:12345678", "the cvr number's check sum is wrong"),
        ("seNumberIdentifier:2738422", "an se number has eight digits"),
        ("seNumberIdentifier:+2738422", "an se number has eight digits"),
        ("productionUnitIdentifier:100390123", "the number of a production unit has ten digits"),
        ("productionUnitIdentifier:1003901234:1", "the number of a production unit has ten digits"),
    ] {
        let group = format!("<PrivilegeGroup Scope=\"urn:dk:gov:saml:{urn}\">{VIEW}</PrivilegeGroup>");
        refused(&group, &format!("{at} {why}"));
    }
}

#[test]
fn what_the_profile_does_not_have_is_refused_by_place() {
    let group = "PrivilegeList/PrivilegeGroup";
    for (inside, why) in [
        ("<Condition/>", format!("{group}/? is not known here")),
        ("<PrivilegeGroup/>", format!("{group}/PrivilegeGroup is not known here")),
        ("<x:Privilege xmlns:x='x'/>", format!("{group}/Privilege is not known here")),
        ("<Privilege>urn:dk:a<b/></Privilege>", format!("{group}/Privilege/? is not known here")),
        ("<Privilege until='2027'>urn:dk:a</Privilege>", format!("{group}/Privilege@? is not known here")),
        ("see the letter", format!("{group} holds text between its elements")),
        ("&#65;", format!("{group} holds text between its elements")),
    ] {
        let line = within(&format!("{GROUP}\n{VIEW}{inside}</PrivilegeGroup>")).unwrap_err();
        assert_eq!(line.split_once(": ").unwrap().1, why);
    }
    refused(
        &format!(
            "<PrivilegeGroup Scope='urn:dk:gov:saml:cvrNumberIdentifier:13748136' x:Scope='' xmlns:x='x'>{VIEW}"
        ),
        "line 2, column 1: PrivilegeList/PrivilegeGroup@? is not known here",
    );
}

#[test]
fn what_is_missing_is_named() {
    refused("<PrivilegeGroup/>", "line 2, column 1: PrivilegeList/PrivilegeGroup@Scope is missing");
    refused(
        &format!("{GROUP}<Constraint Name='a'>b</Constraint></PrivilegeGroup>"),
        "line 2, column 1: PrivilegeList/PrivilegeGroup/Privilege is missing",
    );
    refused(
        &format!("{GROUP}\n  <Constraint>25.*</Constraint></PrivilegeGroup>"),
        "line 3, column 3: PrivilegeList/PrivilegeGroup/Constraint@Name is missing",
    );
    refused(
        &format!("{GROUP}<!-- æøå --><Constraint Name='a'> </Constraint></PrivilegeGroup>"),
        "line 2, column 84: PrivilegeList/PrivilegeGroup/Constraint is no constraint: its value is empty",
    );
    refused(
        &format!("{GROUP}\n<Privilege>view</Privilege></PrivilegeGroup>"),
        "line 3, column 1: PrivilegeList/PrivilegeGroup/Privilege is no privilege: \
         a uri begins with a scheme and a colon, and says something behind it",
    );
}

#[test]
fn another_document_is_no_list() {
    let why = "line 1, column 1: the document is not one element PrivilegeList of \
               http://digst.dk/oiosaml/basic_privilege_profile";
    for document in [
        "",
        "Aase",
        "<PrivilegeList/>",
        "<a/>",
        &ROOT.replace("digst", "evil"),
        &ROOT.replace("PrivilegeList", "PrivilegeGroup"),
    ] {
        let error = read(document).unwrap_err();
        assert!(error.ends_with(why.split_once(": ").unwrap().1), "{error}");
    }
    let error = read(&format!("{ROOT}</bpp:PrivilegeList>{ROOT}</bpp:PrivilegeList>")).unwrap_err();
    assert!(error.starts_with("line 1, column 100: the document is not one element"), "{error}");
}

#[test]
fn base64_is_read_with_line_breaks_and_refused_with_its_place() {
    let list = within(&format!("{GROUP}{VIEW}</PrivilegeGroup>")).unwrap();
    let packed = list.to_base64();
    assert!(!packed.contains('\n'));
    let broken: Vec<&str> =
        packed.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let broken = format!("\r\n  {}\r\n", broken.join("\r\n\t"));
    assert_eq!(PrivilegeList::read_base64(&broken), Ok(list));

    for (text, position) in [
        (broken.replacen("\t", "\t-", 1), "line 3, column 2"),
        (broken.replacen("\t", "\tø", 1), "line 3, column 2"),
        (packed[1..].to_owned(), "line 1, column 1"),
        (packed.trim_end_matches('=').to_owned() + "A===", "line 1, column 1"),
    ] {
        let error = PrivilegeList::read_base64(&text).unwrap_err();
        assert_eq!(error.to_string(), format!("{position}: the text in base64 is not base64"));
    }
}
