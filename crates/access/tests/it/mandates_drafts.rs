//! What was never sent is nobody's but its author's.

use access::Holder;
use access::mandates::Party;

use crate::town::{Deed, Hand, Town, on_both, opening};

on_both!(a_draft_that_was_not_sent_concerns_nobody);

async fn a_draft_that_was_not_sent_concerns_nobody(town: Town) {
    let aase = Holder::Person(town.aase);
    let bo = Hand::Holder(town.bo);
    let begin = || Deed::Begin(aase, Party::Person(town.bo), None, opening(&["post.read"]));
    let concerned = async |id| {
        let log = town.log(id).await;
        let told = log.into_iter().map(|record| (record.action, record.concerns.is_some()));
        told.collect::<Vec<_>>()
    };
    let told = |all: &[(&str, bool)]| {
        all.iter().map(|(action, concerns)| ((*action).to_owned(), *concerns)).collect::<Vec<_>>()
    };
    let thrown_away = town.does(bo, begin()).await.unwrap().id;
    town.does(bo, Deed::Reword(thrown_away, opening(&["tax.see"]))).await.unwrap();
    town.does(bo, Deed::Withdraw(thrown_away)).await.unwrap();
    let silent = [("mandate.begin", false), ("mandate.reword", false), ("mandate.withdraw", false)];
    assert_eq!(concerned(thrown_away).await, told(&silent));
    // What was sent is hers to know of, and what became of it.
    let sent = town.does(bo, begin()).await.unwrap().id;
    town.does(bo, Deed::Ask(sent)).await.unwrap();
    town.does(bo, Deed::Withdraw(sent)).await.unwrap();
    let heard = [("mandate.begin", false), ("mandate.ask", true), ("mandate.withdraw", true)];
    assert_eq!(concerned(sent).await, told(&heard));
    // What an office begins for her is too, from the beginning.
    let office = town.does(Hand::Counter(town.tove), begin()).await.unwrap().id;
    town.does(Hand::Counter(town.tove), Deed::Withdraw(office)).await.unwrap();
    assert_eq!(concerned(office).await, told(&[("mandate.begin", true), ("mandate.withdraw", true)]));
}
