//! A citizen gives a mandate, and takes it back.

use crate::world::{World, on_both};

on_both!(a_mandate_is_given_and_asked_for);

async fn a_mandate_is_given_and_asked_for(w: World) {
    let given = w.gives(&w.aase, w.bo.party(), w.terms(&["post.read"])).await;
    let asked = w.asks(&w.bo, &w.aase, w.terms(&["tax.see"])).await;
    w.letter_comes(&w.aase, "Din tid").await;
    let all = w.mandates_of(w.aase.holder()).await;
    assert!(all.len() == 2 && all.contains(&given) && all.contains(&asked));
}
