//! The headers that keep a page to itself.

use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// No inline style or script, nothing from elsewhere, no framing. Signing in leaves by a link, not by a form,
/// so that `form-action` can stay at this site.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Policies for answers that are no ordinary page. An answer that carries one keeps it.
pub mod policy {
    use http::HeaderValue;

    /// A page on which pictures stand that came within a letter, as `data:`. All else is as on every page.
    pub const WITH_PICTURES_WITHIN: HeaderValue = HeaderValue::from_static(
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; \
        connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );

    /// A page of practice that shows two others of the same site side by side. All else is as on every page.
    pub const WITH_FRAMES_WITHIN: HeaderValue = HeaderValue::from_static(
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; \
        connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );

    /// A file from outside: it loads nothing, runs nothing, and belongs to no site.
    pub const SEALED_IN: HeaderValue = HeaderValue::from_static(
        "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox",
    );

    /// A PDF that the browser's own reader shows: as [`SEALED_IN`], but for the sandbox, in which readers do not open.
    pub const PDF: HeaderValue = HeaderValue::from_static(
        "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; \
        frame-ancestors 'none'; base-uri 'none'",
    );
}

/// What every policy says of who may show the page in a frame of theirs, and what the pages of a sandbox say instead: practice shows
/// two of them side by side.
const IN_NO_FRAME: &str = "frame-ancestors 'none'";
const IN_OWN_FRAMES: &str = "frame-ancestors 'self'";

/// Lets pages of this site show the answer in a frame.
fn allow_own_frames(headers: &mut HeaderMap) {
    let policy = headers.get(CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let allowed = policy.map(|policy| policy.replace(IN_NO_FRAME, IN_OWN_FRAMES));
    if let Some(allowed) = allowed.and_then(|allowed| HeaderValue::from_str(&allowed).ok()) {
        headers.insert(CONTENT_SECURITY_POLICY, allowed);
    }
}

/// Adds the headers to an answer. A page may set its own `Cache-Control` and its own policy; all else may be kept by nobody. A style sheet, a
/// font or a drawing is no document: what governs documents would only be weight on it.
pub(crate) fn guard(
    response: &mut Response,
    request_id: &str,
    is_asset: bool,
    is_practice: bool,
    secure: bool,
) {
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if is_asset && headers.contains_key(CACHE_CONTROL) {
        return;
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    if is_practice {
        allow_own_frames(headers);
    }
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(PERMISSIONS, HeaderValue::from_static("geolocation=(self), camera=(), microphone=()"));
    headers.insert(OPENER, HeaderValue::from_static("same-origin"));
    if secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    headers.append(VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    if let Ok(id) = HeaderValue::from_str(request_id) {
        headers.insert(REQUEST_ID, id);
    }
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse as _;

    use super::*;

    fn policy_of(own: Option<HeaderValue>, is_practice: bool) -> String {
        let mut response = "page".into_response();
        if let Some(own) = own {
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, own);
        }
        guard(&mut response, "1", false, is_practice, true);
        response.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned()
    }

    #[test]
    fn only_pages_of_practice_stand_in_frames_and_only_in_our_own() {
        let policies = [None, Some(policy::WITH_PICTURES_WITHIN), Some(policy::SEALED_IN), Some(policy::PDF)];
        for own in policies {
            assert!(policy_of(own.clone(), false).contains("frame-ancestors 'none'"));
            let practice = policy_of(own, true);
            assert!(practice.contains("frame-ancestors 'self'") && !practice.contains("ancestors 'none'"));
        }
        assert!(!policy_of(None, true).contains("frame-src"), "only the page that says so has frames");
    }
}
