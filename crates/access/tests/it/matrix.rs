//! The tables of roles and powers as tables to read, kept beside them.

use std::path::Path;

#[test]
fn the_matrix_beside_the_table_says_the_same() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/matrix.txt");
    let written = access::matrix();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(kept, written, "run `UPDATE=1 cargo test -p access the_matrix` and read what changed");
}
