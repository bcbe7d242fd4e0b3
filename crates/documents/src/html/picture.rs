//! Pictures that came within a letter.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::Kind;

/// The largest picture that stays in a page, in bytes: enough for the mark of an authority or a signature.
pub const LARGEST_PICTURE: usize = 64 * 1024;

/// The most bytes of all pictures of a page together.
pub const MOST_PICTURES: usize = 512 * 1024;

/// The picture written in this address, when it is a small PNG or JPEG and says so truly: its address in plain form, and
/// how many bytes it has.
pub(super) fn picture(address: &str) -> Option<(String, usize)> {
    let (kind, encoded) = split(address)?;
    if encoded.len() > LARGEST_PICTURE * 4 / 3 + 1024 {
        return None;
    }
    let encoded: String = encoded.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(&encoded).ok()?;
    let is_true = bytes.len() <= LARGEST_PICTURE
        && Kind::sniff(&bytes) == kind
        && !crate::sniff::is_two_things(kind, &bytes);
    is_true.then(|| (format!("data:{};base64,{encoded}", kind.mime()), bytes.len()))
}

/// Whether this address holds a picture in plain form, as [`picture`] gives them.
pub(super) fn is_plain(address: &str) -> bool {
    picture(address).is_some_and(|(plain, _)| plain == address)
}

fn split(address: &str) -> Option<(Kind, &str)> {
    let address = address.trim();
    [
        ("data:image/png;base64,", Kind::Png),
        ("data:image/jpeg;base64,", Kind::Jpeg),
        ("data:image/jpg;base64,", Kind::Jpeg),
    ]
    .into_iter()
    .find_map(|(start, kind)| {
        let said = address.get(..start.len())?;
        said.eq_ignore_ascii_case(start).then(|| (kind, &address[start.len()..]))
    })
}
