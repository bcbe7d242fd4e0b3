//! Pages of a PDF as they fill, from the top, with what each thing on them is, so that a reader who listens hears a heading,
//! paragraphs, a figure with its description and a table with its rows. The letters are those that every reader of PDF has
//! (Helvetica), so that nothing lies within the file but what it says.

use pdf_writer::types::StructRole;
use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr};

pub(super) const WIDTH: f32 = 595.0;
pub(super) const HEIGHT: f32 = 842.0;
pub(super) const EDGE: f32 = 56.0;
/// The width between the edges.
pub(super) const ROOM: f32 = WIDTH - 2.0 * EDGE;

const PLAIN: Name<'static> = Name(b"F1");
const BOLD: Name<'static> = Name(b"F2");

/// Pages as they fill.
pub(super) struct Paper {
    sheets: Vec<Sheet>,
    elements: Vec<Element>,
    /// The element that is being written.
    within: usize,
    /// How far up the page there is room, in points.
    pub(super) y: f32,
}

struct Sheet {
    content: Content,
    /// The element of each marked piece.
    owners: Vec<usize>,
}

impl Sheet {
    fn new() -> Self {
        Self { content: Content::new(), owners: Vec::new() }
    }
}

/// What a part of the document is.
struct Element {
    role: StructRole,
    parent: usize,
    kids: Vec<Kid>,
    /// What is said to whoever does not see it.
    alt: String,
}

enum Kid {
    Element(usize),
    Marked { sheet: usize, piece: i32 },
}

impl Paper {
    pub(super) fn new() -> Self {
        let document =
            Element { role: StructRole::Document, parent: 0, kids: Vec::new(), alt: String::new() };
        Self { sheets: vec![Sheet::new()], elements: vec![document], within: 0, y: HEIGHT - EDGE }
    }

    /// Goes on to the next page where so much does not fit on this one.
    pub(super) fn need(&mut self, height: f32) {
        if self.y - height < EDGE {
            self.sheets.push(Sheet::new());
            self.y = HEIGHT - EDGE;
        }
    }

    /// What is written meanwhile is a part of this kind.
    pub(super) fn part(&mut self, role: StructRole, alt: &str, write: impl FnOnce(&mut Self)) {
        let (own, parent) = (self.elements.len(), self.within);
        self.elements.push(Element { role, parent, kids: Vec::new(), alt: alt.to_owned() });
        self.elements[parent].kids.push(Kid::Element(own));
        self.within = own;
        write(self);
        self.within = parent;
    }

