//! Parquet, column by column, a few thousand values at a time.

use std::fs::File;
use std::path::Path;

use parquet::basic::{ConvertedType, LogicalType, Type};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::schema::types::ColumnDescriptor;

use super::gather::{Gathering, Value};
use super::{Reading, Table};
use crate::{Error, Reason};

const BATCH: usize = 1 << 13;

fn open(path: &Path) -> Result<SerializedFileReader<File>, Error> {
    let file = File::open(path).map_err(|why| Error::file(path, why))?;
    SerializedFileReader::new(file).map_err(|why| Error::damaged(path, why))
}

fn names_of(file: &SerializedFileReader<File>) -> Vec<String> {
    let schema = file.metadata().file_metadata().schema_descr();
    schema.columns().iter().map(|column| column.path().string()).collect()
}

pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    Ok(names_of(&open(path)?))
}

pub(super) fn read(reading: &Reading<'_>, path: &Path) -> Result<Table, Error> {
    let file = open(path)?;
    let chosen = reading.chosen(path, &names_of(&file))?;
    let rows = u64::try_from(file.metadata().file_metadata().num_rows()).unwrap_or(0);
    reading.fits(path, rows, chosen.len())?;
    let mut gathering = Gathering::new(reading, path, &chosen);
    let schema = file.metadata().file_metadata().schema_descr();
    for (place, (at, name)) in chosen.iter().enumerate() {
        let described = schema.column(*at);
        if described.max_rep_level() > 0 || described.path().parts().len() > 1 {
            return Err(Error::format(path, Reason::of("insight-file-nested").with("field", name)));
        }
        let mut row = 0;
        for group in 0..file.num_row_groups() {
            let reader = file.get_row_group(group).and_then(|group| group.get_column_reader(*at));
            let reader = reader.map_err(|why| Error::damaged(path, why))?;
            column(reader, &described, &mut |value| {
                row += 1;
                gathering.put(place, row, value);
            })
            .map_err(|why| Error::damaged(path, format!("{name}: {why}")))?;
        }
    }
    gathering.told(Table::default())
}

/// Hands over each value of a column of a group of rows.
fn column(
    reader: ColumnReader,
    described: &ColumnDescriptor,
    put: &mut dyn FnMut(Value<'_>),
) -> Result<(), ParquetError> {
    let least = described.max_def_level();
    let scale = if described.type_scale() > 0 && is_decimal(described) {
        10_f64.powi(described.type_scale())
    } else {
        1.0
    };
    let unsigned = matches!(
        described.converted_type(),
        ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64
    );
    match reader {
        ColumnReader::BoolColumnReader(reader) => {
            each(reader, least, put, |value, put| put(Value::Number(f64::from(u8::from(*value)))))
        }
        ColumnReader::Int32ColumnReader(reader) => each(reader, least, put, |value, put| {
            let number = if unsigned { f64::from(value.cast_unsigned()) } else { f64::from(*value) };
            put(Value::Number(number / scale));
        }),
        ColumnReader::Int64ColumnReader(reader) => each(reader, least, put, |value, put| {
            let number = if unsigned { value.cast_unsigned() as f64 } else { *value as f64 };
            put(Value::Number(number / scale));
        }),
        ColumnReader::FloatColumnReader(reader) => {
            each(reader, least, put, |value, put| put(Value::Number(f64::from(*value))))
        }
        ColumnReader::DoubleColumnReader(reader) => {
            each(reader, least, put, |value, put| put(Value::Number(*value)))
        }
        ColumnReader::ByteArrayColumnReader(reader) if !is_decimal(described) => {
            each(reader, least, put, |value, put| {
                put(Value::Text(String::from_utf8_lossy(value.data()).trim()));
            })
        }
        _ => Err(ParquetError::General(format!(
            "values of the type {} are not read",
            kind(described.physical_type())
        ))),
    }
}

fn is_decimal(described: &ColumnDescriptor) -> bool {
    described.converted_type() == ConvertedType::DECIMAL
        || matches!(described.logical_type_ref(), Some(LogicalType::Decimal { .. }))
}

fn kind(kind: Type) -> String {
    format!("{kind:?}")
}

fn each<T: DataType>(
    mut reader: ColumnReaderImpl<T>,
    least: i16,
    put: &mut dyn FnMut(Value<'_>),
    one: impl Fn(&T::T, &mut dyn FnMut(Value<'_>)),
) -> Result<(), ParquetError> {
    let (mut levels, mut values) = (Vec::with_capacity(BATCH), Vec::with_capacity(BATCH));
    loop {
        levels.clear();
        values.clear();
        let (records, ..) = reader.read_records(BATCH, Some(&mut levels), None, &mut values)?;
        if records == 0 {
            return Ok(());
        }
        let mut next = values.iter();
        for at in 0..records {
            let there = least == 0 || levels.get(at).is_some_and(|&level| level == least);
            match if there { next.next() } else { None } {
                Some(value) => one(value, put),
                None => put(Value::Missing),
            }
        }
    }
}
