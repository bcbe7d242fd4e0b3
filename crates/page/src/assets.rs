//! Styles, fonts, script and icons: part of the program, named by their content, kept by browsers for a year.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};

use crate::Problem;

pub(crate) struct Asset {
    name: &'static str,
    file: &'static str,
    bytes: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Where an asset is. An unknown name gives an address that is not found, and a test that fails.
#[must_use]
pub fn href(name: &str) -> String {
    let file = ASSETS.iter().find(|asset| asset.name == name).map_or(name, |asset| asset.file);
    format!("/assets/{file}")
}

/// An icon, hidden from screen readers; its drawing stands among the [`symbols`] of the page.
#[must_use]
pub fn icon(name: &str, class: &str) -> String {
    format!("<svg class=\"{class}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-{name}\"/></svg>")
}

/// The drawings of icons, each once, for the `use` elements of a page to point at.
pub fn symbols<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut symbols = String::from("<svg hidden aria-hidden=\"true\">");
    for name in names {
        if let Some((_, view_box, body)) = ICONS.iter().find(|(known, ..)| *known == name) {
            symbols.push_str(&format!("<symbol id=\"i-{name}\" viewBox=\"{view_box}\">{body}</symbol>"));
        }
    }
    symbols + "</svg>"
}

/// The names of every icon, for the gallery and for the check that templates name real ones.
pub fn icon_names() -> impl Iterator<Item = &'static str> {
    ICONS.iter().map(|(name, ..)| *name)
}

/// Serves `/assets/{file}`.
///
/// # Errors
/// Where there is no such file.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let asset = ASSETS.iter().find(|asset| asset.file == file).ok_or_else(Problem::not_found)?;
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts =
        |coding: &str| accepted.split(',').any(|item| item.split(';').next().map(str::trim) == Some(coding));
    let (bytes, coding) = match asset {
        Asset { brotli: Some(packed), .. } if accepts("br") => (*packed, Some("br")),
        Asset { gzip: Some(packed), .. } if accepts("gzip") => (*packed, Some("gzip")),
        _ => (asset.bytes, None),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(asset.file)));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    if let Some(coding) = coding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    Ok(response)
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
