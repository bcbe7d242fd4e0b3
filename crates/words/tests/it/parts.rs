//! What a text is made of: the values it has room for, and its words in every form it can take.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// The parts of one text.
#[derive(Default)]
pub(crate) struct Parts {
    /// Names of the values.
    pub(crate) values: BTreeSet<String>,
    /// The words outside values: one entry for the text, and one for each plural form in it.
    pub(crate) forms: Vec<String>,
    /// Whether some form says nothing.
    pub(crate) has_empty_form: bool,
}

/// The parts of every text in a file, by key; an attribute has the key `text.attribute`.
///
/// # Panics
/// When the file is not valid Fluent.
pub(crate) fn parts_of(name: &str, text: &str) -> BTreeMap<String, Parts> {
    let resource =
        parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{name} is not valid: {errors:?}"));
    let mut all = BTreeMap::new();
    let mut add = |key: String, pattern: Option<&Pattern<&str>>| {
        let mut parts = Parts::default();
        match pattern {
            Some(pattern) => parts.read(pattern),
            None => parts.has_empty_form = true,
        }
        assert!(all.insert(key.clone(), parts).is_none(), "{name} has {key} twice");
    };
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            add(message.id.name.to_owned(), message.value.as_ref());
            for attribute in &message.attributes {
                add(format!("{}.{}", message.id.name, attribute.id.name), Some(&attribute.value));
            }
        }
    }
    all
}

impl Parts {
    fn read(&mut self, pattern: &Pattern<&str>) {
        let mut form = String::new();
        let mut says_something = false;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => form.push_str(value),
                PatternElement::Placeable { expression } => {
                    says_something |= !matches!(
                        expression,
                        Expression::Inline(InlineExpression::StringLiteral { value }) if value.trim().is_empty()
                    );
                    self.read_expression(expression);
                }
            }
        }
        self.has_empty_form |= !says_something && form.trim().is_empty();
        self.forms.push(form);
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.read_inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}
