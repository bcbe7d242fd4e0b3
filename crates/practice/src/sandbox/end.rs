//! The end of a sandbox.

use std::sync::atomic::Ordering;

use super::register::off_thread;
use super::{Key, NotOpened, Sandboxes};

impl Sandboxes {
    /// Takes a sandbox away with all that is in it. Says whether there was one.
    ///
    /// # Errors
    /// When the disk refuses; it is gone for everybody all the same.
    pub async fn end(&self, key: &Key) -> Result<bool, NotOpened> {
        let Some(slot) = self.shelves_mut().remove(key) else { return Ok(false) };
        let mut state = slot.state.lock().await;
        state.gone = true;
        state.second = None;
        let open = state.open.take();
        drop(state);
        if let Some(realm) = open {
            self.open.fetch_sub(1, Ordering::Relaxed);
            drop(realm);
        }
        let (folder, key) = (self.folder.clone(), key.clone());
        off_thread(move || folder.remove(&key)).await?;
        Ok(true)
    }
}
