//! What a domain keeps in memory for a realm: one value per type, made when first asked for.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

/// A shelf of values, one per type. What stands here is a copy that can be made again from the database:
/// nothing that another node needs.
#[derive(Default)]
pub struct Keep(RwLock<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Keep {
    /// The value of type `T`, made empty when it is not there yet.
    #[must_use]
    pub fn get<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let key = TypeId::of::<T>();
        let found = self.0.read().expect("nobody panics while holding the shelf").get(&key).cloned();
        let value = found.unwrap_or_else(|| {
            let mut shelf = self.0.write().expect("nobody panics while holding the shelf");
            shelf.entry(key).or_insert_with(|| Arc::new(T::default())).clone()
        });
        value.downcast().expect("the shelf is keyed by type")
    }

    /// From now on the value of type `T` is the one that stands on the other shelf too.
    pub fn share<T: Default + Send + Sync + 'static>(&self, with: &Keep) {
        let value: Arc<dyn Any + Send + Sync> = with.get::<T>();
        self.0.write().expect("nobody panics while holding the shelf").insert(TypeId::of::<T>(), value);
    }
}

impl std::fmt::Debug for Keep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keep")
    }
}
