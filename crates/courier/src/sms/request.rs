//! A text as a gateway wants it: a JSON object or a form, with the gateway's own names.

use serde_json::{Map, Value};

use super::{BodyKind, HttpGatewaySettings, NumberStyle, Text};

/// The longest array that a pointer of the settings may make.
const MOST_ITEMS: usize = 16;

/// The names and values of a text.
pub(super) fn fields(settings: &HttpGatewaySettings, sender: &str, text: &Text) -> Vec<(String, Value)> {
    let names = &settings.fields;
    let to = match settings.numbers {
        NumberStyle::Plus => text.to.as_str(),
        NumberStyle::Digits => text.to.trim_start_matches('+'),
    };
    let parts = [
        (Some(&names.to), to),
        (Some(&names.body), text.body.as_str()),
        (names.sender.as_ref(), sender),
        (names.reference.as_ref(), text.reference.as_str()),
    ];
    let fixed = settings.extra.iter().map(|(name, value)| (name.clone(), value.clone()));
    let told = parts.into_iter().filter_map(|(name, value)| Some((name?.clone(), Value::from(value))));
    fixed.chain(told).collect()
}

/// One JSON object of them all. `None` where two names want the same place.
pub(super) fn object(fields: Vec<(String, Value)>) -> Option<Value> {
    let mut object = Value::Object(Map::new());
    for (name, value) in fields {
        let pointer = if name.starts_with('/') {
            name
        } else {
            format!("/{}", name.replace('~', "~0").replace('/', "~1"))
        };
        *place(&mut object, &pointer)? = value;
    }
    Some(object)
}

/// The empty place a pointer leads to, with all that is missing on the way.
fn place<'v>(mut value: &'v mut Value, pointer: &str) -> Option<&'v mut Value> {
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let index = step.parse::<usize>().ok().filter(|&index| index < MOST_ITEMS);
        if value.is_null() {
            *value = if index.is_some() { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
        }
        value = match value {
            Value::Object(map) => map.entry(step).or_insert(Value::Null),
            Value::Array(items) => {
                let index = index?;
                if items.len() <= index {
                    items.resize(index + 1, Value::Null);
                }
                &mut items[index]
            }
            _ => return None,
        };
    }
    value.is_null().then_some(value)
}

/// Names and texts of a form. `None` where a fixed value is no text, number or truth.
pub(super) fn form(fields: Vec<(String, Value)>) -> Option<Vec<(String, String)>> {
    let plain = |(name, value)| match value {
        Value::String(text) => Some((name, text)),
        Value::Number(_) | Value::Bool(_) => Some((name, value.to_string())),
        _ => None,
    };
    fields.into_iter().map(plain).collect()
}

/// Whether texts can be written down as the settings say, whatever they hold.
pub(super) fn can_be_written(settings: &HttpGatewaySettings) -> bool {
    let text = Text { to: "+4520123456".to_owned(), body: "Hej".to_owned(), reference: "1".to_owned() };
    let fields = fields(settings, "Omtanke", &text);
    match settings.body {
        BodyKind::Json => object(fields).is_some(),
        BodyKind::Form => form(fields).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settings(more: &str) -> HttpGatewaySettings {
        toml::from_str(&format!("name = \"first\"\nurl = \"https://sms.example.dk\"\n{more}")).unwrap()
    }

    fn to_aase() -> Text {
        Text { to: "+4520123456".to_owned(), body: "Hej Aase".to_owned(), reference: "0190-a".to_owned() }
    }

    #[test]
    fn a_name_may_lead_inside() {
        let settings = settings(
            "numbers = \"digits\"\n\
             fields = { to = \"/recipients/0/msisdn\", body = \"message\", sender = \"sender\", reference = \"a/b\" }\n\
             extra = { class = \"standard\", \"/options/flash\" = false }",
        );
        assert_eq!(
            object(fields(&settings, "Omtanke", &to_aase())),
            Some(json!({
                "recipients": [{"msisdn": "4520123456"}],
                "message": "Hej Aase",
                "sender": "Omtanke",
                "a/b": "0190-a",
                "class": "standard",
                "options": {"flash": false},
            }))
        );
    }

    #[test]
    fn what_the_gateway_does_not_want_is_left_out_of_a_form() {
        let settings =
            settings("body = \"form\"\nfields = { to = \"To\", body = \"Body\" }\nextra = { Flash = 1 }");
        let form = form(fields(&settings, "Omtanke", &to_aase())).unwrap();
        let expected = [("Flash", "1"), ("To", "+4520123456"), ("Body", "Hej Aase")];
        assert_eq!(form, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn two_names_cannot_want_one_place() {
        for names in [
            "{ to = \"a\", body = \"a\" }",
            "{ to = \"a\", body = \"/a/b\" }",
            "{ to = \"/a/b\", body = \"a\" }",
            "{ to = \"/a/0\", body = \"/a/x\" }",
            "{ to = \"/a/0\", body = \"/a/99\" }",
        ] {
            assert!(!can_be_written(&settings(&format!("fields = {names}"))), "{names}");
        }
        assert!(!can_be_written(&settings(
            "body = \"form\"\nfields = { to = \"a\", body = \"b\" }\nextra = { c = [1] }"
        )));
        assert!(can_be_written(&settings("fields = { to = \"/a/1\", body = \"/a/0\" }")));
    }
}
