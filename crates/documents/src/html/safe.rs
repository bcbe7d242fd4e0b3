//! What of a page from outside may stand in a page of ours.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::elements::{KEPT, attributes, is_allowed};
use super::picture::is_plain;
use super::tame::tame;

/// A page that is safe to show, and what was left out of it that a reader may miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// Elements to stand within a page.
    pub html: String,
    /// How many pictures were left out: those from elsewhere, large ones, and those that are not PNG or JPEG.
    pub pictures_left_out: usize,
    /// Whether there were fields to fill in, which are gone.
    pub had_form: bool,
    /// Whether the end is missing, for the page was longer than [`LARGEST_PAGE`](super::LARGEST_PAGE) or broke off.
    pub was_cut: bool,
}

/// The page as elements that may stand in a page of ours, under a policy without inline style and script: see
/// [`clean_html`].
///
/// ```
/// assert_eq!(documents::safe_html("<h1 onclick=x>Hej</h1><script>x</script>"), "<h2>Hej</h2>");
/// ```
pub fn safe_html(page: &str) -> String {
    clean_html(page).html
}

/// Cleans a page and tells what was left out.
///
/// Kept are paragraphs, headings (each one lower: the page has its own first), lists, tables, emphasis, links to pages,
/// addresses and telephones, `lang`, `dir`, and small PNG and JPEG pictures that came within the page; they need
/// `img-src data:`. In place of other pictures stands their description. Gone are scripts, style, classes, ids, forms and all
/// that loads anything. What was hidden by style becomes visible. Any input is cleaned, in time that grows with its length.
pub fn clean_html(page: &str) -> Cleaned {
    let tame = tame(page);
    Cleaned {
        html: CLEANER.clean(&tame.html).to_string(),
        pictures_left_out: tame.pictures_left_out,
        had_form: tame.had_form,
        was_cut: tame.was_cut,
    }
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let of_elements: HashMap<_, HashSet<_>> =
        KEPT.iter().map(|element| (*element, attributes(element).iter().copied().collect())).collect();
    let mut cleaner = Builder::empty();
    cleaner
        .tags(KEPT.iter().copied().collect())
        .tag_attributes(of_elements)
        .generic_attributes(["lang", "dir"].into())
        .clean_content_tags(["script", "style"].into())
        .url_schemes(["http", "https", "mailto", "tel", "data"].into())
        .url_relative(UrlRelative::Deny)
        .link_rel(Some(REL))
        .strip_comments(true)
        .attribute_filter(allowed_value);
    cleaner
});

/// What a link says of where it leads; a page from outside has no say in it.
const REL: &str = "noopener noreferrer nofollow";

/// Decides on the values of attributes, after entities were read.
fn allowed_value<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let is_kept = match attribute {
        "rel" => value == REL,
        "src" => element == "img" && is_plain(value),
        _ => is_allowed(attribute, value.trim()),
    };
    is_kept.then_some(Cow::Borrowed(value))
}
