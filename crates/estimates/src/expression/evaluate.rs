//! The value of an expression, column by column.

use super::{Function, Node, Operator};
use crate::frame::NONE;
use crate::{Column, Error, Frame};

/// A value in every row, or one for all of them.
pub(crate) enum Value<'f> {
    One(f64),
    Text(&'f str),
    Numbers(Vec<f64>),
    Categories { codes: &'f [u32], labels: &'f [String] },
}

pub(crate) fn value<'f>(node: &'f Node, frame: &'f Frame) -> Result<Value<'f>, Error> {
    Ok(match node {
        Node::Number(number) => Value::One(*number),
        Node::Text(text) => Value::Text(text),
        Node::Name(name) => match frame.column(name)? {
            Column::Numbers(values) => Value::Numbers(values.clone()),
            Column::Categories { codes, labels } => Value::Categories { codes, labels },
        },
        Node::Not(inner) => each(number(inner, frame)?, |v| if v.is_nan() { v } else { truth(v == 0.0) }),
        Node::Minus(inner) => each(number(inner, frame)?, |v| -v),
        Node::Function(function, inner) => each(number(inner, frame)?, |v| match function {
            Function::Log => v.ln(),
            Function::Exp => v.exp(),
            Function::Sqrt => v.sqrt(),
        }),
        Node::Two(operator, left, right) => two(*operator, value(left, frame)?, value(right, frame)?, node)?,
        Node::In(inner, list) => {
            let mut found: Option<Value<'f>> = None;
            for item in list {
                let same = two(Operator::Equal, value(inner, frame)?, value(item, frame)?, node)?;
                found = Some(match found {
                    None => same,
                    Some(before) => two(Operator::Or, before, same, node)?,
                });
            }
            found.unwrap_or(Value::One(0.0))
        }
    })
}

fn number<'f>(node: &'f Node, frame: &'f Frame) -> Result<Value<'f>, Error> {
    let value = value(node, frame)?;
    match value {
        Value::One(_) | Value::Numbers(_) => Ok(value),
        Value::Text(_) | Value::Categories { .. } => Err(kind(node)),
    }
}

fn each<'f>(value: Value<'f>, change: impl Fn(f64) -> f64) -> Value<'f> {
    match value {
        Value::Numbers(mut values) => {
            for v in &mut values {
                *v = change(*v);
            }
            Value::Numbers(values)
        }
        Value::One(v) => Value::One(change(v)),
        other => other,
    }
}

fn truth(value: bool) -> f64 {
    f64::from(u8::from(value))
}

fn kind(node: &Node) -> Error {
    let variable = match node {
        Node::Name(name) => name.clone(),
        Node::Text(text) => text.clone(),
        Node::Two(_, left, _) => return kind(left),
        _ => "an expression".to_owned(),
    };
    Error::Kind { variable, found: "text", needed: "numbers" }
}

fn two<'f>(operator: Operator, left: Value<'f>, right: Value<'f>, node: &Node) -> Result<Value<'f>, Error> {
    match (left, right) {
        (Value::One(a), Value::One(b)) => Ok(Value::One(apply(operator, a, b))),
        (Value::Numbers(a), Value::One(b)) => Ok(each(Value::Numbers(a), |v| apply(operator, v, b))),
        (Value::One(a), Value::Numbers(b)) => Ok(each(Value::Numbers(b), |v| apply(operator, a, v))),
        (Value::Numbers(mut a), Value::Numbers(b)) => {
            for (to, v) in a.iter_mut().zip(b) {
                *to = apply(operator, *to, v);
            }
            Ok(Value::Numbers(a))
        }
        (Value::Categories { codes, labels }, right) => labels_with(operator, codes, labels, &right, node),
        (left, Value::Categories { codes, labels }) => {
            labels_with(turned(operator), codes, labels, &left, node)
        }
        // a number compared with a text that is one, such as '2024'
        (Value::Text(text), other) | (other, Value::Text(text)) if is_comparison(operator) => {
            let Ok(number) = text.parse() else { return Err(kind(node)) };
            two(operator, other, Value::One(number), node)
        }
        _ => Err(kind(node)),
    }
}

/// Compares categories with a text, a number, or other categories, label by label.
fn labels_with<'f>(
    operator: Operator,
    codes: &[u32],
    labels: &[String],
    right: &Value<'f>,
    node: &Node,
) -> Result<Value<'f>, Error> {
    if !is_comparison(operator) {
        return Err(kind(node));
    }
    let compare = |label: &String| -> Option<f64> {
        match right {
            Value::Text(text) => Some(truth(ordered(operator, label.as_str().partial_cmp(*text)))),
            Value::One(number) => label.parse::<f64>().ok().map(|value| apply(operator, value, *number)),
            _ => None,
        }
    };
    if let Value::Categories { codes: others, labels: other_labels } = right {
        return Ok(Value::Numbers(
            codes
                .iter()
                .zip(*others)
                .map(|(&a, &b)| {
                    if a == NONE || b == NONE {
                        return f64::NAN;
                    }
                    truth(ordered(operator, labels[a as usize].partial_cmp(&other_labels[b as usize])))
                })
                .collect(),
        ));
    }
    let mut answers = Vec::with_capacity(labels.len());
    for label in labels {
        let Some(answer) = compare(label) else { return Err(kind(node)) };
        answers.push(answer);
    }
    Ok(Value::Numbers(
        codes.iter().map(|&code| if code == NONE { f64::NAN } else { answers[code as usize] }).collect(),
    ))
}

fn is_comparison(operator: Operator) -> bool {
    use Operator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    matches!(operator, Equal | NotEqual | Less | LessOrEqual | Greater | GreaterOrEqual)
}

/// The operator that says the same with its sides exchanged.
fn turned(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::LessOrEqual => Operator::GreaterOrEqual,
        Operator::Greater => Operator::Less,
        Operator::GreaterOrEqual => Operator::LessOrEqual,
        other => other,
    }
}

fn ordered(operator: Operator, order: Option<std::cmp::Ordering>) -> bool {
    let Some(order) = order else { return false };
    match operator {
        Operator::Equal => order.is_eq(),
        Operator::NotEqual => order.is_ne(),
        Operator::Less => order.is_lt(),
        Operator::LessOrEqual => order.is_le(),
        Operator::Greater => order.is_gt(),
        Operator::GreaterOrEqual => order.is_ge(),
        _ => false,
    }
}

fn apply(operator: Operator, a: f64, b: f64) -> f64 {
    match operator {
        // one side may settle it though the other is missing
        Operator::Or if a == 0.0 && b == 0.0 => 0.0,
        Operator::Or if (!a.is_nan() && a != 0.0) || (!b.is_nan() && b != 0.0) => 1.0,
        Operator::And if a == 0.0 || b == 0.0 => 0.0,
        Operator::And if !a.is_nan() && !b.is_nan() => 1.0,
        Operator::Plus => a + b,
        Operator::Minus => a - b,
        Operator::Times => a * b,
        Operator::Divided => a / b,
        Operator::Power => a.powf(b),
        _ if a.is_nan() || b.is_nan() => f64::NAN,
        comparison => truth(ordered(comparison, a.partial_cmp(&b))),
    }
}
