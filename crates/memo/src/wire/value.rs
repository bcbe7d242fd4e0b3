//! Values that stand as the text of one element.

use std::borrow::Cow;
use std::io;

use crate::read::{Cursor, Halt};
use crate::wire::{Name, ReadValue, WriteValue};
use crate::write::{Check, Pen};
use crate::{Content, Rule, Trap};

/// A value that was read, and what is odd about it.
pub(crate) type Read<V> = Result<(V, Option<Trap>), Rule>;

/// What the writer was told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WriteRules {
    pub(crate) longest_notification: usize,
}

/// How a value is written as text, and read from it. What one direction refuses, so does the other.
pub(crate) trait Plain {
    type Value;

    fn read(text: &str) -> Read<Self::Value>;
    fn check(value: &Self::Value, rules: &WriteRules) -> Result<(), Rule>;
    fn write(value: &Self::Value) -> Cow<'_, str>;
}

impl<C, P: Plain> ReadValue<C, P::Value> for P {
    fn read(cursor: &mut Cursor<'_, C>) -> Result<Option<P::Value>, Halt> {
        let read = P::read(cursor.text()?);
        match read {
            Ok((value, trap)) => {
                if let Some(trap) = trap {
                    cursor.warn(trap);
                }
                Ok(Some(value))
            }
            Err(rule) => {
                cursor.fault(rule)?;
                Ok(None)
            }
        }
    }
}

impl<C: Content, P: Plain> WriteValue<C, P::Value> for P {
    fn check(value: &P::Value, check: &mut Check) {
        if let Err(rule) = P::check(value, check.rules()) {
            check.refuse(rule);
        }
    }

    fn write(value: &P::Value, name: Name, pen: &mut Pen<'_>) -> io::Result<()> {
        pen.text(name, &P::write(value))
    }
}
