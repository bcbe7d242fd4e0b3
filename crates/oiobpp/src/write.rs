//! Puts a list on paper, in the form of version 1.2.

use crate::xml::{CONSTRAINT, GROUP, LIST, NAME, NAMESPACE, PRIVILEGE, SCOPE};
use crate::{PrivilegeGroup, PrivilegeList};

pub(crate) fn xml(list: &PrivilegeList) -> String {
    let mut to =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpp:{LIST} xmlns:bpp=\"{NAMESPACE}\">\n");
    for group in list.groups.iter().filter(|group| !group.privileges.is_empty()) {
        write_group(group, &mut to);
    }
    to.push_str(&format!("</bpp:{LIST}>\n"));
    to
}

/// Privileges first, as the reference implementations have them.
fn write_group(group: &PrivilegeGroup, to: &mut String) {
    to.push_str(&format!("  <{GROUP} {SCOPE}=\"{}\">\n", group.scope.to_urn()));
    for privilege in &group.privileges {
        to.push_str(&format!("    <{PRIVILEGE}>{}</{PRIVILEGE}>\n", escaped(privilege.as_str())));
    }
    for constraint in &group.constraints {
        let (name, value) = (escaped(constraint.name()), escaped(constraint.value()));
        to.push_str(&format!("    <{CONSTRAINT} {NAME}=\"{name}\">{value}</{CONSTRAINT}>\n"));
    }
    to.push_str(&format!("  </{GROUP}>\n"));
}

/// A carriage return would come back as a line feed, so it is written by its number.
fn escaped(text: &str) -> String {
    let mut to = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '&' => to.push_str("&amp;"),
            '"' => to.push_str("&quot;"),
            '\r' => to.push_str("&#13;"),
            other => to.push(other),
        }
    }
    to
}
