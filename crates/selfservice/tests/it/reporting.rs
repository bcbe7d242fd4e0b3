//! The pizzeria reports its VAT: Marco, who signs for it, and Sanne, once he has let her.

use access::Holder;
use access::mandates::{By, Party, State as Standing, of_owner, sign};
use http::StatusCode;
use selfservice::applications::has_sent;

use crate::applying::begin;
use crate::world::{Person, World, on_both};

on_both!(
    whoever_signs_alone_reports_with_their_own_mitid,
    an_employee_asks_is_let_and_reports,
    an_employee_without_leave_is_told_who_can_give_it,
    nothing_traded_is_reported_as_nothing,
    strangers_find_no_company,
);

fn firm(world: &World) -> String {
    format!("/virk/firma/{}", world.pizzeria)
}

async fn report(world: &World, who: &Person, sales: &str, purchases: &str) -> String {
    let at = begin(world, who, "/virk/moms", &world.pizzeria.to_string()).await;
    for (step, fields) in [
        ("periode", vec![("quarter", "2026-3")]),
        ("handel", vec![("traded", "yes")]),
        ("tal", vec![("sales", sales), ("purchases", purchases)]),
    ] {
        world.send(who, &format!("{at}/{step}"), &fields).await.went();
    }
    at
}

async fn whoever_signs_alone_reports_with_their_own_mitid(world: World) {
    let choice = world.get(&world.marco, "/virk").await.ok();
    choice.says(&["Marco Bellini", "Pizzeria Bellini", "Du kan skrive under alene", "eget MitID"]);
    let company = world.get(&world.marco, &firm(&world)).await.ok();
    company.says(&["MitID privat til erhverv", "Indberet", "Se og giv rettigheder", "om-portal-for"]);
    let at = report(&world, &world.marco, "25.000", "10.000,50 kr").await;
    let last = world.get(&world.marco, &format!("{at}/se")).await.ok();
    last.says(&["Firmaet skal betale", "14.999,50 kr.", "1. jul. 2026 til 30. sep. 2026", "om-portal-for"]);
    world.send(&world.marco, &at, &[("declared", "yes")]).await.went();
    let receipt = world.get(&world.marco, &at).await.ok();
    receipt.says(&["Kvittering nummer", "14.999,50 kr.", "Pizzeria Bellini", "Marco Bellini"]);
    let owner = Holder::Organisation(world.pizzeria);
    assert_eq!(world.post(owner).await[0].0, "Kvittering: Moms");
    assert!(world.post(world.marco.holder()).await.is_empty());
    world.get(&world.marco, &firm(&world)).await.ok().says(&["Det har du sendt", &at]);
    let tx = world.realm.read().await.unwrap();
    assert!(has_sent(&tx, "moms", owner, Some(world.marco.id)).await.unwrap());
}

async fn an_employee_without_leave_is_told_who_can_give_it(world: World) {
    let page = world.get(&world.sanne, "/virk/moms").await.ok();
    page.says(&["Her må du ikke endnu", &firm(&world)]);
    page.says_not(&["<button class=\"button button-primary"]);
    // Whoever sends the form anyhow is led there as well.
    let sent = world.send(&world.sanne, "/virk/moms", &[("whom", &world.pizzeria.to_string())]).await;
    assert_eq!(sent.went(), firm(&world));
    let company = world.get(&world.sanne, &firm(&world)).await.ok();
    company.says(&["Du har ikke fået lov til det endnu", "Marco Bellini", "Bed om lov"]);
    company.says_not(&["Se og giv rettigheder", "<li><bdi>Viggo Steen"]);
    assert!(world.applications(&world.sanne).await.is_empty());
    let nowhere = world.send(&world.sanne, "/virk/moms", &[]).await;
    nowhere.wrong().says(&["Vælg, hvem det gælder"]);
}

