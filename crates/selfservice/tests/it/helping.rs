//! Ida fills in for her father, as far as he has let her.

use access::mandates::Party;
use http::StatusCode;
use selfservice::applications::has_sent;

use crate::applying::begin;
use crate::world::{World, on_both};

on_both!(
    a_daughter_applies_for_her_father,
    leave_for_one_thing_is_no_leave_for_another,
    leave_that_was_taken_back_closes_the_draft,
);

const FORM: &str = "/selvbetjening/boligstoette";

async fn a_daughter_applies_for_her_father(world: World) {
    let to = Party::Person(world.ida.id);
    world.gives(&world.asger, world.asger.holder(), to, "housing_benefit.act").await;
    let whom = world.asger.id.to_string();
    world.get(&world.ida, FORM).await.ok().says(&["Asger Lind", "Mig selv: Ida Lind", &whom]);
    let at = begin(&world, &world.ida, FORM, &whom).await;
    let who = world.get(&world.ida, &format!("{at}/hvem")).await.ok();
    // The head of the page says for whom she acts.
    who.says(&["om-portal-for", "<bdi>Asger Lind</bdi>", "780453-••••"]);
    // Her draft is hers: he does not see it.
    assert_eq!(world.get(&world.asger, &at).await.status, StatusCode::NOT_FOUND);
    for (step, fields) in [
        (
            "bolig",
            vec![("street", "Opdigtet Vej 2"), ("town", "7100 Vejle"), ("home", "room"), ("rooms", "1")],
        ),
        ("husleje", vec![("rent", "3.000"), ("heating", "yes")]),
        ("husstand", vec![("household", "alone")]),
        ("indkomst", vec![("income", "90.000")]),
        ("samtykke", vec![("consent", "yes")]),
    ] {
        world.send(&world.ida, &format!("{at}/{step}"), &fields).await.went();
    }
    world.send(&world.ida, &at, &[("declared", "yes")]).await.went();
    // Both see what was sent, and who signed it; the letter is his.
    world.get(&world.ida, &at).await.ok().says(&["Ida Lind", "om-portal-for"]);
    world.get(&world.asger, &at).await.ok().says(&["Ida Lind", "Se brevet i posten"]);
    world.get(&world.asger, "/selvbetjening").await.ok().says(&["Boligstøtte"]);
    assert_eq!(world.post(world.asger.holder()).await.len(), 1);
    let sent = world.audit().await.into_iter().find(|record| record.action == "application.send").unwrap();
    assert_eq!((sent.actor, sent.on_behalf_of), (Some(world.ida.id), Some(world.asger.id)));
    assert_eq!(sent.concerns, Some(world.asger.id));
    let tx = world.realm.read().await.unwrap();
    assert!(has_sent(&tx, "boligstoette", world.asger.holder(), Some(world.ida.id)).await.unwrap());
    assert!(!has_sent(&tx, "boligstoette", world.asger.holder(), Some(world.asger.id)).await.unwrap());
}

async fn leave_for_one_thing_is_no_leave_for_another(world: World) {
    let to = Party::Person(world.ida.id);
    world.gives(&world.asger, world.asger.holder(), to, "housing_benefit.act").await;
    let whom = world.asger.id.to_string();
    world.get(&world.ida, "/selvbetjening/folkepension").await.ok().says_not(&["Asger Lind"]);
    let refused = world.send(&world.ida, "/selvbetjening/folkepension", &[("whom", &whom)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    refused.says(&["Du har ikke lov"]);
    let theirs = world.send(&world.ida, "/selvbetjening/folkepension", &[("whom", "nobody")]).await;
    theirs.wrong().says(&["Vælg, hvem det gælder"]);
    // To see is not to act.
    let to = Party::Person(world.ida.id);
    world.gives(&world.asger, world.asger.holder(), to, "pension.see").await;
    let refused = world.send(&world.ida, "/selvbetjening/folkepension", &[("whom", &whom)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

async fn leave_that_was_taken_back_closes_the_draft(world: World) {
    let to = Party::Person(world.ida.id);
    world.gives(&world.asger, world.asger.holder(), to, "housing_benefit.act").await;
    let at = begin(&world, &world.ida, FORM, &world.asger.id.to_string()).await;
    world.takes_back(&world.asger, world.asger.holder()).await;
    for path in ["", "/hvem", "/se"] {
        let closed = world.get(&world.ida, &format!("{at}{path}")).await;
        assert_eq!(closed.status, StatusCode::FORBIDDEN, "{path}");
        closed.says(&["Du har ikke lov"]);
        closed.says_not(&["780453"]);
    }
    let saved = world.send(&world.ida, &format!("{at}/indkomst"), &[("income", "1")]).await;
    assert_eq!(saved.status, StatusCode::FORBIDDEN);
    assert_eq!(world.send(&world.ida, &at, &[("declared", "yes")]).await.status, StatusCode::FORBIDDEN);
}
