//! PX, the file format of the Nordic statistical offices (PX-file format specification, AXIS-VERSION 2013). Shares are in percent.

use super::{Given, numbers};

/// The longest text on one line.
const LONGEST: usize = 200;
/// What stands for a number that is hidden, and for one that cannot be told.
const HIDDEN: &str = "\".\"";
const UNKNOWN: &str = "\"..\"";

pub(super) fn made(given: &Given<'_>) -> String {
    let (told, terms) = (given.told, given.terms());
    let language = match given.language {
        crate::Language::Danish => "da",
        crate::Language::English => "en",
    };
    let mut axes: Vec<(String, Vec<(String, String)>)> = told
        .axes()
        .map(|axis| {
            let codes = axis.codes.iter().map(|(code, words)| (code.clone(), given.say(words).to_owned()));
            (given.say(&axis.words).to_owned(), codes.collect())
        })
        .collect();
    if axes.is_empty() {
        axes.push((terms.all().to_owned(), vec![("1".to_owned(), terms.all().to_owned())]));
    }
    let mut names: Vec<String> = Vec::new();
    for (name, _) in &mut axes {
        // two variables of one name cannot be told apart
        while names.contains(name) || name == terms.numbers() {
            name.push('_');
        }
        names.push(name.clone());
    }
    let title = given.say(&given.title);
    let mut text = String::new();
    let mut put = |keyword: &str, value: String| text.push_str(&format!("{keyword}={value};\n"));
    put("CHARSET", quoted("ANSI"));
    put("AXIS-VERSION", quoted("2013"));
    put("CODEPAGE", quoted("utf-8"));
    put("LANGUAGE", quoted(language));
    put("CREATION-DATE", quoted(&format!("{} 00:00", given.day.strftime("%Y%m%d"))));
    put("DECIMALS", "4".to_owned());
    put("SHOWDECIMALS", "1".to_owned());
    put("MATRIX", quoted("OMTANKE"));
    put("SUBJECT-CODE", quoted("OM"));
    put("SUBJECT-AREA", quoted(given.say(&told.question)));
    put("TITLE", quoted(title));
    put("CONTENTS", quoted(title));
    put("UNITS", quoted(if told.is_share { terms.percent() } else { terms.number() }));
    put("STUB", axes.iter().map(|(name, _)| quoted(name)).collect::<Vec<_>>().join(","));
    put("HEADING", quoted(terms.numbers()));
    for (name, codes) in &axes {
        put(
            &format!("VALUES({})", quoted(name)),
            codes.iter().map(|(_, label)| quoted(label)).collect::<Vec<_>>().join(","),
        );
    }
    put(
        &format!("VALUES({})", quoted(terms.numbers())),
        terms.measures().map(quoted).collect::<Vec<_>>().join(","),
    );
    for (name, codes) in &axes {
        put(
            &format!("CODES({})", quoted(name)),
            codes.iter().map(|(code, _)| quoted(code)).collect::<Vec<_>>().join(","),
        );
    }
    put("SOURCE", quoted(given.say(&told.source)));
    let facts: Vec<String> =
        given.facts().into_iter().map(|(name, fact)| format!("{name}: {fact}")).collect();
    put("NOTE", quoted(&facts.join(" # ")));
    text.push_str("DATA=\n");
    for place in places(&axes) {
        text.push_str(&row(given, &place));
        text.push('\n');
    }
    text.push_str(";\n");
    text
}

/// The codes of every place of the table, the last axis running fastest.
fn places(axes: &[(String, Vec<(String, String)>)]) -> Vec<Vec<String>> {
    let mut places: Vec<Vec<String>> = vec![Vec::new()];
    for (_, codes) in axes {
        let longer = |place: &Vec<String>| {
            let place = place.clone();
            codes.iter().map(move |(code, _)| [place.clone(), vec![code.clone()]].concat())
        };
        places = places.iter().flat_map(longer).collect();
    }
    places
}

fn row(given: &Given<'_>, place: &[String]) -> String {
    let told = given.told;
    let here = |cell: &&crate::analyst::Cell| {
        let own = told.place(cell);
        own.is_empty() || own == place.iter().map(String::as_str).collect::<Vec<_>>()
    };
    let Some(cell) = told.cells.iter().find(here) else { return [UNKNOWN; 5].join(" ") };
    let absent = if cell.hidden.is_some() { HIDDEN } else { UNKNOWN };
    let written = numbers(cell).into_iter().enumerate().map(|(n, number)| match number {
        Some(number) if told.is_share && n < 4 => format!("{:.4}", 100.0 * number),
        Some(number) if n < 4 => format!("{number:.4}"),
        Some(number) => format!("{number:.0}"),
        None => absent.to_owned(),
    });
    written.collect::<Vec<_>>().join(" ")
}

/// A text in quotes, which it cannot hold itself; a long one goes on in the next line.
fn quoted(text: &str) -> String {
    let plain: Vec<char> =
        text.split_whitespace().collect::<Vec<_>>().join(" ").replace('"', "'").chars().collect();
    if plain.is_empty() {
        return "\"\"".to_owned();
    }
    plain
        .chunks(LONGEST)
        .map(|part| format!("\"{}\"", part.iter().collect::<String>()))
        .collect::<Vec<_>>()
        .join("\n")
}
