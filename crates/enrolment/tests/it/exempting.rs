//! Becoming exempt, and enrolling again.

use access::{Exempt, Holder};
use enrolment::{AskedBy, Covers, ExemptionError, Request, enrol_again, exempt};
use http::StatusCode;
use mailbox::Way;
use memo::id_type;

use crate::world::{BAKERY, Person, World, on_both};

on_both!(
    what_comes_after_it_goes_on_paper_at_once,
    unopened_letters_of_the_last_six_months_come_on_paper_if_wanted,
    enrolling_again_is_as_quick,
    the_ground_is_kept_nowhere,
    self_service_alone_leaves_the_post_as_it_is,
    whoever_asks_for_more_is_exempt_from_both,
    nothing_is_given_that_was_not_declared_or_covers_nothing,
    nobody_decides_for_others_without_being_trusted,
    a_company_is_exempt_from_post_alone,
);

async fn what_comes_after_it_goes_on_paper_at_once(world: World) {
    assert!(!world.goes_on_paper(&world.aase).await);
    let (given, older) = world.is_made_exempt(&world.aase, false).await;
    assert_eq!((given.valid_until, older), (None, 0), "today's rule knows no end");
    assert_eq!(world.exemption_of(Holder::Person(world.aase.id)).await, Some(given));
    assert!(world.contact(world.aase.id).await.unwrap().exempt);
    assert!(world.goes_on_paper(&world.aase).await);
    assert_eq!(world.waits_for_paper("Bekræftelser").await, 1);
    assert_eq!(world.waits_for_paper("Nye breve").await, 1);
    assert_eq!(world.waits_for_paper("Ældre breve").await, 0);
    assert_eq!(world.inbox(Holder::Person(world.aase.id)).await.len(), 2, "the mailbox is still there");
    // Bo has no mailbox yet; he gets one whose post goes on paper.
    world.is_made_exempt(&world.bo, true).await;
    assert!(world.goes_on_paper(&world.bo).await);
    let done = world.done_about(&world.aase).await;
    assert!(
        done.contains(&"exemption.give".to_owned()) && done.contains(&"mailbox.turn".to_owned()),
        "{done:?}"
    );
}

async fn unopened_letters_of_the_last_six_months_come_on_paper_if_wanted(world: World) {
    world.letter_comes(world.aase.cpr, id_type::CPR).await;
    world.wait_until("2027-06-01T09:00:00Z");
    world.letter_comes(world.aase.cpr, id_type::CPR).await;
    world.letter_comes(world.aase.cpr, id_type::CPR).await;
    world.letter_comes(world.aase.cpr, id_type::CPR).await;
    world.opens_newest(&world.aase).await;
    let (_, older) = world.is_made_exempt(&world.aase, true).await;
    assert_eq!(older, 2, "one is older, and one was opened");
    assert_eq!(world.waits_for_paper("Ældre breve").await, 2);
}

async fn enrolling_again_is_as_quick(world: World) {
    let aase = Holder::Person(world.aase.id);
    world.is_made_exempt(&world.aase, false).await;
    let (mut work, permit) = access::allow::<Exempt>(world.work_of(&world.aase).await, aase).await.unwrap();
    let ended = enrol_again(&mut work, &permit).await.unwrap();
    assert!(matches!(enrol_again(&mut work, &permit).await, Err(ExemptionError::NotExempt)));
    work.commit().await.unwrap();
    assert!(ended.ended_at.is_some());
    assert_eq!(world.exemption_of(aase).await, None);
    assert_eq!(world.way_of(&world.aase).await, Way::Digital);
    assert!(!world.contact(world.aase.id).await.unwrap().exempt);
    assert!(!world.goes_on_paper(&world.aase).await);
    assert_eq!(world.told(&world.aase).await, ["exemption.withdrawn"]);
    // And exempt again, which leaves two rows of which one has ended.
    world.is_made_exempt(&world.aase, false).await;
    assert!(world.goes_on_paper(&world.aase).await);
}

async fn the_ground_is_kept_nowhere(world: World) {
    let schema = include_str!("../../../../migrations/0010_enrolment.sql");
    let columns: Vec<&str> = schema
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("--"))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    for word in ["ground", "reason", "why", "note", "comment", "text", "because"] {
        assert!(!columns.iter().any(|column| column.contains(word)), "{word} in {columns:?}");
    }
    // Somebody sends what nobody asked for.
    let fields = [
        ("covers", "post"),
        ("older", "no"),
        ("declared", "yes"),
        ("asked_by", "counter"),
        ("ground", "demens"),
        ("reason", "demens"),
    ];
    world.post(&world.aase, "/min-side/fritagelse/erklaering", &fields).await.went();
    let bo = format!("/staff/exemptions/person/{}", world.bo.id);
    world.post(&world.tove, &bo, &fields).await.went();
    let audit = format!("{:?}", world.audit().await);
    assert!(audit.contains("exemption.give") && !audit.contains("demens"));
    for page in ["/min-side/fritagelse", "/min-side/fritagelse/kvittering"] {
        world.get(&world.aase, page).await.ok().says_not(&["demens"]);
    }
}

