//! What people are told of mandates: whom, in which language, on which channel, and that nothing sensitive stands in it.

use access::mandates::{By, Event, TELL, Told};
use access::{Holder, ManageMandates, ReadMail};
use basics::Language;
use jobs::Order;
use notices::{Channel, Message, PostalAddress};

use crate::world::{Person, World, on_both};

on_both!(
    both_are_told_and_the_giver_has_a_receipt,
    everybody_hears_it_in_their_own_language_and_on_paper_where_exempt,
    nothing_sensitive_stands_in_a_message,
    a_no_is_told_to_whoever_asked,
    whoever_takes_back_is_not_told_so,
    the_living_one_is_told_of_a_death,
    an_end_is_told_of_in_time,
    the_first_use_and_a_refused_attempt_are_told_to_the_owner_alone,
    a_company_is_told_through_those_who_decide,
);

async fn messages(world: &World, who: &Person) -> Vec<Message> {
    let tx = world.realm.read().await.unwrap();
    notices::messages_of(&tx, who.id, 0, 100).await.unwrap()
}

async fn both_are_told_and_the_giver_has_a_receipt(world: World) {
    world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await;
    world.night().await;
    assert_eq!(world.told(&world.aase).await, ["mandate.given"]);
    assert_eq!(world.told(&world.bo).await, ["mandate.received"]);
    let receipt = messages(&world, &world.aase).await.remove(0);
    assert!(receipt.paragraphs.concat().contains("tages tilbage"), "{:?}", receipt.paragraphs);
    assert_eq!(receipt.link.unwrap().path, "/fuldmagt");
    let news = messages(&world, &world.bo).await.remove(0);
    assert!(news.paragraphs[0].contains("Aase Holm"), "{:?}", news.paragraphs);
    assert_eq!(news.link.unwrap().path, "/jeg-hjaelper");
}

async fn everybody_hears_it_in_their_own_language_and_on_paper_where_exempt(world: World) {
    let mut work = world.work().await;
    notices::choose_language(&mut work, world.bo.id, Language::Tr).await.unwrap();
    notices::choose_channel(&mut work, world.bo.id, Channel::Page).await.unwrap();
    let address = PostalAddress {
        street: "Eksempelgade 1".to_owned(),
        extra: String::new(),
        postcode: "7100".to_owned(),
        town: "Vejle".to_owned(),
    };
    notices::set_address(&mut work, world.aase.id, Some(address)).await.unwrap();
    notices::set_exempt(&mut work, world.aase.id, true).await.unwrap();
    work.commit().await.unwrap();
    world.gives(&world.aase, world.bo.party(), world.terms(&["tax.see"])).await;
    world.night().await;
    let receipt = messages(&world, &world.aase).await.remove(0);
    assert_eq!((receipt.channel, receipt.language), (Channel::Letter, Language::Da));
    let news = messages(&world, &world.bo).await.remove(0);
    assert_eq!((news.channel, news.language), (Channel::Page, Language::Tr));
    assert_eq!(news.subject, "Yeni bir vekalet");
}

async fn nothing_sensitive_stands_in_a_message(world: World) {
    let powers = ["post.read", "pension.act", "tax.act", "health.act"];
    let given = world.gives(&world.aase, world.bo.party(), world.terms(&powers)).await;
    world.asks(&world.conny, &world.aase, world.terms(&["health.see"])).await;
    for event in [Event::UsedFirst, Event::RefusedAttempt, Event::EndsSoon { days: 7 }, Event::Expired] {
        let mut work = world.work().await;
        let told = Told { mandate: given.id, event, by: None };
        jobs::order(&mut work, Order::new(TELL, &told)).await.unwrap();
        work.commit().await.unwrap();
    }
    world.night().await;
    let mut said = messages(&world, &world.aase).await;
    said.extend(messages(&world, &world.bo).await);
    assert_eq!(said.len(), 9);
    for message in said {
        let all =
            format!("{} {} {}", message.subject, message.paragraphs.join(" "), message.short).to_lowercase();
        for word in
            ["pension", "skat", "sundhed", "læse post", world.aase.cpr, world.bo.cpr, "010140", "020270"]
        {
            assert!(!all.contains(word), "{word} in {all}");
        }
        assert!(!message.short.contains("Holm"), "{}", message.short);
    }
}

