//! What stands around the content of every page.

use std::cell::RefCell;
use std::collections::BTreeSet;

use askama::filters::Safe;
use basics::Language;
use realm::RealmKind;
use words::{Arg, Words};

use crate::{ActingFor, Phone, PracticeBar, TextSize, Visit, Visitor, assets, site};

/// A link to this page in another language.
#[derive(Debug)]
pub struct LanguageLink {
    /// The language.
    pub language: Language,
    /// This page in it.
    pub href: String,
    /// Whether the page is in it now.
    pub current: bool,
}

/// A link to this page in another text size.
#[derive(Debug)]
pub struct SizeLink {
    /// From 1, the smallest.
    pub number: usize,
    /// What the size is called.
    pub label: String,
    /// This page in it.
    pub href: String,
    /// Whether the page is in it now.
    pub current: bool,
}

/// A step of the way to this page.
#[derive(Debug)]
pub struct Crumb {
    /// What the step is called.
    pub label: String,
    /// Where it is.
    pub href: String,
}

/// Everything that the shell template shows.
#[derive(Debug)]
pub struct Shell {
    /// The title of the page, without the name of the site.
    pub title: String,
    /// Set where the page shows errors: the title then begins with the word for it, so that a screen reader
    /// says so first.
    pub has_errors: bool,
    /// Whether a demonstration must say that its people are fictional.
    pub demo: bool,
    /// What a page of a sandbox says of itself; nothing on every other page.
    pub practice: Option<PracticeBar>,
    /// Whether the page stands in a frame of practice, where the page around it has the header.
    pub framed: bool,
    /// The telephone that is always there.
    pub phone: Phone,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// Whom the visitor helps, in the bar that every page has then.
    pub acting_for: Option<ActingFor>,
    /// The way to this page.
    pub crumbs: Vec<Crumb>,
    /// Where "back" leads, where there is a back.
    pub back: Option<String>,
    class: bool,
    words: &'static Words,
    icons: RefCell<BTreeSet<String>>,
    size: TextSize,
    prefix: String,
    path_and_query: String,
}

impl Shell {
    pub(crate) fn new(visit: &Visit, words: &'static Words, title: String) -> Self {
        Self {
            title,
            has_errors: false,
            demo: visit.site.demo && visit.realm.kind != RealmKind::Sandbox,
            practice: PracticeBar::of(&visit.realm),
            framed: visit.framed,
            phone: visit.site.phone.clone(),
            visitor: visit.visitor.clone(),
            acting_for: visit.acting_for().cloned(),
            crumbs: Vec::new(),
            back: None,
            class: false,
            words,
            icons: RefCell::default(),
            size: visit.size,
            prefix: visit.realm.prefix.clone(),
            path_and_query: visit.uri.path_and_query().map_or("/", |whole| whole.as_str()).to_owned(),
        }
    }

    /// Adds the way to this page.
    #[must_use]
    pub fn crumb(mut self, label: impl Into<String>, path: &str) -> Self {
        self.crumbs.push(Crumb { label: label.into(), href: self.href(path) });
        self
    }

    /// Says where "back" leads.
    #[must_use]
    pub fn back_to(mut self, path: &str) -> Self {
        self.back = Some(self.href(path));
        self
    }

    /// Says that the page shows errors.
    #[must_use]
    pub fn with_errors(mut self, has_errors: bool) -> Self {
        self.has_errors = has_errors;
        self
    }

    /// Whether the page is one about a class, such as its teacher's.
    #[must_use]
    pub fn teaches(&self) -> bool {
        self.class
    }

    /// Whether the page is a learner's, in a class.
    #[must_use]
    pub fn has_seat(&self) -> bool {
        self.practice.as_ref().is_some_and(|practice| practice.seat.is_some())
    }

    /// Says that the page is one about a class.
    #[must_use]
    pub fn of_class(mut self) -> Self {
        self.class = true;
        self
    }

