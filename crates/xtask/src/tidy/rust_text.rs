//! Reading Rust source just well enough to tell code, comments and string literals apart.

/// A string literal: where it starts, and what stands between its quotes, escapes unread.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Literal<'a> {
    pub(super) line: usize,
    pub(super) text: &'a str,
}

/// What a stretch of source is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Comment,
    /// A string literal; holds how many bytes its opening and closing marks take.
    Literal(usize, usize),
    Character,
}

/// All string literals of a file.
pub(super) fn literals(source: &str) -> Vec<Literal<'_>> {
    let mut line = 1;
    let mut found = Vec::new();
    for (kind, piece) in pieces(source) {
        if let Kind::Literal(opening, closing) = kind {
            found.push(Literal { line, text: &piece[opening..piece.len() - closing] });
        }
        line += piece.matches('\n').count();
    }
    found
}

/// The file with comments and literals blanked out, line for line.
pub(super) fn code_only(source: &str) -> String {
    let blank = |character| if character == '\n' { '\n' } else { ' ' };
    pieces(source)
        .map(|(kind, piece)| match kind {
            Kind::Code => piece.to_owned(),
            _ => piece.chars().map(blank).collect(),
        })
        .collect()
}

fn pieces(source: &str) -> impl Iterator<Item = (Kind, &str)> {
    let mut rest = source;
    // The character before the rest, which tells `br"` from the end of a name such as `number"`.
    let mut before = ' ';
    std::iter::from_fn(move || {
        let (kind, length) = first_piece(rest, before)?;
        let (piece, after) = rest.split_at(length);
        before = piece.chars().next_back()?;
        rest = after;
        Some((kind, piece))
    })
}

fn first_piece(rest: &str, before: char) -> Option<(Kind, usize)> {
    let first = rest.chars().next()?;
    let in_name = before.is_alphanumeric() || before == '_';
    if rest.starts_with("//") {
        return Some((Kind::Comment, rest.find('\n').unwrap_or(rest.len())));
    }
    if rest.starts_with("/*") {
        return Some((Kind::Comment, block_comment(rest)));
    }
    if first == '"' {
        let (length, closing) = quoted(&rest[1..]);
        return Some((Kind::Literal(1, closing), 1 + length));
    }
    if !in_name && let Some((opening, hashes)) = raw_opening(rest) {
        let end = format!("\"{}", "#".repeat(hashes));
        let body = &rest[opening..];
        let (length, closing) =
            body.find(&end).map_or((body.len(), 0), |found| (found + end.len(), end.len()));
        return Some((Kind::Literal(opening, closing), opening + length));
    }
    if first == '\'' {
        return Some(character(rest));
    }
    Some((Kind::Code, first.len_utf8()))
}

/// Comments nest in Rust.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// Length up to and with the closing quote, and how long that quote is: none at the end of a broken file.
fn quoted(body: &str) -> (usize, usize) {
    let mut escaped = false;
    for (at, character) in body.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (at + 1, 1),
            _ => {}
        }
    }
    (body.len(), 0)
}

/// The length of `r#"` or `br"` and its number of hashes.
fn raw_opening(rest: &str) -> Option<(usize, usize)> {
    let after_prefix = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let after_hashes = after_prefix.trim_start_matches('#');
    let hashes = after_prefix.len() - after_hashes.len();
    after_hashes.starts_with('"').then(|| (rest.len() - after_hashes.len() + 1, hashes))
}

/// A character literal, or the tick of a lifetime or label.
fn character(rest: &str) -> (Kind, usize) {
    let mut characters = rest.char_indices().skip(1);
    let Some((_, first)) = characters.next() else { return (Kind::Code, 1) };
    if first == '\\' {
        // Skips the escaped character itself, which may be a quote.
        let end = characters.skip(1).find(|(_, character)| *character == '\'');
        return end.map_or((Kind::Code, 1), |(at, _)| (Kind::Character, at + 1));
    }
    match characters.next() {
        Some((at, '\'')) => (Kind::Character, at + 1),
        _ => (Kind::Code, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<(usize, &str)> {
        literals(source).into_iter().map(|literal| (literal.line, literal.text)).collect()
    }

    #[test]
    fn literals_are_found_with_their_lines() {
        let source = "let a = \"one\";\nlet b = r#\"say \"two\"\"#;\nlet c = b\"three\";";
        assert_eq!(texts(source), [(1, "one"), (2, "say \"two\""), (3, "three")]);
    }

    #[test]
    fn an_escaped_quote_does_not_end_a_literal() {
        assert_eq!(texts(r#"f("a \" b", "c\\")"#), [(1, r#"a \" b"#), (1, r"c\\")]);
    }

    #[test]
    fn comments_and_characters_hold_no_literals() {
        let source =
            "// don't \"read\" this\n/* \"nor /* this */ \" */ let q = '\"'; let n = '\\''; f(\"x\")";
        assert_eq!(texts(source), [(2, "x")]);
    }

    #[test]
    fn lifetimes_are_not_characters() {
        assert_eq!(texts("fn f<'a>(x: &'a str) -> &'a str { g(\"y\") }"), [(1, "y")]);
    }

    #[test]
    fn code_keeps_its_lines_when_the_rest_is_blanked() {
        let source = "a(\"b\nc\"); // d\nå('e');";
        assert_eq!(code_only(source), "a(  \n  );     \nå(   );");
    }

    #[test]
    fn a_file_that_stops_in_the_middle_is_still_read() {
        assert_eq!(texts("f(\"open"), [(1, "open")]);
        assert_eq!(texts("f(r#\"open\""), [(1, "open\"")]);
        assert_eq!(code_only("/* open"), "       ");
    }
}
