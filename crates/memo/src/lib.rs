//! MeMo, the message format of Danish Digital Post: read and written whole.
