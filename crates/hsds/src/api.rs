//! What an HSDS API says about itself.

use serde_json::{Value, json};

/// The version of the standard, as the API root tells it.
pub const VERSION: &str = "3.0";

/// The name of the Danish use of the standard, formed as the British `HSDS-3.0-UK` is: the standard's fields unchanged,
/// `country` is `DK` and `state_province` holds the region or the municipality.
pub const PROFILE: &str = "HSDS-3.0-DK";

/// The answer to `GET /`: version, profile and where the `OpenAPI` document is.
///
/// The standard wants a URI for `profile`, so it is the address of the page that describes it with [`PROFILE`] as its
/// fragment. Source: HSDS 3.0 API reference, the `/` endpoint.
///
/// ```
/// let root = hsds::api_root("https://omtanke.example/om-data", "https://omtanke.example/api/openapi.json");
/// assert_eq!(root["profile"], "https://omtanke.example/om-data#HSDS-3.0-DK");
/// ```
pub fn api_root(profile_page: &str, openapi_url: &str) -> Value {
    json!({
        "version": VERSION,
        "profile": format!("{profile_page}#{PROFILE}"),
        "openapi_url": openapi_url,
    })
}