    /// Draws a piece of the part that is being written.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Content)) {
        let at = self.sheets.len() - 1;
        let sheet = &mut self.sheets[at];
        let piece = i32::try_from(sheet.owners.len()).expect("few pieces fit on a page");
        let element = &mut self.elements[self.within];
        sheet
            .content
            .begin_marked_content_with_properties(element.role.to_name())
            .properties()
            .identify(piece);
        draw(&mut sheet.content);
        sheet.content.end_marked_content();
        sheet.owners.push(self.within);
        element.kids.push(Kid::Marked { sheet: at, piece });
    }

    /// Writes a line that begins there.
    pub(super) fn write(&mut self, (x, y): (f32, f32), size: f32, bold: bool, text: &str) {
        let bytes = encoded(text);
        self.draw(|content| {
            content.begin_text().set_font(if bold { BOLD } else { PLAIN }, size);
            content.next_line(x, y).show(Str(&bytes)).end_text();
        });
    }

    /// A part of one text, in as many lines as it takes.
    pub(super) fn text(&mut self, role: StructRole, text: &str, size: f32, bold: bool) {
        self.part(role, "", |paper| {
            for line in lines(text, ROOM, size, bold) {
                paper.need(size * 1.4);
                paper.y -= size * 1.4;
                paper.write((EDGE, paper.y), size, bold, &line);
            }
        });
    }

    /// The whole file.
    pub(super) fn file(self, title: &str, language: &str) -> Vec<u8> {
        let mut next = 0;
        let mut new = || {
            next += 1;
            Ref::new(next)
        };
        let [catalog, tree, plain, bold, info, root] = [new(), new(), new(), new(), new(), new()];
        let sheets: Vec<[Ref; 3]> = self.sheets.iter().map(|_| [new(), new(), new()]).collect();
        let elements: Vec<Ref> = self.elements.iter().map(|_| new()).collect();
        let mut pdf = Pdf::new();
        pdf.set_version(1, 7);
        let mut book = pdf.catalog(catalog);
        book.pages(tree).lang(TextStr(language)).pair(Name(b"StructTreeRoot"), root);
        book.mark_info().marked(true);
        book.viewer_preferences().display_doc_title(true);
        book.finish();
        pdf.document_info(info).title(TextStr(title));
        pdf.pages(tree)
            .kids(sheets.iter().map(|[page, ..]| *page))
            .count(i32::try_from(sheets.len()).unwrap_or(i32::MAX));
        for (id, name) in [(plain, &b"Helvetica"[..]), (bold, b"Helvetica-Bold")] {
            pdf.type1_font(id).base_font(Name(name)).encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        let pages: Vec<Ref> = sheets.iter().map(|[page, ..]| *page).collect();
        for ((sheet, [page, content, owners]), at) in self.sheets.into_iter().zip(&sheets).zip(0..) {
            let mut written = pdf.page(*page);
            written.parent(tree).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(*content);
            written.struct_parents(at);
            written.resources().fonts().pair(PLAIN, plain).pair(BOLD, bold);
            written.finish();
            pdf.stream(*content, &sheet.content.finish());
            pdf.indirect(*owners).array().items(sheet.owners.iter().map(|owner| elements[*owner]));
        }
        let mut structure = pdf.indirect(root).dict();
        structure.pair(Name(b"Type"), Name(b"StructTreeRoot")).pair(Name(b"K"), elements[0]);
        let mut parents = structure.insert(Name(b"ParentTree")).dict();
        let mut numbers = parents.insert(Name(b"Nums")).array();
        for ([.., owners], at) in sheets.iter().zip(0_i32..) {
            numbers.item(at).item(*owners);
        }
        numbers.finish();
        parents.finish();
        structure.finish();
        for (element, id) in self.elements.iter().zip(&elements) {
            let mut written = pdf.struct_element(*id);
            written.kind(element.role).parent(match id == &elements[0] {
                true => root,
                false => elements[element.parent],
            });
            if !element.alt.is_empty() {
                written.alt(TextStr(&element.alt));
            }
            let mut kids = written.children();
            for kid in &element.kids {
                match kid {
                    Kid::Element(own) => {
                        kids.struct_element(elements[*own]);
                    }
                    Kid::Marked { sheet, piece } => {
                        kids.marked_content_ref().page(pages[*sheet]).marked_content_id(*piece);
                    }
                }
            }
        }
        pdf.finish()
    }
}

/// A text in lines that are at most so wide.
pub(super) fn lines(text: &str, room: f32, size: f32, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, bold) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text that is at most so wide, cut with an ellipsis where it is wider.
pub(super) fn cut(text: &str, room: f32, size: f32, bold: bool) -> String {
    if width(text, size, bold) <= room {
        return text.to_owned();
    }
    let mut short = text.to_owned();
    while !short.is_empty() && width(&format!("{short}…"), size, bold) > room {
        short.pop();
    }
    short + "…"
}

/// The widths of the letters from the space to the tilde in thousandths of their size, as Helvetica has them.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// How wide a text is. Bold letters are up to a tenth wider, and letters beyond the table as wide as the widest common ones.
pub(super) fn width(text: &str, size: f32, bold: bool) -> f32 {
    let of = |letter: char| match u32::from(letter).checked_sub(0x20) {
        Some(at) if at < 95 => WIDTHS[at as usize],
        _ => match letter {
            'Æ' | 'æ' | '…' => 1000,
            'Ø' | 'Å' => 778,
            _ => 611,
        },
    };
    let sum: f32 = text.chars().map(|letter| f32::from(of(letter))).sum();
    sum * size / 1000.0 * if bold { 1.1 } else { 1.0 }
}

/// A text in the letters of Windows-1252.
fn encoded(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '€' => 0x80,
        '…' => 0x85,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        ' '..='~' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
        _ => b'?',
    };
    text.chars().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_and_cut_where_it_is_too_wide() {
        let all = lines(&"bibliotek ".repeat(30), 200.0, 10.0, false);
        assert!(all.len() > 5 && all.iter().all(|line| width(line, 10.0, false) <= 200.0), "{all:?}");
        let short = cut("Ringkøbing-Skjern", 50.0, 10.0, false);
        assert!(short.ends_with('…') && short.starts_with("Ring") && width(&short, 10.0, false) <= 50.0);
        assert_eq!(cut("Ærø", 50.0, 10.0, true), "Ærø");
    }
}
