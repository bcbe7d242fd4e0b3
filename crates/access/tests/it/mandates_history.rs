//! A long history costs a decision nothing, and what is one's own asks nothing of the database.

use access::mandates::{self, Party, Thing};
use access::{Decision, Holder, Place as _, Question, Refusal, consider, now_in};

use crate::town::{Deed, Hand, Town, of_case, on_both, opening};
use crate::world::{World, without_tables};

on_both!(a_decision_reads_no_more_with_a_longer_history);

async fn a_decision_reads_no_more_with_a_longer_history(town: Town) {
    let aase = Holder::Person(town.aase);
    let reads = async || {
        let tx = town.realm.read().await.unwrap();
        let moment = now_in(&town.realm);
        let question = Question { action: "mail.read", target: aase.target(), thing: None, moment };
        let (decision, looked_at) = consider(&tx, town.bo, question).await.unwrap();
        (decision, looked_at.len())
    };
    for n in 0..60 {
        let terms = of_case(&["post.read"], &format!("26/{n}"));
        let id = town.gives(town.aase, Party::Person(town.bo), terms).await;
        town.does(Hand::Giver(town.aase, aase), Deed::Withdraw(id)).await.unwrap();
    }
    assert_eq!(reads().await, (Decision::Refused(Refusal::TakenBack), 8), "the latest few explain the no");
    let given = town.gives(town.aase, Party::Person(town.bo), opening(&["post.read"])).await;
    let (decision, looked_at) = reads().await;
    let Decision::Allowed(ground) = decision else { panic!("Bo may: {decision:?}") };
    assert_eq!((ground.reach().mandate_for(&Thing::default()), looked_at), (Some(given), 9));
    let tx = town.realm.read().await.unwrap();
    let listed = mandates::of_owner(&tx, aase).await.unwrap();
    assert_eq!(listed.len(), 51);
    assert!(listed.iter().any(|one| one.id == given));
    assert_eq!(mandates::held_by(&tx, Holder::Person(town.bo)).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_everybody_may_do_with_their_own_is_decided_without_a_look_at_the_database() {
    let (realm, _folder) = without_tables().await;
    let bo = World::where_bo_is(&[]).await.bo;
    let tx = realm.read().await.unwrap();
    let asked = async |target| {
        let question = Question { action: "mail.read", target, thing: None, moment: now_in(&realm) };
        consider(&tx, bo, question).await
    };
    assert!(matches!(asked(Holder::Person(bo).target()).await, Ok((Decision::Allowed(_), _))));
    let other = basics::Id::from_uuid(uuid::Uuid::nil());
    assert!(asked(Holder::Person(other).target()).await.is_err(), "this database answers nothing");
}
