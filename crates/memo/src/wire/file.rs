//! The table of files, whose content is never held as text.

use std::io;

use crate::read::{Cursor, FileHead, Halt};
use crate::wire::texts::{Language, Text};
use crate::wire::{Name, ReadElement, ReadValue, Slot, Space, Times, WriteElement};
use crate::write::{Check, Pen};
use crate::{Content, File};

const FORMAT: Name = Name::new(Space::Memo, "encodingFormat");
const FILENAME: Name = Name::new(Space::Memo, "filename");
const LANGUAGE: Name = Name::new(Space::Memo, "language");
const CONTENT: Name = Name::new(Space::Memo, "content");
const SLOTS: &[Slot] = &[once(FORMAT), once(FILENAME), once(LANGUAGE), once(CONTENT)];

const fn once(name: Name) -> Slot {
    Slot { name, times: Times::One }
}

impl<C> ReadElement<C> for File<C> {
    fn read(cursor: &mut Cursor<'_, C>) -> Result<Option<Self>, Halt> {
        let mut head = FileHead::default();
        let mut content = None;
        let mut is_whole = true;
        let mut keep = |field: &mut String, value: Option<String>| {
            is_whole &= value.is_some();
            *field = value.unwrap_or_default();
        };
        cursor.children(SLOTS, &mut |cursor, slot| {
            match slot.name {
                FORMAT => keep(&mut head.encoding_format, <Text as ReadValue<C, _>>::read(cursor)?),
                FILENAME => keep(&mut head.filename, <Text as ReadValue<C, _>>::read(cursor)?),
                LANGUAGE => keep(&mut head.language, <Language as ReadValue<C, _>>::read(cursor)?),
                _ => content = cursor.content(&head)?,
            }
            Ok(())
        })?;
        // Where something is missing or wrong, that is noted already.
        let FileHead { encoding_format, filename, language } = head;
        Ok(content.filter(|_| is_whole).map(|content| Self { encoding_format, filename, language, content }))
    }
}

impl<C: Content> WriteElement<C> for File<C> {
    fn check(&self, check: &mut Check) {
        check.field::<C, Text, _>(&once(FORMAT), std::slice::from_ref(&self.encoding_format));
        check.field::<C, Text, _>(&once(FILENAME), std::slice::from_ref(&self.filename));
        check.field::<C, Language, _>(&once(LANGUAGE), std::slice::from_ref(&self.language));
    }

    fn write(&self, pen: &mut Pen<'_>) -> io::Result<()> {
        pen.field::<C, Text, _>(FORMAT, std::slice::from_ref(&self.encoding_format))?;
        pen.field::<C, Text, _>(FILENAME, std::slice::from_ref(&self.filename))?;
        pen.field::<C, Language, _>(LANGUAGE, std::slice::from_ref(&self.language))?;
        pen.content(CONTENT, &self.content)
    }
}
