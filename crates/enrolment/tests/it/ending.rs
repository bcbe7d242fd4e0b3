//! Exemptions by the rule that held until June 2023: they have an end, of which their holders are warned.

use access::{Exempt, Holder};
use enrolment::{AskedBy, Covers, Request, exempt};
use jiff::Timestamp;
use jiff::civil::date;
use mailbox::Way;

use crate::world::World;

/// A Wednesday under the old rule.
fn in_2022() -> Timestamp {
    "2022-05-04T09:30:00Z".parse().unwrap()
}

/// The last day under it.
fn in_may_2023() -> Timestamp {
    "2023-05-31T09:30:00Z".parse().unwrap()
}

macro_rules! on_both_at {
    ($moment:ident: $($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn on_sqlite() {
                super::$story(crate::world::World::sqlite_at(super::$moment()).await).await;
            }
            #[tokio::test]
            async fn on_postgres() {
                super::$story(crate::world::World::postgres_at(super::$moment()).await).await;
            }
        }
    )*};
}

on_both_at!(in_2022: an_old_exemption_is_warned_of_once_and_ends, whoever_enrols_before_the_end_is_not_warned,
    an_old_exemption_from_self_service_is_told_of_digitally);
on_both_at!(in_may_2023: the_rule_of_the_day_on_which_it_was_given_holds);

async fn an_old_exemption_is_warned_of_once_and_ends(world: World) {
    let aase = Holder::Person(world.aase.id);
    world.has_address(world.aase.id, "Eksempelgade 1").await;
    let (given, _) = world.is_made_exempt(&world.aase, false).await;
    assert_eq!((given.valid_until, given.warn_on), (Some(date(2024, 11, 1)), Some(date(2024, 9, 2))));
    let warned = async || {
        let done = world.done_about(&world.aase).await;
        done.iter().filter(|action| *action == "exemption.warn").count()
    };
    world.night().await;
    world.wait_until("2024-09-01T10:00:00Z");
    world.night().await;
    assert_eq!(warned().await, 0);
    for night in ["2024-09-02T10:00:00Z", "2024-09-03T10:00:00Z", "2024-11-01T10:00:00Z"] {
        world.wait_until(night);
        world.night().await;
        assert_eq!(warned().await, 1, "{night}");
        assert_eq!(world.way_of(&world.aase).await, Way::Paper, "{night}");
    }
    assert_eq!(world.waits_for_paper("Varsler").await, 1);
    assert!(world.told(&world.aase).await.is_empty(), "one letter is enough");
    world.wait_until("2024-11-02T10:00:00Z");
    world.night().await;
    assert_eq!(world.exemption_of(aase).await, None);
    assert_eq!(world.way_of(&world.aase).await, Way::Digital);
    assert!(!world.contact(world.aase.id).await.unwrap().exempt);
    let tx = world.realm.read().await.unwrap();
    let told = notices::messages_of(&tx, world.aase.id, 0, 10).await.unwrap();
    let said: Vec<_> = told.iter().map(|message| (message.kind.as_str(), message.channel)).collect();
    assert_eq!(said, [("exemption.over", notices::Channel::Letter)], "she still gets her post on paper");
    drop(tx);
    // Today, she gets one that has no end.
    world.wait_until("2026-11-24T10:00:00Z");
    let (given, _) = world.is_made_exempt(&world.aase, false).await;
    assert_eq!((given.valid_until, given.warn_on), (None, None));
    world.wait_until("2036-11-24T10:00:00Z");
    world.night().await;
    assert_eq!(world.way_of(&world.aase).await, Way::Paper);
}

async fn whoever_enrols_before_the_end_is_not_warned(world: World) {
    let aase = Holder::Person(world.aase.id);
    world.is_made_exempt(&world.aase, false).await;
    let (mut work, permit) = access::allow::<Exempt>(world.work_of(&world.aase).await, aase).await.unwrap();
    enrolment::enrol_again(&mut work, &permit).await.unwrap();
    work.commit().await.unwrap();
    world.night().await;
    world.wait_until("2024-12-01T10:00:00Z");
    world.night().await;
    let done = world.done_about(&world.aase).await;
    assert!(!done.iter().any(|action| action == "exemption.warn" || action == "exemption.end"), "{done:?}");
}

async fn an_old_exemption_from_self_service_is_told_of_digitally(world: World) {
    let aase = Holder::Person(world.aase.id);
    let (mut work, permit) = access::allow::<Exempt>(world.work_of(&world.tove).await, aase).await.unwrap();
    let covers = Covers { post: false, self_service: true };
    let asked_by = AskedBy::Representative;
    let wish = Request { covers, declared_on_honour: true, older_mail_on_paper: false, asked_by };
    exempt(&mut work, &permit, wish).await.unwrap();
    work.commit().await.unwrap();
    world.night().await;
    world.wait_until("2024-09-02T10:00:00Z");
    world.night().await;
    world.wait_until("2024-11-02T10:00:00Z");
    world.night().await;
    assert_eq!(world.told(&world.aase).await, ["exemption.given", "exemption.soon_over", "exemption.over"]);
    assert_eq!(world.waits_for_paper("Varsler").await, 0);
    assert_eq!(world.exemption_of(aase).await, None);
}

async fn the_rule_of_the_day_on_which_it_was_given_holds(world: World) {
    let (old, _) = world.is_made_exempt(&world.aase, false).await;
    assert_eq!(old.valid_until, Some(date(2025, 11, 1)));
    world.wait_until("2023-06-01T09:30:00Z");
    let (new, _) = world.is_made_exempt(&world.bo, false).await;
    assert_eq!(new.valid_until, None);
    world.night().await;
    world.wait_until("2025-11-02T09:30:00Z");
    world.night().await;
    assert_eq!(world.way_of(&world.aase).await, Way::Digital);
    assert_eq!(world.way_of(&world.bo).await, Way::Paper);
}
