use page::Routes;
pub(crate) fn routes() -> Routes { Routes::new() }
