//! The texts of one language, and the look-up.

use std::sync::LazyLock;

use basics::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::Arg;
use crate::format::Formats;

include!(concat!(env!("OUT_DIR"), "/files.rs"));

static WORDS: LazyLock<[Words; Language::ALL.len()]> = LazyLock::new(|| Language::ALL.map(Words::load));

/// The texts of a language.
///
/// # Panics
/// At the first call, when a text file is not valid Fluent: the program was built wrong.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    WORDS.iter().find(|words| words.language == language).expect("every language is loaded")
}

/// Every text file in the program: language code, domain, text. For checks of translations.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FILES.iter().copied()
}

/// The texts and formats of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    pub(crate) formats: Formats,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language.code())
    }
}

impl Words {
    fn load(language: Language) -> Self {
        let formats = Formats::of(language);
        let tag = language.code().parse().expect("language codes are valid tags");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Left-to-right names and numbers inside right-to-left text must not disturb the order around them.
        bundle.set_use_isolating(language.direction() == basics::Direction::Rtl);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(number.as_string().into_owned()),
            _ => None,
        }));
        for (code, domain, text) in FILES.iter().filter(|(code, ..)| *code == language.code()) {
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("locales/{code}/{domain}.ftl is not valid: {errors:?}"));
            if let Err(errors) = bundle.add_resource(resource) {
                panic!("locales/{code}/{domain}.ftl repeats a text: {errors:?}");
            }
        }
        Self { language, bundle, formats }
    }

    /// The language that these are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a text by this key in this very language.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The text by its key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.say(key, None)
    }

    /// The text by its key, with one value.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl Arg) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value.arg());
        self.say(key, Some(&args))
    }

    /// The text by its key, with two values.
    #[must_use]
    pub fn t2(&self, key: &str, name: &str, value: impl Arg, name2: &str, value2: impl Arg) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value.arg());
        args.set(name2, value2.arg());
        self.say(key, Some(&args))
    }

    /// The text by its key, with as many values as it takes.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, *value);
        }
        self.say(key, Some(&args))
    }

    /// Things in a row, with the language's own comma between them.
    #[must_use]
    pub fn list(&self, things: &[String]) -> String {
        things.join(&self.t("list-separator"))
    }

    /// Says it in this language, else in Danish, else shows the key: a page with a key on it can still be
    /// used, and a check finds the missing text before anybody sees it.
    fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        if let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) {
            return self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned();
        }
        if self.language == Language::Da { key.to_owned() } else { words(Language::Da).say(key, args) }
    }
}
