//! Backup files: made while serving, verified, sealed for a key, and restored to identical data.
