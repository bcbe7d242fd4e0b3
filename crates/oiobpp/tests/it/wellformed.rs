//! `xmllint` is asked what is well-formed, if it is installed.

use std::process::Command;

use oiobpp::PrivilegeList;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::any;

/// What is said against each of the documents; nothing where it is well-formed. No answer at all without `xmllint`.
fn judge(documents: &[Vec<u8>]) -> Option<Vec<Option<String>>> {
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..documents.len()).map(|number| format!("{number}.xml")).collect();
    for (name, document) in names.iter().zip(documents) {
        std::fs::write(folder.path().join(name), document).unwrap();
    }
    let ran =
        Command::new("xmllint").args(["--noout", "--nonet"]).args(&names).current_dir(folder.path()).output();
    let Ok(ran) = ran else {
        eprintln!("not compared with another parser: xmllint is not installed");
        return None;
    };
    let said = String::from_utf8_lossy(&ran.stderr);
    let mut against = vec![None; documents.len()];
    for line in said.lines().filter(|line| line.contains(" error :")) {
        let (number, _) = line.split_once(".xml").unwrap();
        against[number.parse::<usize>().unwrap()].get_or_insert_with(|| line.to_owned());
    }
    Some(against)
}

fn some<T>(count: usize, strategy: impl Strategy<Value = T>) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn what_is_written_is_well_formed() {
    let documents: Vec<Vec<u8>> =
        some(200, any::list()).iter().map(|list| list.to_xml().into_bytes()).collect();
    let Some(against) = judge(&documents) else { return };
    let against: Vec<String> = against.into_iter().flatten().collect();
    assert!(against.is_empty(), "{against:#?}");
}

/// A document of 1.2 with one or two bytes changed for others that mean something to XML, put in or taken out.
fn spoilt() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop::sample::select(b"<>&;/!?-=\"' \t\r\n:.#x09aAzP]\x01\x7f".as_slice());
    let change = (any::<Index>(), byte, 0..3);
    (any::list(), prop::collection::vec(change, 1..3)).prop_map(|(list, changes)| {
        let mut document = list.to_xml().into_bytes();
        for (place, byte, how) in changes {
            let at = place.index(document.len());
            match how {
                0 => document[at] = byte,
                1 => document.insert(at, byte),
                _ => drop(document.remove(at)),
            }
        }
        document
    })
}

#[test]
fn nothing_is_read_that_is_not_well_formed() {
    let documents = some(1_000, spoilt());
    let Some(against) = judge(&documents) else { return };
    let (mut read, mut condemned) = (0, 0);
    for (document, against) in documents.iter().zip(against) {
        let is_read = PrivilegeList::read_xml(document).is_ok();
        read += usize::from(is_read);
        if let Some(against) = against {
            condemned += 1;
            assert!(!is_read, "{against}\n{}", String::from_utf8_lossy(document));
        }
    }
    assert!(read > 50 && condemned > 50, "spoilt too much or too little: {read} read, {condemned} condemned");
}

#[test]
fn what_a_lenient_parser_would_let_pass_is_refused() {
    let space = "http://digst.dk/oiosaml/basic_privilege_profile";
    let root = format!("<b:PrivilegeList xmlns:b=\"{space}\">");
    let group = "<PrivilegeGroup Scope=\"urn:dk:gov:saml:seNumberIdentifier:27384223\"><Privilege>urn:dk:a</Privilege>";
    let end = "</PrivilegeGroup></b:PrivilegeList>";
    let constraint =
        |name: &str, value: &str| format!("{root}{group}<Constraint Name='{name}'>{value}</Constraint>{end}");
    let good = constraint("a", "b");
    assert!(PrivilegeList::read_xml(good.as_bytes()).is_ok());
    let documents = [
        constraint("a<b", "b"),
        constraint("a", "b]]>"),
        constraint("a&#0;", "b"),
        constraint("a", "b&#x1f;"),
        constraint("a", "b\u{7}"),
        constraint("a", "b<!-- -- -->"),
        constraint("a", "b<!--\u{7}-->"),
        constraint("a", "b & c"),
        constraint("a' Name='a", "b"),
        constraint("a'xmlns:x='x", "b"),
        constraint("a' xmlns:c='", "b"),
        constraint("a' xmlns:1='c", "b"),
        constraint("a", "b<?xml version='1.0'?>"),
        format!("\n<?xml version='1.0'?>{good}"),
        format!("<?xml version='1.0'?><?xml version='1.0'?>{good}"),
        format!("<?xml encoding='utf-8'?>{good}"),
        format!("<?xml encoding='utf-8' version='1.0'?>{good}"),
        format!("<?xml version='1.0' standalone='maybe'?>{good}"),
        format!("<?xml version='1.0'encoding='utf-8'?>{good}"),
        format!("{good}<![CDATA[]]>"),
        format!("{good}&#32;"),
        format!("\u{feff}\u{feff}{good}"),
        good.replace("<b:", "<1:").replace("</b:", "</1:").replace("xmlns:b", "xmlns:1"),
        good.replace("</b:PrivilegeList>", "</c:PrivilegeList>"),
        good.replace("</b:PrivilegeList>", ""),
    ];
    for document in &documents {
        assert!(PrivilegeList::read_xml(document.as_bytes()).is_err(), "{document}");
    }
    let documents = documents.map(String::into_bytes);
    let Some(against) = judge(&documents) else { return };
    for (document, against) in documents.iter().zip(against) {
        assert!(against.is_some(), "xmllint takes {}", String::from_utf8_lossy(document));
    }
}
