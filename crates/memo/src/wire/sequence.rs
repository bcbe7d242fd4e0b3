//! The notation of the tables.

/// Reads and writes a struct as a row of elements in the order of the schema:
///
/// `field: times codec Space "element",` where *times* is one of
/// - `one`: required;
/// - `optional`: may be left out;
/// - `due_in_1_1`: may be left out in 1.2 alone;
/// - `since_1_2`: may stand in 1.2 alone;
/// - `many(n)`: up to so many; `any`: as many as there are; `some`: at least one;
///
/// and *codec* says how the element's content is read and written: `Nested` for elements in elements. After the table,
/// `traps` may name a function that looks at what was read.
macro_rules! sequence {
    (
        $type:ty {
            $($field:ident: $times:ident $(($most:literal))? $codec:ident $space:ident $local:literal,)*
        }
        $(traps $traps:path)?
    ) => {
        impl<C> $crate::wire::ReadElement<C> for $type {
            fn read(
                cursor: &mut $crate::read::Cursor<'_, C>,
            ) -> Result<Option<Self>, $crate::read::Halt> {
                const SLOTS: &[$crate::wire::Slot] =
                    &[$($crate::wire::slot!($times $(($most))? $space $local)),*];
                $(let mut $field = $crate::wire::empty!($times);)*
                cursor.children(SLOTS, &mut |cursor, slot| {
                    match slot.name.local {
                        $($local => {
                            let value = <$codec as $crate::wire::ReadValue<C, _>>::read(cursor)?;
                            $crate::wire::keep!($times $field value);
                        })*
                        _ => cursor.skip()?,
                    }
                    Ok(())
                })?;
                $($crate::wire::demand!($times $field);)*
                let value = Self { $($field),* };
                $($traps(&value, cursor);)?
                Ok(Some(value))
            }
        }

        impl<C: $crate::Content> $crate::wire::WriteElement<C> for $type {
            fn check(&self, check: &mut $crate::write::Check) {
                $(check.field::<C, $codec, _>(
                    &const { $crate::wire::slot!($times $(($most))? $space $local) },
                    $crate::wire::values!($times self.$field),
                );)*
            }

            fn write(&self, pen: &mut $crate::write::Pen<'_>) -> std::io::Result<()> {
                $(pen.field::<C, $codec, _>(
                    const { $crate::wire::Name::new($crate::wire::Space::$space, $local) },
                    $crate::wire::values!($times self.$field),
                )?;)*
                Ok(())
            }
        }
    };
}

/// A row of the table, as a `Slot`.
macro_rules! slot {
    ($times:ident $(($most:literal))? $space:ident $local:literal) => {
        $crate::wire::Slot {
            name: $crate::wire::Name::new($crate::wire::Space::$space, $local),
            times: $crate::wire::times!($times $($most)?),
        }
    };
}

macro_rules! times {
    (one) => {
        $crate::wire::Times::One
    };
    (optional) => {
        $crate::wire::Times::Optional
    };
    (due_in_1_1) => {
        $crate::wire::Times::DueIn1_1
    };
    (since_1_2) => {
        $crate::wire::Times::Since1_2
    };
    (many $most:literal) => {
        $crate::wire::Times::Many { least: 0, most: $most }
    };
    (any) => {
        $crate::wire::Times::Many { least: 0, most: u32::MAX }
    };
    (some) => {
        $crate::wire::Times::Many { least: 1, most: u32::MAX }
    };
}

/// A field before anything was read: a `Vec` where several may come, else an `Option`.
macro_rules! empty {
    (many) => {
        Vec::new()
    };
    (any) => {
        Vec::new()
    };
    (some) => {
        Vec::new()
    };
    ($times:ident) => {
        None
    };
}

macro_rules! keep {
    (many $field:ident $value:ident) => {
        $field.extend($value)
    };
    (any $field:ident $value:ident) => {
        $field.extend($value)
    };
    (some $field:ident $value:ident) => {
        $field.extend($value)
    };
    ($times:ident $field:ident $value:ident) => {
        $field = $value
    };
}

/// Without a required value there is no struct; the cursor has noted the fault.
macro_rules! demand {
    (one $field:ident) => {
        let Some($field) = $field else { return Ok(None) };
    };
    ($times:ident $field:ident) => {};
}

/// A field as a slice of values, however many it may hold.
macro_rules! values {
    (one $field:expr) => {
        std::slice::from_ref(&$field)
    };
    ($times:ident $field:expr) => {
        $field.as_slice()
    };
}

pub(crate) use {demand, empty, keep, sequence, slot, times, values};
