//! A page to print, as PDF 1.4: title, sentences, bars with their intervals, the table, and what the numbers are. The letters
//! are those that every reader of PDF has (Helvetica), so that nothing lies within the file but what it says.

use super::Given;
use crate::analyst::Cell;

const WIDTH: f64 = 595.0;
const HEIGHT: f64 = 842.0;
const EDGE: f64 = 56.0;
const ROOM: f64 = WIDTH - 2.0 * EDGE;

pub(super) fn made(given: &Given<'_>) -> Vec<u8> {
    let mut paper = Paper::default();
    let told = given.told;
    paper.text(given.say(&given.title), 18.0, true);
    paper.space(6.0);
    for change in told.changes.iter().filter(|change| change.group.is_none()) {
        paper.text(given.say(&change.sentence), 11.0, false);
    }
    paper.space(8.0);
    bars(&mut paper, given);
    paper.space(10.0);
    table(&mut paper, given);
    paper.space(10.0);
    for (name, fact) in given.facts() {
        paper.text(&format!("{name}: {fact}"), 8.5, false);
    }
    paper.text(&given.day.to_string(), 8.5, false);
    paper.file(given.say(&given.title), given.language)
}

fn bars(paper: &mut Paper, given: &Given<'_>) {
    let told = given.told;
    let ends = |cell: &Cell| [cell.estimate, cell.high, cell.low.map(f64::abs)];
    let most = told.cells.iter().flat_map(ends).flatten().fold(0.0, f64::max);
    let along = |value: f64| if most > 0.0 { value.max(0.0) / most * (ROOM - 210.0) } else { 0.0 };
    for cell in &told.cells {
        let Some(estimate) = cell.estimate else { continue };
        let names: Vec<String> = told.label(cell).iter().map(|label| given.say(label).to_owned()).collect();
        paper.need(14.0);
        let y = paper.y - 10.0;
        paper.write(EDGE, y, 9.0, false, &cut(&names.join(", "), 32));
        paper.draw(&format!("0.75 g {:.1} {:.1} {:.1} 8 re f 0 g", EDGE + 160.0, y - 1.0, along(estimate)));
        if let (Some(low), Some(high)) = (cell.low, cell.high) {
            let (from, to) = (EDGE + 160.0 + along(low), EDGE + 160.0 + along(high));
            paper.draw(&format!("0.8 w {from:.1} {0:.1} m {to:.1} {0:.1} l S", y + 3.0));
            for end in [from, to] {
                paper.draw(&format!("{end:.1} {:.1} m {end:.1} {:.1} l S", y, y + 6.0));
            }
        }
        let read = given.terms().read(estimate, told.is_share, 0);
        paper.write(EDGE + ROOM - 44.0, y, 9.0, false, &read);
        paper.y -= 14.0;
    }
}

fn table(paper: &mut Paper, given: &Given<'_>) {
    let told = given.told;
    let axes = told.axes().count();
    let columns = axes + 6;
    let labels = (ROOM - 4.0 * 52.0 - 40.0 - 90.0).max(60.0) / axes.max(1) as f64;
    let mut at: Vec<f64> = Vec::new();
    let mut x = EDGE;
    for column in 0..columns {
        at.push(x);
        x += if column < axes {
            labels
        } else if column < axes + 4 {
            52.0
        } else {
            40.0
        };
    }
    let letters = |column: usize| if column < axes { (labels / 4.4) as usize } else { 12 };
    let row = |paper: &mut Paper, cells: &[String], bold: bool| {
        paper.need(12.0);
        let y = paper.y - 9.0;
        for (column, cell) in cells.iter().enumerate().take(columns) {
            let most = if column + 1 == columns { 24 } else { letters(column).max(6) };
            paper.write(at[column], y, 8.0, bold, &cut(cell, most));
        }
        paper.y -= 12.0;
    };
    row(paper, &given.head(), true);
    for cell in &told.cells {
        let mut cells: Vec<String> =
            told.label(cell).iter().map(|label| given.say(label).to_owned()).collect();
        let read =
            |value: Option<f64>| value.map(|v| given.terms().read(v, told.is_share, 1)).unwrap_or_default();
        cells.extend([cell.estimate, cell.low, cell.high, cell.se].map(read));
        cells.push(cell.n.map(|n| n.to_string()).unwrap_or_default());
        cells.push(given.remark(cell));
        row(paper, &cells, false);
    }
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).collect::<String>() + "…"
}

/// Pages as they fill, from the top.
struct Paper {
    done: Vec<String>,
    page: String,
    y: f64,
}

impl Default for Paper {
    fn default() -> Self {
        Self { done: Vec::new(), page: String::new(), y: HEIGHT - EDGE }
    }
}

impl Paper {
    /// Goes on to the next page where so much does not fit on this one.
    fn need(&mut self, height: f64) {
        if self.y - height < EDGE {
            self.done.push(std::mem::take(&mut self.page));
            self.y = HEIGHT - EDGE;
        }
    }

    fn space(&mut self, height: f64) {
        self.y -= height;
    }

    fn draw(&mut self, operators: &str) {
        self.page.push_str(operators);
        self.page.push('\n');
    }

    fn write(&mut self, x: f64, y: f64, size: f64, bold: bool, text: &str) {
        let font = if bold { "F2" } else { "F1" };
        let text = escaped(text);
        self.draw(&format!("BT /{font} {size} Tf {x:.1} {y:.1} Td ({text}) Tj ET"));
    }

    /// A paragraph, in as many lines as it takes.
    fn text(&mut self, text: &str, size: f64, bold: bool) {
        let most = (ROOM / (size * 0.5)) as usize;
        let mut line = String::new();
        let mut lines = Vec::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > most {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
        for line in lines {
            self.need(size * 1.4);
            self.y -= size * 1.4;
            self.write(EDGE, self.y, size, bold, &line);
        }
    }

    fn file(mut self, title: &str, language: crate::Language) -> Vec<u8> {
        self.done.push(std::mem::take(&mut self.page));
        let language = if language == crate::Language::Danish { "da" } else { "en" };
        let pages = self.done.len();
        let kids: Vec<String> = (0..pages).map(|n| format!("{} 0 R", 6 + 2 * n)).collect();
        let font = |name: &str| {
            format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
        };
        let mut objects = vec![
            format!(
                "<< /Type /Catalog /Pages 2 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>"
            ),
            format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" ")),
            font("Helvetica"),
            font("Helvetica-Bold"),
            format!("<< /Title ({}) >>", escaped(title)),
        ];
        for (n, content) in self.done.iter().enumerate() {
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
                7 + 2 * n
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
        }
        let mut file = b"%PDF-1.4\n".to_vec();
        let mut places = Vec::new();
        for (n, object) in objects.iter().enumerate() {
            places.push(file.len());
            file.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", n + 1).as_bytes());
        }
        let start = file.len();
        file.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).as_bytes());
        for place in &places {
            file.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
        }
        let end = format!(
            "trailer\n<< /Size {} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n",
            places.len() + 1
        );
        file.extend_from_slice(end.as_bytes());
        file
    }
}

/// A text in the letters of Windows-1252, with everything beyond ASCII as octal, so that the file is text.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        let byte = match letter {
            '(' | ')' | '\\' => {
                out.push('\\');
                u32::from(letter)
            }
            '€' => 0x80,
            '…' => 0x85,
            '‘' => 0x91,
            '’' => 0x92,
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            letter => u32::from(letter),
        };
        match byte {
            0x20..=0x7e => out.push(letter),
            0x80..=0xff => out.push_str(&format!("\\{byte:03o}")),
            _ => out.push('?'),
        }
    }
    out
}
