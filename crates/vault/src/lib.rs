//! Keys, and what is done with them: sealing what must not be read at rest, and keyed hashes to find it again.
