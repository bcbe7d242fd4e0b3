//! The table of roles as a table to read, kept beside it.

use std::fmt::Write as _;
use std::path::Path;

use access::policy;
use people::Role;

fn written() -> String {
    let mut actions: Vec<&str> = policy().rules().iter().map(|rule| rule.action).collect();
    actions.sort_unstable();
    actions.dedup();
    let mut table = format!("{:<24}", "");
    for role in Role::ALL {
        write!(table, " {:<17}", role.code()).unwrap();
    }
    for action in actions {
        write!(table, "\n{action:<24}").unwrap();
        for role in Role::ALL {
            let scope = policy().scope(role, action).map_or("-", |scope| scope.code());
            write!(table, " {scope:<17}").unwrap();
        }
    }
    let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

#[test]
fn the_matrix_beside_the_table_says_the_same() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/matrix.txt");
    let written = written();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(kept, written, "run `UPDATE=1 cargo test -p access the_matrix` and read what changed");
}
