//! The headers that keep a page to itself.

use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, HeaderValue};

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

/// Adds the headers to an answer. A page may set its own `Cache-Control` and its own policy; all else may be kept by nobody. A style sheet, a
/// font or a drawing is no document: what governs documents would only be weight on it.
pub(crate) fn guard(response: &mut Response, request_id: &str, is_asset: bool, secure: bool) {
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if is_asset && headers.contains_key(CACHE_CONTROL) {
        return;
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
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
