//! Where to go after signing in: a page of our own, never somebody else's (open redirect).

/// The path, if it is a page of this realm: it begins with one slash, has nothing that a browser reads as
/// another host or skips over, and is not the sign-in itself.
#[must_use]
pub fn local_path(next: &str) -> Option<&str> {
    let plain = next.len() <= 2_000 && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let ours = next.starts_with('/') && !next.starts_with("//");
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let signing = path == "/log-ud" || path == "/log-ind" || path.starts_with("/log-ind/");
    (plain && ours && !signing).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_pages_of_our_own_are_gone_to() {
        for good in ["/", "/min-side", "/find-hjaelp?q=7100%20Vejle&open=1#kort", "/log-ind-hjaelp"] {
            assert_eq!(local_path(good), Some(good));
        }
        for bad in [
            "",
            "min-side",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\r\nSet-Cookie: a=b",
            "/søg",
            "javascript:alert(1)",
            "/log-ind",
            "/log-ind?next=/log-ind",
            "/log-ind/retur",
            "/log-ud",
        ] {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(2_000))), None);
    }
}
