//! Words and the marks around them.

/// A word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    /// Its first byte in the text.
    pub(crate) start: usize,
}

impl Word<'_> {
    /// Letters only: hyphens, digits and full stops do not make a word longer.
    pub(crate) fn letters(&self) -> usize {
        self.text.chars().filter(|letter| letter.is_alphabetic()).count()
    }

    /// An address on the net cannot be written shorter.
    pub(crate) fn is_address(&self) -> bool {
        is_address(self.text)
    }
}

/// What stands between two spaces: words and the marks before and after them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunk<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    /// Whether it is the first on its line.
    pub(crate) leads_line: bool,
}

/// The chunks of one line, which begins at that byte of the text.
pub(crate) fn chunks(line: &str, offset: usize) -> impl Iterator<Item = Chunk<'_>> {
    // Splitting keeps the pieces inside the line, so the distance between their starts is the place.
    let base = line.as_ptr() as usize;
    line.split_whitespace().enumerate().map(move |(number, text)| Chunk {
        text,
        start: offset + (text.as_ptr() as usize - base),
        leads_line: number == 0,
    })
}

impl<'a> Chunk<'a> {
    /// The chunk without brackets and quotation marks around it, full stops and commas kept.
    pub(crate) fn bare(&self) -> &'a str {
        self.text.trim_start_matches(is_opener).trim_end_matches(is_closer)
    }

    /// The words in it: mostly one; `og/eller` and `ord–ord` are two, `24/7`, `10–12` and addresses one.
    pub(crate) fn words(&self) -> Vec<Word<'a>> {
        let mut words = Vec::new();
        let mut keep = |from: usize, to: usize| {
            let piece = &self.text[from..to];
            let text = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
            let start = self.start + from + piece.len() - text.len();
            let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !text.is_empty() {
                words.push(Word { text, start });
            }
        };
        if is_address(self.bare()) {
            keep(0, self.text.len());
            return words;
        }
        let mut from = 0;
        let mut before = None;
        for (at, mark) in self.text.char_indices() {
            let after = self.text[at + mark.len_utf8()..].chars().next();
            let digits = |side: Option<char>| side.is_some_and(|c| c.is_ascii_digit());
            if is_splitter(mark) && !(digits(before) && digits(after)) {
                keep(from, at);
                from = at + mark.len_utf8();
            }
            before = Some(mark);
        }
        keep(from, self.text.len());
        words
    }
}

/// Marks that stand between two words without a space.
fn is_splitter(mark: char) -> bool {
    matches!(mark, '/' | '–' | '—' | '…' | ',' | ';' | '!' | '?')
}

pub(crate) fn is_opener(mark: char) -> bool {
    matches!(
        mark,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '»'
            | '«'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '*'
            | '_'
            | '–'
            | '—'
            | '-'
    )
}

pub(crate) fn is_closer(mark: char) -> bool {
    matches!(mark, ')' | ']' | '}' | '"' | '\'' | '»' | '«' | '“' | '”' | '‘' | '’' | '*' | '_')
}

/// `https://…`, `www.…`, `bo@vejle.dk`, `borger.dk`, `borger.dk/post`.
fn is_address(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ',', ';', ':', '!', '?', '…']);
    if text.contains("://") || text.contains('@') {
        return true;
    }
    let host = text.split('/').next().unwrap_or_default();
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    let top_level = (2..=12).contains(&top.chars().count()) && top.chars().all(|c| c.is_ascii_lowercase());
    let label =
        |part: &str| part.chars().count() > 1 && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    top_level && name.split('.').all(label)
}