async fn an_employee_asks_is_let_and_reports(world: World) {
    let ask = format!("{}/bed", firm(&world));
    for _ in 0..2 {
        let went = world.send(&world.sanne, &ask, &[("form", "moms")]).await.went();
        world.get(&world.sanne, &went).await.ok().says(&["Nu har du bedt om lov", "venter på svar"]);
    }
    let owner = Holder::Organisation(world.pizzeria);
    let asked = of_owner(&world.realm.read().await.unwrap(), owner).await.unwrap();
    let [asked] = &asked[..] else { panic!("asked twice: {asked:?}") };
    assert_eq!(
        (asked.state, asked.terms.powers.as_slice()),
        (Standing::Requested, &["vat.act".to_owned()][..])
    );
    assert_eq!(asked.to, Party::Employee { person: world.sanne.id, organisation: world.pizzeria });

    // Marco says yes, as he does on the company's page of rights.
    let work = world.work_of(&world.marco).await;
    let (mut work, permit) = access::allow::<access::ManageMandates>(work, owner).await.unwrap();
    sign(&mut work, By::Giver(&permit), asked.id).await.unwrap();
    work.commit().await.unwrap();

    let at = report(&world, &world.sanne, "0", "1.000").await;
    world.get(&world.sanne, &format!("{at}/se")).await.ok().says(&["Firmaet får igen", "1.000,00 kr."]);
    world.send(&world.sanne, &at, &[("declared", "yes")]).await.went();
    // Marco sees what she has sent for the company; Viggo, who was not let, does not.
    world.get(&world.marco, &at).await.ok().says(&["Sanne Rask"]);
    assert_eq!(world.get(&world.viggo, &at).await.status, StatusCode::NOT_FOUND);
    world.get(&world.viggo, &firm(&world)).await.ok().says_not(&["Det har du sendt"]);
    let tx = world.realm.read().await.unwrap();
    assert!(has_sent(&tx, "moms", owner, Some(world.sanne.id)).await.unwrap());
    assert!(!has_sent(&tx, "moms", owner, Some(world.marco.id)).await.unwrap());
    drop(tx);

    // What was taken back is refused at the next click.
    let next = begin(&world, &world.sanne, "/virk/moms", &world.pizzeria.to_string()).await;
    world.takes_back(&world.marco, owner).await;
    assert_eq!(world.get(&world.sanne, &format!("{next}/periode")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(world.send(&world.sanne, &ask, &[("form", "moms")]).await.status, StatusCode::SEE_OTHER);
}

async fn nothing_traded_is_reported_as_nothing(world: World) {
    let at = begin(&world, &world.marco, "/virk/moms", &world.pizzeria.to_string()).await;
    world.send(&world.marco, &format!("{at}/periode"), &[("quarter", "2026-4")]).await.wrong();
    world.send(&world.marco, &format!("{at}/periode"), &[("quarter", "2026-2")]).await.went();
    let went = world.send(&world.marco, &format!("{at}/handel"), &[("traded", "no")]).await.went();
    assert_eq!(went, format!("{at}/se"));
    world.get(&world.marco, &went).await.ok().says(&["Moms i alt", "0,00 kr."]);
    world.send(&world.marco, &at, &[("declared", "yes")]).await.went();
    world.get(&world.marco, &at).await.ok().says(&["0,00 kr."]);
}

async fn strangers_find_no_company(world: World) {
    world.get(&world.asger, "/virk").await.ok().says_not(&["Pizzeria"]);
    for path in [firm(&world), "/virk/firma/x".to_owned()] {
        assert_eq!(world.get(&world.asger, &path).await.status, StatusCode::NOT_FOUND);
        let asked = world.send(&world.asger, &format!("{path}/bed"), &[("form", "moms")]).await;
        assert_eq!(asked.status, StatusCode::NOT_FOUND);
    }
    let begun = world.send(&world.asger, "/virk/moms", &[("whom", &world.pizzeria.to_string())]).await;
    assert_eq!(begun.went(), firm(&world));
    // A citizen's form is not at a company's address, nor the other way round.
    assert_eq!(world.get(&world.asger, "/virk/folkepension").await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&world.asger, "/selvbetjening/moms").await.status, StatusCode::NOT_FOUND);
}
