//! From text to an expression.

use super::{Function, Node, Operator};
use crate::Error;

pub(crate) struct Reader<'t> {
    text: &'t str,
    at: usize,
    names: &'t [String],
}

const COMPARISONS: [(&str, Operator); 7] = [
    ("==", Operator::Equal),
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("<", Operator::Less),
    (">", Operator::Greater),
    ("=", Operator::Equal),
];

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str, names: &'t [String]) -> Self {
        Self { text, at: 0, names }
    }

    pub(crate) fn whole(&mut self) -> Result<Node, Error> {
        let node = self.or()?;
        self.end()?;
        Ok(node)
    }

    pub(crate) fn end(&mut self) -> Result<(), Error> {
        self.skip();
        if self.at == self.text.len() { Ok(()) } else { Err(self.expected("the end or an operator")) }
    }

    pub(crate) fn expected(&self, expected: &'static str) -> Error {
        let at = self.text[..self.at].chars().count() + 1;
        Error::Syntax { text: self.text.to_owned(), at, expected }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(crate) fn skip(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    pub(crate) fn take(&mut self, sign: &str) -> bool {
        self.skip();
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len();
        }
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        self.skip();
        let rest = self.rest();
        let found = rest.starts_with(word) && !rest[word.len()..].starts_with(is_of_name);
        if found {
            self.at += word.len();
        }
        found
    }

    pub(crate) fn name(&mut self) -> Option<&'t str> {
        self.skip();
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '.') {
            return None;
        }
        let end = rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len());
        self.at += end;
        Some(&rest[..end])
    }

    fn or(&mut self) -> Result<Node, Error> {
        let mut left = self.and()?;
        while self.take_word("or") || self.take("|") {
            left = Node::Two(Operator::Or, left.into(), self.and()?.into());
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Node, Error> {
        let mut left = self.not()?;
        while self.take_word("and") || self.take("&") {
            left = Node::Two(Operator::And, left.into(), self.not()?.into());
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Node, Error> {
        if self.take_word("not") {
            return Ok(Node::Not(self.not()?.into()));
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Result<Node, Error> {
        let left = self.sum()?;
        if self.take_word("in") {
            return self.among(left);
        }
        if self.take_word("not") {
            if !self.take_word("in") {
                return Err(self.expected("in"));
            }
            return Ok(Node::Not(self.among(left)?.into()));
        }
        for (sign, operator) in COMPARISONS {
            if self.take(sign) {
                return Ok(Node::Two(operator, left.into(), self.sum()?.into()));
            }
        }
        Ok(left)
    }

    fn among(&mut self, left: Node) -> Result<Node, Error> {
        if !self.take("(") {
            return Err(self.expected("a list in parentheses"));
        }
        let mut list = vec![self.sum()?];
        while self.take(",") {
            list.push(self.sum()?);
        }
        if !self.take(")") {
            return Err(self.expected(", or )"));
        }
        Ok(Node::In(left.into(), list))
    }

    pub(crate) fn sum(&mut self) -> Result<Node, Error> {
        let mut left = self.product()?;
        loop {
            let operator = if self.take("+") {
                Operator::Plus
            } else if self.take("-") {
                Operator::Minus
            } else {
                return Ok(left);
            };
            left = Node::Two(operator, left.into(), self.product()?.into());
        }
    }

    fn product(&mut self) -> Result<Node, Error> {
        let mut left = self.signed()?;
        loop {
            let operator = if self.take("*") {
                Operator::Times
            } else if self.take("/") {
                Operator::Divided
            } else {
                return Ok(left);
            };
            left = Node::Two(operator, left.into(), self.signed()?.into());
        }
    }

    fn signed(&mut self) -> Result<Node, Error> {
        if self.take("-") {
            return Ok(Node::Minus(self.signed()?.into()));
        }
        let base = self.part()?;
        if self.take("^") {
            return Ok(Node::Two(Operator::Power, base.into(), self.signed()?.into()));
        }
        Ok(base)
    }

    pub(crate) fn part(&mut self) -> Result<Node, Error> {
        self.skip();
        if let Some(name) = self.known_name() {
            return Ok(Node::Name(name));
        }
        if self.take("(") {
            let inner = self.or()?;
            return if self.take(")") { Ok(inner) } else { Err(self.expected(")")) };
        }
        for quote in ['\'', '"'] {
            if self.rest().starts_with(quote) {
                let Some(length) = self.rest()[1..].find(quote) else {
                    return Err(self.expected("a text that ends"));
                };
                let text = self.rest()[1..=length].to_owned();
                self.at += length + 2;
                return Ok(Node::Text(text));
            }
        }
        if self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            return self.number();
        }
        let before = self.at;
        let Some(name) = self.name() else { return Err(self.expected("a name, a number or (")) };
        let function = match name {
            "log" => Function::Log,
            "exp" => Function::Exp,
            "sqrt" => Function::Sqrt,
            _ => return Ok(Node::Name(name.to_owned())),
        };
        if !self.rest().starts_with('(') {
            self.at = before + name.len();
            return Ok(Node::Name(name.to_owned()));
        }
        Ok(Node::Function(function, self.part()?.into()))
    }

    /// The next part, and the text that it was read from.
    pub(crate) fn part_with_text(&mut self) -> Result<(Node, String), Error> {
        self.skip();
        let begin = self.at;
        let node = self.part()?;
        Ok((node, self.text[begin..self.at].trim().to_owned()))
    }

    fn number(&mut self) -> Result<Node, Error> {
        let rest = self.rest();
        let mut end = 0;
        let mut before = ' ';
        for c in rest.chars() {
            let exponent = (c == '-' || c == '+') && (before == 'e' || before == 'E');
            if !(c.is_ascii_digit() || c == '.' || c == 'e' || c == 'E' || exponent) {
                break;
            }
            before = c;
            end += c.len_utf8();
        }
        let Ok(value) = rest[..end].parse() else { return Err(self.expected("a number")) };
        self.at += end;
        Ok(Node::Number(value))
    }

    /// The longest of the given names that stands here and does not go on.
    fn known_name(&mut self) -> Option<String> {
        let rest = self.rest();
        let stands = |name: &&String| {
            rest.starts_with(name.as_str())
                && !(name.ends_with(is_of_name) && rest[name.len()..].starts_with(is_of_name))
        };
        let longest = self.names.iter().filter(stands).max_by_key(|name| name.len())?;
        self.at += longest.len();
        Some(longest.clone())
    }
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}
