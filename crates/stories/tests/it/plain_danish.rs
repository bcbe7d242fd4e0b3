//! Danish that citizens read is plain: LIX at most 30 on every page, and in the texts as a whole.

use plainlanguage::{Block, measure_blocks};
use stories::{House, on_both};

/// Easy to read, by the bands of LIX (25 to 34).
const LIMIT: u32 = 30;

on_both!(every_page_for_citizens_is_plain);

async fn every_page_for_citizens_is_plain(house: House) {
    let place = house.point("Borgerservice i Vejle").await;
    let paths = [
        "/",
        "/find-hjaelp",
        "/find-hjaelp?near=7100",
        "/find-hjaelp?near=nowhere-at-all",
        "/tilgaengelighed",
        "/om",
        "/log-ind",
        "/no-such-page",
        &format!("/sted/{place}"),
        &format!("/sted/{place}/ark"),
    ];
    for path in paths {
        let separator = if path.contains('?') { '&' } else { '?' };
        let page = house.get(&format!("{path}{separator}lang=da")).await;
        let text = paragraphs(&page.body);
        let blocks: Vec<Block<'_>> = text.iter().map(|text| Block::Paragraph(text)).collect();
        let measure = measure_blocks(&blocks);
        assert!(measure.lix <= LIMIT, "{path} has LIX {} in {text:#?}", measure.lix);
    }
}

/// The text of every `<p>`, without the tags in it.
fn paragraphs(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in html.split("<p").skip(1) {
        // Not `<path>` or another tag that begins so.
        if !part.starts_with(['>', ' ']) {
            continue;
        }
        let Some((_, after)) = part.split_once('>') else { continue };
        let inner = after.split("</p>").next().unwrap_or_default();
        let mut text = String::new();
        let mut inside_tag = false;
        for c in inner.chars() {
            match c {
                '<' => inside_tag = true,
                '>' => inside_tag = false,
                c if !inside_tag => text.push(c),
                _ => {}
            }
        }
        let text = text.trim().to_owned();
        if text.ends_with(['.', '!', '?']) {
            found.push(text);
        }
    }
    found
}

#[test]
fn every_danish_text_for_citizens_is_plain() {
    for (language, domain, text) in words::files() {
        if language != "da" || domain.ends_with("_staff") {
            continue;
        }
        let values: Vec<String> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(" = "))
            .map(|(_, value)| value.replace(['{', '}', '$'], ""))
            .filter(|value| value.ends_with(['.', '?', '!']))
            .collect();
        let blocks: Vec<Block<'_>> = values.iter().map(|value| Block::Paragraph(value)).collect();
        let measure = measure_blocks(&blocks);
        println!("{domain}: LIX {} over {} words", measure.lix, measure.words);
        assert!(measure.lix <= LIMIT, "locales/da/{domain}.ftl has LIX {}", measure.lix);
    }
}