    /// The words of the page.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        self.words
    }

    /// The language of the page.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.words.language().code()
    }

    /// Its direction.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        self.words.language().direction().as_str()
    }

    /// The class on `<html>`.
    #[must_use]
    pub fn size_class(&self) -> &'static str {
        self.size.class()
    }

    /// A text.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// A text with one value.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl Arg) -> String {
        self.words.t1(key, name, value)
    }

    /// A text with two values.
    #[must_use]
    pub fn t2(&self, key: &str, name: &str, value: impl Arg, name2: &str, value2: impl Arg) -> String {
        self.words.t2(key, name, value, name2, value2)
    }

    /// An address within this realm.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// The address of an asset, which changes when the asset does.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::href(name)
    }

    /// An icon as inline SVG, hidden from screen readers: every icon has its text beside it.
    #[must_use]
    pub fn icon(&self, name: &str) -> Safe<String> {
        self.draw(name, "icon-svg")
    }

    /// The mark of Omtanke.
    #[must_use]
    pub fn mark(&self) -> Safe<String> {
        self.draw("mark", "om-mark")
    }

    /// An icon that points, and points the other way in a language that runs the other way.
    #[must_use]
    pub fn flipping_icon(&self, name: &str) -> Safe<String> {
        self.draw(name, "icon-svg om-flip")
    }

    /// The icon at the side of an alert.
    #[must_use]
    pub fn icon_for_alert(&self, name: &str) -> Safe<String> {
        self.draw(name, "icon-svg alert-icon")
    }

    fn draw(&self, name: &str, class: &str) -> Safe<String> {
        self.icons.borrow_mut().insert(name.to_owned());
        Safe(assets::icon(name, class))
    }

    /// The drawings of every icon that the page has used so far: once each, at the end of the page.
    #[must_use]
    pub fn symbols(&self) -> Safe<String> {
        Safe(assets::symbols(self.icons.borrow().iter().map(String::as_str)))
    }

    /// The number as a telephone dials it.
    #[must_use]
    pub fn dial(&self, number: &str) -> String {
        site::dial(number)
    }

    /// Whether two texts are the same, however a template holds them.
    #[must_use]
    pub fn same(&self, one: impl AsRef<str>, other: impl AsRef<str>) -> bool {
        one.as_ref() == other.as_ref()
    }

    /// Whether this page is the one at `path`, or one beneath it.
    #[must_use]
    pub fn is_within(&self, path: &str) -> bool {
        let rest = self.path_and_query.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    }

    /// Whether the visitor has a role that allows the action somewhere.
    #[must_use]
    pub fn may(&self, action: &str) -> bool {
        self.visitor.as_ref().is_some_and(|visitor| visitor.may.contains(action))
    }

    /// This page in each language.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageLink> {
        Language::ALL
            .into_iter()
            .map(|language| LanguageLink {
                language,
                href: self.this_page_with("lang", language.code()),
                current: language == self.words.language(),
            })
            .collect()
    }

    /// This page in each text size.
    #[must_use]
    pub fn sizes(&self) -> Vec<SizeLink> {
        (1..)
            .zip(TextSize::ALL)
            .map(|(number, size)| SizeLink {
                number,
                label: self.t(&format!("size-{}", size.code())),
                href: self.this_page_with("size", size.code()),
                current: size == self.size,
            })
            .collect()
    }

    /// This page with one parameter of its query set.
    #[must_use]
    pub fn this_page_with(&self, name: &str, value: &str) -> String {
        let (path, query) = self.path_and_query.split_once('?').unwrap_or((&self.path_and_query, ""));
        let mut pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        pairs.retain(|(key, _)| key != name);
        pairs.push((name.to_owned(), value.to_owned()));
        let query = serde_urlencoded::to_string(&pairs).unwrap_or_default();
        format!("{}?{query}", self.href(path))
    }
}
