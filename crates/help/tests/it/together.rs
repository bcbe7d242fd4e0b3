//! Two people at the same help point, and what they see of each other.

use http::StatusCode;
use jiff::SignedDuration;

use crate::world::{World, details, version};

#[tokio::test]
async fn mette_does_not_overwrite_what_bo_has_just_saved() {
    let world = World::new().await;
    let theirs = details("1", &[("phone", "75 82 32 00")]);
    assert_eq!(world.post(&world.bo, &world.path("/details"), &theirs).await.status, StatusCode::SEE_OTHER);
    world.realm.clock.advance(SignedDuration::from_mins(7));
    let hers = details("1", &[("phone", "76 81 00 00"), ("email", "bibliotek@vejle.dk")]);
    let clash = world.post(&world.mette, &world.path("/details"), &hers).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    assert!(clash.body.contains("Bo Lind har ændret stedet kl. 09.00."), "{}", clash.body);
    assert!(clash.body.contains("Nu står der: <bdi>75 82 32 00</bdi>"), "{}", clash.body);
    assert!(
        clash.body.contains("value=\"76 81 00 00\"") && clash.body.contains("value=\"bibliotek@vejle.dk\"")
    );
    assert_eq!(world.now(world.library).await["phone"], "75 82 32 00", "nothing is overwritten");
    assert_eq!(world.history(world.library).await.len(), 1);

    let seen = version(&clash.body);
    let again = details(&seen, &[("phone", "76 81 00 00"), ("email", "bibliotek@vejle.dk")]);
    assert_eq!(world.post(&world.mette, &world.path("/details"), &again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(world.now(world.library).await["phone"], "76 81 00 00", "now she has seen it");
}

#[tokio::test]
async fn what_was_typed_for_a_removed_rule_becomes_a_new_one() {
    let world = World::new().await;
    let list = world.get(&world.bo, &world.path("/hours")).await;
    let id = list.body.split("/hours/").find(|text| text.as_bytes().get(8) == Some(&b'-')).unwrap()[..36]
        .to_owned();
    let rule = world.path(&format!("/hours/{id}"));
    let removed = world.post(&world.bo, &format!("{rule}/removal"), &[("version", "1")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    let typed = [
        ("version", "1"),
        ("repeat", "weekly"),
        ("days", "WE"),
        ("every", "1"),
        ("opens", "09:00"),
        ("closes", "15:00"),
    ];
    let clash = world.post(&world.mette, &rule, &typed).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    assert!(clash.body.contains(&format!("action=\"{}\"", world.path("/hours/new"))), "{}", clash.body);
    assert!(clash.body.contains("value=\"09:00\""));
    for (part, fields) in [
        (
            "/services/new",
            &[("version", "1"), ("name", "Hjælp"), ("topics", "mitid"), ("booking", "both")][..],
        ),
        (
            "/exceptions",
            &[("version", "1"), ("date_from", "2026-06-01"), ("hours", "closed"), ("reason", "Fri")],
        ),
        ("/confirmation", &[("version", "1")]),
        ("/hours/00000000-0000-7000-8000-000000000000/removal", &[("version", "1")]),
        ("/services/00000000-0000-7000-8000-000000000000/removal", &[("version", "1")]),
        ("/exceptions/00000000-0000-7000-8000-000000000000/removal", &[("version", "1")]),
    ] {
        let clash = world.post(&world.mette, &world.path(part), fields).await;
        assert_eq!(clash.status, StatusCode::CONFLICT, "{part}");
        assert!(clash.body.contains("Bo Lind har ændret stedet"), "{part}");
    }
    assert_eq!(world.history(world.library).await.len(), 1);
}

#[tokio::test]
async fn the_history_tells_what_was_changed_in_words() {
    let world = World::new().await;
    let sent = details("1", &[("phone", "75823200"), ("languages", "ar"), ("step_free", "yes")]);
    world.post(&world.bo, &world.path("/details"), &sent).await;
    let rule = [
        ("version", "2"),
        ("repeat", "weekly"),
        ("days", "SA"),
        ("every", "1"),
        ("opens", "11:00"),
        ("closes", "14:00"),
    ];
    world.post(&world.bo, &world.path("/hours/new"), &rule).await;
    world.post(&world.dina, &world.path("/confirmation"), &[("version", "3")]).await;
    let page = world.get(&world.dina, &world.path("/history")).await;
    assert_eq!(page.status, StatusCode::OK, "whoever may confirm may read what was changed");
    for told in [
        "<del><bdi>12 34 56 78</bdi></del>",
        "<ins><bdi>75 82 32 00</bdi></ins>",
        "<del><bdi>Dansk</bdi></del>",
        "<ins><bdi>Arabisk</bdi></ins>",
        "<ins><bdi>lørdag kl. 11.00–14.00</bdi></ins>",
        "Et hjælpested blev rettet",
        "Bekræftet 2. mar. 2026 af Dina Søgaard",
    ] {
        assert!(page.body.contains(told), "{told} in {}", page.body);
    }
    let changes = page.body.split("<dl").skip(1).collect::<Vec<_>>();
    assert!(changes.iter().all(|change| !change.contains("staff-field-")), "every field has a name");
    assert!(!page.body.contains("mandag og tirsdag"), "what did not change is not told");
    let english = world.get(&world.dina, &format!("{}?lang=en", world.path("/history"))).await;
    assert_eq!(english.status, StatusCode::OK);
}
