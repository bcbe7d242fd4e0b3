//! Mandates that travel with a login, from one installation to another.

use access::mandates::{
    Basis, By, Limits, Party, Privileges, State, Terms, begin, held_by, of_owner, privileges_of, sign,
};
use access::{Holder, ManageMandates, ReadMail, SeeService, WriteMail, allow, allow_to_see};
use basics::{Cpr, Id};
use jiff::SignedDuration;
use people::{Baggage as _, NewPerson};
use realm::{Actor, PersonTag, Via};

use crate::world::World;

const AASE: &str = "0101400002";

/// Makes Aase, known by her number.
async fn aase(world: &World) -> Id<PersonTag> {
    let mut work = world.realm.work(Actor::program("test", Via::Program)).await.unwrap();
    let new = NewPerson { name: "Aase Holm".to_owned(), birth_date: None };
    let aase = people::create_person(&mut work, new).await.unwrap().id;
    people::cpr::keep(&mut work, aase, &AASE.parse::<Cpr>().unwrap()).await.unwrap();
    work.commit().await.unwrap();
    aase
}

#[tokio::test]
async fn what_aase_gave_bo_elsewhere_counts_here_until_he_signs_out() {
    let there = World::where_bo_is(&[]).await;
    let owner = aase(&there).await;
    let actor = Actor { person: Some(owner), label: "Aase Holm".to_owned(), ..there.actor() };
    let work = there.realm.work(actor).await.unwrap();
    let (mut work, permit) = allow::<ManageMandates>(work, Holder::Person(owner)).await.unwrap();
    let terms = Terms {
        powers: vec!["post.read".to_owned(), "tax.see".to_owned()],
        starts_on: work.today(),
        ends_on: None,
        with_past_mail: true,
        limits: Limits::default(),
    };
    let by = By::Giver(&permit);
    let given =
        begin(&mut work, by, Holder::Person(owner), Party::Person(there.bo), None, terms).await.unwrap();
    sign(&mut work, by, given.id).await.unwrap();
    work.commit().await.unwrap();
    let mut work = there.work().await;
    let list = privileges_of(&mut work, there.bo).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(list.groups.len(), 1);

    let here = World::where_bo_is(&[]).await;
    let owner = Holder::Person(aase(&here).await);
    let tx = here.realm.read().await.unwrap();
    assert!(allow_to_see::<ReadMail>(&here.realm, &here.actor(), &tx, owner).await.is_err());
    drop(tx);
    let mut work = here.work().await;
    let until = work.now() + SignedDuration::from_hours(1);
    Privileges.take_in(&mut work, here.bo, Some(&list.to_base64()), until).await.unwrap();
    work.commit().await.unwrap();
    let tx = here.realm.read().await.unwrap();
    assert!(allow_to_see::<ReadMail>(&here.realm, &here.actor(), &tx, owner).await.is_ok());
    assert!(allow_to_see::<SeeService>(&here.realm, &here.actor(), &tx, owner).await.is_ok());
    assert!(allow_to_see::<WriteMail>(&here.realm, &here.actor(), &tx, owner).await.is_err());
    drop(tx);

    let mut work = here.work().await;
    let now = work.now();
    Privileges.take_in(&mut work, here.bo, None, now).await.unwrap();
    work.commit().await.unwrap();
    let tx = here.realm.read().await.unwrap();
    assert!(allow_to_see::<ReadMail>(&here.realm, &here.actor(), &tx, owner).await.is_err());
    let brought = of_owner(&tx, owner).await.unwrap();
    assert_eq!(
        brought.iter().map(|one| (one.basis, one.state)).collect::<Vec<_>>(),
        [(Basis::Login, State::Expired)]
    );
}

#[tokio::test]
async fn a_list_that_does_not_read_or_is_narrowed_opens_nothing_and_keeps_nobody_out() {
    let world = World::where_bo_is(&[]).await;
    aase(&world).await;
    let narrowed = "<bpp:PrivilegeList xmlns:bpp=\"http://digst.dk/oiosaml/basic_privilege_profile\">\
         <PrivilegeGroup Scope=\"urn:dk:gov:saml:cprNumberIdentifier:0101400002\">\
         <Privilege>urn:dk:omtanke:power:post.read</Privilege>\
         <Constraint Name=\"urn:dk:kombit:KLE\">25.*</Constraint></PrivilegeGroup></bpp:PrivilegeList>";
    let narrowed = oiobpp::PrivilegeList::read_xml(narrowed.as_bytes()).unwrap().to_base64();
    for list in ["not base64!", "bm8geG1s", narrowed.as_str()] {
        let mut work = world.work().await;
        let until = work.now() + SignedDuration::from_hours(1);
        Privileges.take_in(&mut work, world.bo, Some(list), until).await.unwrap();
        work.commit().await.unwrap();
    }
    let tx = world.realm.read().await.unwrap();
    assert!(held_by(&tx, Holder::Person(world.bo)).await.unwrap().is_empty());
}
