//! One class while it runs.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::broadcast;

use crate::news::{BACKLOG, News};
use crate::record::Record;
use crate::secrets::ClassId;

/// A class in memory.
#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) id: ClassId,
    record: Mutex<Record>,
    news: broadcast::Sender<News>,
    /// Something has changed since the file was written.
    is_changed: AtomicBool,
    /// Whoever writes the file.
    pub(crate) writing: tokio::sync::Mutex<()>,
    /// Whoever comes in: one after the other, so that a form sent twice is one learner.
    pub(crate) door: tokio::sync::Mutex<()>,
}

impl Class {
    pub(crate) fn new(record: Record) -> Self {
        Self {
            id: record.id.clone(),
            record: Mutex::new(record),
            news: broadcast::Sender::new(BACKLOG),
            is_changed: AtomicBool::new(false),
            writing: tokio::sync::Mutex::default(),
            door: tokio::sync::Mutex::default(),
        }
    }

    /// What is known of it just now. Not to be held while anything is waited for.
    pub(crate) fn read(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes it, and tells whoever looks.
    pub(crate) fn change<T>(&self, news: News, change: impl FnOnce(&mut Record) -> T) -> T {
        let done = change(&mut self.read());
        self.is_changed.store(true, Ordering::Relaxed);
        // Where nobody looks, nobody is told.
        let _ = self.news.send(news);
        done
    }

    /// Hears the news from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<News> {
        self.news.subscribe()
    }

    /// Whether the file is behind; says so once.
    pub(crate) fn take_changed(&self) -> bool {
        self.is_changed.swap(false, Ordering::Relaxed)
    }

    /// The file is behind after all.
    pub(crate) fn set_changed(&self) {
        self.is_changed.store(true, Ordering::Relaxed);
    }
}