fn wish(post: bool, self_service: bool) -> Request {
    Request {
        covers: Covers { post, self_service },
        declared_on_honour: true,
        older_mail_on_paper: false,
        asked_by: AskedBy::Counter,
    }
}

/// Asks for it at the counter.
async fn asks(world: &World, holder: Holder, wish: Request) -> Result<(), ExemptionError> {
    let (mut work, permit) = access::allow::<Exempt>(world.work_of(&world.tove).await, holder).await.unwrap();
    exempt(&mut work, &permit, wish).await?;
    work.commit().await.unwrap();
    Ok(())
}

async fn self_service_alone_leaves_the_post_as_it_is(world: World) {
    let aase = Holder::Person(world.aase.id);
    asks(&world, aase, wish(false, true)).await.unwrap();
    assert!(!world.goes_on_paper(&world.aase).await);
    assert_eq!(world.waits_for_paper("Bekræftelser").await, 0);
    assert_eq!(world.told(&world.aase).await, ["exemption.given"]);
    let given = world.exemption_of(aase).await.unwrap();
    assert_eq!((given.decided_by, given.asked_by), (Some(world.tove.id), AskedBy::Counter));
}

async fn whoever_asks_for_more_is_exempt_from_both(world: World) {
    let aase = Holder::Person(world.aase.id);
    asks(&world, aase, wish(false, true)).await.unwrap();
    asks(&world, aase, wish(true, false)).await.unwrap();
    let given = world.exemption_of(aase).await.unwrap();
    assert_eq!(given.covers, Covers { post: true, self_service: true });
    assert!(world.goes_on_paper(&world.aase).await);
    assert!(matches!(asks(&world, aase, wish(true, false)).await, Err(ExemptionError::Already(_))));
    assert_eq!(world.waits_for_paper("Bekræftelser").await, 1);
    // The other way round.
    let bo = Holder::Person(world.bo.id);
    asks(&world, bo, wish(true, false)).await.unwrap();
    asks(&world, bo, wish(false, true)).await.unwrap();
    assert_eq!(world.exemption_of(bo).await.unwrap().covers, Covers { post: true, self_service: true });
    assert!(world.goes_on_paper(&world.bo).await);
    let tx = world.realm.read().await.unwrap();
    let told = notices::messages_of(&tx, world.bo.id, 0, 10).await.unwrap();
    assert!(told.len() == 1 && !told[0].paragraphs.concat().contains("digitalt"), "{told:?}");
}

async fn nothing_is_given_that_was_not_declared_or_covers_nothing(world: World) {
    let aase = Holder::Person(world.aase.id);
    let undeclared = Request { declared_on_honour: false, ..wish(true, true) };
    assert!(matches!(asks(&world, aase, undeclared).await, Err(ExemptionError::NotDeclared)));
    assert!(matches!(asks(&world, aase, wish(false, false)).await, Err(ExemptionError::CoversNothing)));
    assert_eq!(world.exemption_of(aase).await, None);
    assert_eq!(world.way_of(&world.aase).await, Way::Digital);
}

async fn nobody_decides_for_others_without_being_trusted(world: World) {
    let may = async |who: &Person, holder| {
        let asked = access::allow::<Exempt>(world.work_of(who).await, holder).await;
        asked.map(drop).map_err(|problem| problem.status)
    };
    let (aase, bakery) = (Holder::Person(world.aase.id), Holder::Organisation(world.bakery));
    let refused = Err(StatusCode::FORBIDDEN);
    for who in [&world.bo, &world.conny, &world.mette] {
        assert_eq!(may(who, aase).await, refused);
    }
    assert_eq!(may(&world.tove, aase).await, Ok(()));
    assert_eq!(may(&world.aase, bakery).await, refused);
    assert_eq!(may(&world.mette, bakery).await, Ok(()));
    assert_eq!(may(&world.tove, bakery).await, Ok(()));
}

async fn a_company_is_exempt_from_post_alone(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    let refused = asks(&world, bakery, wish(true, true)).await;
    assert!(matches!(refused, Err(ExemptionError::SelfServiceOfOrganisation)));
    asks(&world, bakery, wish(true, false)).await.unwrap();
    let answer = world.letter_comes(BAKERY, id_type::CVR).await;
    assert!(answer.reason.unwrap().contains("on paper"));
    let (mut work, permit) =
        access::allow::<Exempt>(world.work_of(&world.mette).await, bakery).await.unwrap();
    enrol_again(&mut work, &permit).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(world.letter_comes(BAKERY, id_type::CVR).await.reason, None);
}
