//! Headers of a tar archive: the little of the format that batches use.

use tar::{EntryType, Header};
use uuid::Uuid;

use crate::wire::hyphenated;

/// Everything in an archive stands in blocks of so many bytes.
pub(super) const BLOCK: usize = 512;
/// How long the additions to a header may be that pax archives bring.
pub(super) const LONGEST_ADDITION: u64 = 64 << 10;

/// What a header announces.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Announced {
    /// A regular file, by its name and size.
    File(Vec<u8>, u64),
    /// Additions to the header that follows, of so many bytes.
    Addition(u64),
    /// Additions to all headers, of so many bytes, in which nothing can stand that a batch needs.
    GlobalAddition(u64),
    /// Anything else.
    Other,
}

/// Reads a header. Nothing when it is none.
pub(super) fn announced(block: &[u8; BLOCK]) -> Option<Announced> {
    let header = Header::from_byte_slice(block);
    let mut again = header.clone();
    again.set_cksum();
    if header.cksum().ok()? != again.cksum().ok()? {
        return None;
    }
    let size = header.entry_size().ok()?;
    Some(match header.entry_type() {
        EntryType::Regular => Announced::File(header.path_bytes().into_owned(), size),
        EntryType::XHeader => Announced::Addition(size),
        EntryType::XGlobalHeader => Announced::GlobalAddition(size),
        _ => Announced::Other,
    })
}

/// What the additions to a header say: another name or another size for the file that follows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Additions {
    pub(super) path: Option<Vec<u8>>,
    pub(super) size: Option<u64>,
}

/// Reads additions: rows of `length name=value`, the length counting the whole row with its line break.
pub(super) fn additions(bytes: &[u8]) -> Option<Additions> {
    let mut found = Additions::default();
    let mut rest = bytes;
    while !rest.is_empty() {
        let blank = rest.iter().position(|byte| *byte == b' ')?;
        let length: usize = std::str::from_utf8(&rest[..blank]).ok()?.parse().ok()?;
        let row = rest.get(blank + 1..length)?.strip_suffix(b"\n")?;
        let equals = row.iter().position(|byte| *byte == b'=')?;
        let (name, value) = (&row[..equals], &row[equals + 1..]);
        match name {
            b"path" => found.path = Some(value.to_vec()),
            b"size" => found.size = Some(std::str::from_utf8(value).ok()?.parse().ok()?),
            // A sparse file is not what it looks like.
            name if name.starts_with(b"GNU.sparse.") => return None,
            _ => {}
        }
        rest = &rest[length..];
    }
    Some(found)
}

/// The message an entry is named after: `<uuid>.xml`, and nothing else, so that a name can never lead anywhere.
pub(super) fn message_of(name: &[u8]) -> Option<Uuid> {
    std::str::from_utf8(name).ok()?.strip_suffix(".xml").and_then(hyphenated)
}

/// The header of a message. `made` is in seconds since 1970.
pub(super) fn header_of(message: Uuid, size: u64, made: u64) -> Header {
    let mut header = Header::new_ustar();
    header.set_path(format!("{message}.xml")).expect("the name is short and has no folders");
    header.set_entry_type(EntryType::Regular);
    header.set_mode(0o644);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(made);
    header.set_size(size);
    header.set_cksum();
    header
}

/// How many bytes follow so many to fill the block.
pub(super) fn padding(size: u64) -> u64 {
    size.next_multiple_of(BLOCK as u64) - size
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn uuid() -> Uuid {
        "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a".parse().unwrap()
    }

    #[test]
    fn a_header_tells_name_and_size() {
        let header = header_of(uuid(), 1234, 0);
        let name = b"5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a.xml".to_vec();
        assert_eq!(announced(header.as_bytes()), Some(Announced::File(name.clone(), 1234)));
        assert_eq!(message_of(&name), Some(uuid()));
    }

    #[test]
    fn a_header_with_another_sum_is_none() {
        let mut header = header_of(uuid(), 1234, 0);
        header.as_mut_bytes()[0] ^= 1;
        assert_eq!(announced(header.as_bytes()), None);
        assert_eq!(announced(&[b'x'; BLOCK]), None);
    }

    #[test]
    fn a_name_that_leads_elsewhere_names_no_message() {
        let good = "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a";
        for name in [
            format!("../{good}.xml"),
            format!("/{good}.xml"),
            format!("a/{good}.xml"),
            format!("./{good}.xml"),
            format!("..\\{good}.xml"),
            format!("{good}.xml\0"),
            format!("{good}.xml/"),
            format!("{good}.XML"),
            good.replace('-', "") + ".xml",
            "brev.xml".to_owned(),
            String::new(),
        ] {
            assert_eq!(message_of(name.as_bytes()), None, "{name}");
        }
        assert_eq!(message_of(&[0xff, 0xfe]), None);
    }

    #[test]
    fn additions_are_read_by_their_length() {
        let found = additions(b"19 path=a=b\nc.xml\n\n12 size=1234\n");
        assert_eq!(found, None);
        let found = additions(b"18 path=a=b\nc.xml\n13 size=1234\n9 mtime=1").unwrap_or_default();
        assert_eq!(found, Additions::default());
        let found = additions(b"18 path=a=b\nc.xml\n13 size=1234\n11 mtime=1\n").unwrap();
        assert_eq!(found, Additions { path: Some(b"a=b\nc.xml".to_vec()), size: Some(1234) });
        for broken in
            [&b"18"[..], b"0 \n", b"1 a=b\n", b"99999999999999999999 a=b\n", b"7 size=\n", b"-6 a=b\n"]
        {
            assert_eq!(additions(broken), None, "{broken:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..700)) {
            additions(&bytes);
            message_of(&bytes);
            if let Some(block) = bytes.first_chunk::<BLOCK>() {
                announced(block);
            }
        }
    }
}