async fn a_no_is_told_to_whoever_asked(world: World) {
    let asked = world.asks(&world.conny, &world.aase, world.terms(&["post.read"])).await;
    world.night().await;
    assert_eq!(world.told(&world.aase).await, ["mandate.asked"]);
    assert_eq!(world.told(&world.conny).await, [""; 0]);
    let work = world.work_of(&world.aase).await;
    let (mut work, permit) = access::allow::<ManageMandates>(work, world.aase.holder()).await.unwrap();
    access::mandates::reject(&mut work, By::Giver(&permit), asked.id).await.unwrap();
    work.commit().await.unwrap();
    world.night().await;
    assert_eq!(world.told(&world.aase).await, ["mandate.asked"]);
    let told = messages(&world, &world.conny).await.remove(0);
    assert_eq!(told.kind, "mandate.rejected");
    assert!(told.paragraphs[0].contains("Aase Holm har sagt nej"), "{:?}", told.paragraphs);
}

async fn whoever_takes_back_is_not_told_so(world: World) {
    let given = world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await;
    let other = world.gives(&world.aase, world.conny.party(), world.terms(&["post.read"])).await;
    world.night().await;
    world.minutes_later(1);
    let work = world.work_of(&world.aase).await;
    let (mut work, permit) = access::allow::<ManageMandates>(work, world.aase.holder()).await.unwrap();
    access::mandates::withdraw(&mut work, By::Giver(&permit), given.id).await.unwrap();
    work.commit().await.unwrap();
    let mut work = world.work_of(&world.conny).await;
    access::mandates::withdraw(&mut work, By::Holder(world.conny.id), other.id).await.unwrap();
    work.commit().await.unwrap();
    world.night().await;
    assert_eq!(world.told(&world.bo).await, ["mandate.received", "mandate.taken_back"]);
    assert_eq!(world.told(&world.conny).await, ["mandate.received"]);
    let told = world.told(&world.aase).await;
    assert_eq!(told.iter().filter(|kind| *kind == "mandate.laid_down").count(), 1, "{told:?}");
    assert!(!told.contains(&"mandate.taken_back".to_owned()), "{told:?}");
}

async fn the_living_one_is_told_of_a_death(world: World) {
    world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await;
    world.night().await;
    world.minutes_later(1);
    let mut work = world.work().await;
    let today = work.today();
    access::mandates::end_by_death(&mut work, world.aase.id, today).await.unwrap();
    work.commit().await.unwrap();
    world.night().await;
    assert_eq!(world.told(&world.aase).await, ["mandate.given"]);
    assert_eq!(world.told(&world.bo).await, ["mandate.received", "mandate.ended_by_death"]);
}

async fn an_end_is_told_of_in_time(world: World) {
    world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await;
    let asked = world.asks(&world.conny, &world.aase, world.terms(&["tax.see"])).await;
    world.night().await;
    // Past the days of a request; thirty days before the end; seven; and past it.
    for days in [31, 304, 23, 8] {
        world.days_later(days);
        world.night().await;
    }
    let expected = ["mandate.received", "mandate.ends_soon", "mandate.ends_soon", "mandate.over"];
    assert_eq!(world.told(&world.bo).await, expected);
    let warned: Vec<String> =
        messages(&world, &world.bo).await.into_iter().map(|told| told.paragraphs.concat()).collect();
    assert!(warned[2].contains("30 dage") && warned[1].contains("7 dage"), "{warned:?}");
    assert_eq!(world.told(&world.conny).await, ["mandate.not_answered"]);
    assert_eq!(world.mandate(asked.id).await.state, access::mandates::State::Expired);
}

async fn the_first_use_and_a_refused_attempt_are_told_to_the_owner_alone(world: World) {
    world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await;
    for _ in 0..2 {
        let work = world.work_of(&world.bo).await;
        let (work, _) = access::allow::<ReadMail>(work, world.aase.holder()).await.unwrap();
        work.commit().await.unwrap();
        let work = world.work_of(&world.bo).await;
        assert!(access::allow::<access::DeleteMail>(work, world.aase.holder()).await.is_err());
    }
    world.night().await;
    let told = world.told(&world.aase).await;
    let times = |kind: &str| told.iter().filter(|told| *told == kind).count();
    assert_eq!((times("mandate.used_first"), times("mandate.refused_attempt")), (1, 1), "{told:?}");
    assert_eq!(world.told(&world.bo).await, ["mandate.received"]);
}

async fn a_company_is_told_through_those_who_decide(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    let to = access::mandates::Party::Organisation(world.accountant);
    world.gives_of(&world.mette, bakery, to, world.terms(&["vat.act"])).await;
    world.night().await;
    assert_eq!(world.told(&world.rita).await, ["mandate.received"]);
    for nobody in [&world.mette, &world.nora, &world.sami] {
        assert_eq!(world.told(nobody).await, [""; 0], "{}", nobody.name);
    }
    let told = messages(&world, &world.rita).await.remove(0);
    assert_eq!(told.link.unwrap().path, format!("/virksomhed/{}/modtaget", world.accountant));
}
