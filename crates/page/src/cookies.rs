//! Cookies: what the reader prefers, and who is signed in. Nothing else is kept in the browser.

use http::HeaderMap;
use http::header::COOKIE;

use crate::Site;

/// The language that the reader chose.
pub const LANGUAGE: &str = "om-lang";
/// The text size that the reader chose.
pub const SIZE: &str = "om-size";
/// Who is signed in; the name before [`secret_name`] completes it.
pub const SESSION: &str = "omtanke";
/// A year, for preferences.
pub const YEAR: i64 = 365 * 24 * 3600;

/// The value of a cookie in a request.
#[must_use]
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A `Set-Cookie` for a preference.
#[must_use]
pub fn preference(site: &Site, name: &str, value: &str) -> String {
    let secure = if site.is_secure() { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={YEAR}; SameSite=Lax; HttpOnly{secure}")
}

/// The name of a cookie that says who somebody is. Over HTTPS it takes the `__Host-` prefix, which browsers
/// accept only for this very host and all of it. A sandbox has a name of its own and, since it is sent to its own addresses
/// only, the prefix `__Secure-`: nobody is signed in across realms, and no realm is even shown the cookie of a sandbox.
#[must_use]
pub fn secret_name(site: &Site, prefix: &str, name: &str) -> String {
    let realm = prefix.rsplit('/').next().unwrap_or_default();
    match (realm, site.is_secure()) {
        ("", true) => format!("__Host-{name}"),
        ("", false) => name.to_owned(),
        (realm, true) => format!("__Secure-{name}-{realm}"),
        (realm, false) => format!("{name}-{realm}"),
    }
}

/// A `Set-Cookie` for a cookie that says who somebody is; an age of 0 removes it.
#[must_use]
pub fn secret(site: &Site, prefix: &str, name: &str, value: &str, max_age_seconds: i64) -> String {
    let secure = if site.is_secure() { "; Secure" } else { "" };
    let name = secret_name(site, prefix, name);
    let path = if prefix.is_empty() { "/" } else { prefix };
    format!("{name}={value}; Path={path}; Max-Age={max_age_seconds}; SameSite=Lax; HttpOnly{secure}")
}
