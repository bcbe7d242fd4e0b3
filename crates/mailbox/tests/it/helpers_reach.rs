//! How far whoever helps sees: what is out of reach is not there, at whatever address.

use access::mandates::{Limits, Party, Thing};
use access::{Holder, ReadMail, SortMail, WriteMail, allow, allow_to_see};
use axum::body::Body;
use basics::Id;
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Method, Request, StatusCode};
use jiff::SignedDuration;
use mailbox::folders::{folders_within, unread_within};
use mailbox::letters::{ARCHIVE, FolderTag, INBOX, LetterTag, SENT};
use mailbox::reading::{self, Shelf};
use mailbox::search::find_letters;
use mailbox::sorting::{MoveError, move_letters};
use memo::{Recipient, id_type};
use people::{OrganisationKind, Role};

use crate::helping::{READ, WRITE, in_folders, post_of};
use crate::world::{Person, Reply, World, actor, on_both};

on_both![
    every_page_is_blind_to_what_lies_in_another_folder,
    what_sql_reaches_is_what_the_rules_include,
    a_helper_with_folders_sees_those_and_counts_those,
    letters_leave_the_reach_of_nobody_by_being_moved,
    several_mandates_reach_what_any_of_them_reaches,
    a_department_is_the_folder_of_its_number,
    whoever_reads_everything_answers_only_where_they_may,
];

/// What Aase has: a folder `Skat` that Bo reads, another that he does not, and a letter in each and in the inbox.
struct Shelves {
    tax: Id<FolderTag>,
    divorce: Id<FolderTag>,
    in_tax: Id<LetterTag>,
    in_divorce: Id<LetterTag>,
    in_inbox: Id<LetterTag>,
}

async fn shelves(world: &World) -> Shelves {
    let aase = Holder::Person(world.aase.id);
    let tax = world.makes_folder(&world.aase, aase, "Skat", None).await;
    let divorce = world.makes_folder(&world.aase, aase, "Skilsmisse", None).await;
    let in_tax = world.aase_gets("Aarsopgoerelse").await;
    let in_divorce = world.aase_gets("Hemmelig sag").await;
    let in_inbox = world.aase_gets("Hemmelig indbakke").await;
    world.moves(&world.aase, aase, in_tax, tax).await;
    world.moves(&world.aase, aase, in_divorce, divorce).await;
    Shelves { tax, divorce, in_tax, in_divorce, in_inbox }
}

/// Fills in what a form of any of the pages sends.
async fn call(world: &World, who: &Person, method: &Method, path: &str, form: &[(&str, &str)]) -> Reply {
    if *method == Method::GET {
        return world.get(who, path).await;
    }
    if !path.ends_with("/svar") && !path.contains("/nyt/") {
        return world.post(who, path, form).await;
    }
    let part = |(name, value): &(&str, &str)| {
        format!("--grense\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = format!("{}--grense--\r\n", form.iter().map(part).collect::<String>());
    let request = Request::builder()
        .method("POST")
        .uri(path)
        .header(COOKIE, who.cookie_header())
        .header(CONTENT_TYPE, "multipart/form-data; boundary=grense");
    world.request(request.body(Body::from(body)).unwrap()).await
}

async fn every_page_is_blind_to_what_lies_in_another_folder(world: World) {
    let Shelves { tax, divorce, in_divorce, in_inbox, .. } = shelves(&world).await;
    let limits = in_folders(&[tax]);
    world.opens_post_to(&world.aase, &world.bo, WRITE, limits).await;
    let routes = mailbox::routes();
    let mut walked = 0;
    for route in routes.list().iter().filter(|route| route.path.starts_with("/for/{person}/")) {
        for outside in [in_divorce, in_inbox] {
            let (letter, folder) = (outside.to_string(), divorce.to_string());
            let path = route
                .path
                .replace("{person}", &world.aase.id.to_string())
                .replace("{letter}", &letter)
                .replace("{folder}", &folder)
                .replace("{n}", "0")
                .replace("{file}", "0.ics")
                .replace("{to}", &world.vejle.to_string());
            for act in ["read", "unread", "archive", "move", "delete", "take-back"] {
                let form = [
                    ("letter", letter.as_str()),
                    ("act", act),
                    ("to", &tax.to_string()),
                    ("name", "Nyt navn"),
                    ("subject", "Hej"),
                    ("text", "Hej"),
                ];
                let reply = call(&world, &world.bo, &route.method, &path, &form).await;
                reply.says_not(&["Hemmelig", "Skilsmisse"]);
                let names_outside = route.path.contains("{letter}") || route.path.contains("{folder}");
                // Where a form is gone back to, the way leads to a page which is walked too.
                if names_outside && reply.status != StatusCode::SEE_OTHER {
                    assert_eq!(reply.status, StatusCode::NOT_FOUND, "{} {path}", route.method);
                }
                walked += 1;
                if route.method == Method::GET || !path.ends_with("/sorter") {
                    break;
                }
            }
        }
    }
    assert!(walked > 60, "{walked} requests");
    // Nothing has been done to it, and nothing has come of it.
    let page = world.get(&world.aase, "/post").await.ok();
    page.says(&["Hemmelig indbakke", "om-mail-new"]);
    let kept = world.get(&world.aase, &format!("/post/mappe/{divorce}")).await.ok();
    kept.says(&["Hemmelig sag", "om-mail-new"]);
    world.get(&world.aase, "/post/sendt").await.ok().says_not(&["om-mail\""]);
    world.get(&world.aase, "/post/mapper").await.ok().says_not(&["Nyt navn"]);
    let done = world.done_about(&world.aase).await;
    let by_bo: Vec<&String> = done.iter().filter(|action| action.starts_with("letter.")).collect();
    assert_eq!(by_bo, ["letter.move", "letter.move"], "Aase has moved two letters, and nobody has done more");
}

async fn what_sql_reaches_is_what_the_rules_include(world: World) {
    let Shelves { tax, in_tax, in_divorce, in_inbox, .. } = shelves(&world).await;
    let later = world.realm.now() + SignedDuration::from_secs(1);
    let after = world.aase_gets("Senere").await;
    let holder = Holder::Person(world.aase.id);
    let other = world.organisation("Skattestyrelsen", OrganisationKind::Authority, "19552101").await;
    let all = [in_tax, in_divorce, in_inbox, after];
    let folder = |letter| if letter == in_tax { tax.uuid() } else { INBOX.uuid() };
    let none = Limits::default;
    let cases = [
        none(),
        in_folders(&[tax]),
        in_folders(&[INBOX, SENT]),
        Limits { since: Some(later), ..none() },
        Limits { since: Some(later), ..in_folders(&[tax]) },
        Limits { sender: Some(world.vejle), ..none() },
        Limits { sender: Some(other), ..none() },
        Limits { letter: Some(in_tax.uuid()), ..none() },
        Limits { letter: Some(in_tax.uuid()), ..in_folders(&[INBOX]) },
        Limits { case_number: Some("2026-17".to_owned()), ..none() },
        Limits { production_unit: Some("1000000001".to_owned()), ..none() },
    ];
    world.moves(&world.aase, holder, in_divorce, INBOX).await;
    for limits in cases {
        let mandate = world.opens_post_to(&world.aase, &world.bo, READ, limits.clone()).await;
        let mailbox = world.mailbox_of(&world.aase).await;
        let tx = world.realm.read().await.unwrap();
        let permit = allow_to_see::<ReadMail>(&world.realm, &actor(&world.bo), &tx, holder).await.unwrap();
        let now = world.realm.now();
        let mut listed = 0;
        for letter in all {
            let found = reading::letter(&tx, &permit, &mailbox, world.bo.id, letter, now).await.unwrap();
            let own = allow_to_see::<ReadMail>(&world.realm, &actor(&world.aase), &tx, holder).await.unwrap();
            let whole =
                reading::letter(&tx, &own, &mailbox, world.aase.id, letter, now).await.unwrap().unwrap();
            let thing = Thing {
                folder: Some(folder(letter)),
                letter: Some(letter.uuid()),
                arrived: Some(whole.at),
                sender: Some(world.vejle),
                ..Thing::default()
            };
            let includes = permit.reach().includes(&thing);
            assert_eq!(found.is_some(), includes, "{limits:?} {}", whole.head.subject);
            let says = reading::message_of(&tx, &permit, &mailbox, &whole).await.unwrap();
            assert_eq!(says.is_some(), includes, "{limits:?}");
            listed += usize::from(includes);
        }
        let folders = folders_within(&tx, &permit, &mailbox, world.bo.id, now).await.unwrap();
        let counted: i64 = folders.iter().map(|folder| folder.letters).sum();
        assert_eq!(usize::try_from(counted).unwrap(), listed, "{limits:?}");
        let unread = unread_within(&tx, permit.ground(), &mailbox, world.bo.id, now).await.unwrap();
        assert_eq!(unread, counted, "{limits:?}");
        let mut on_shelves = 0;
        for folder in &folders {
            let shelf = Shelf::Folder(folder.id);
            let page = reading::letters(&tx, &permit, &mailbox, world.bo.id, shelf, None, now).await.unwrap();
            on_shelves += page.letters.len();
        }
        assert_eq!(on_shelves, listed, "{limits:?}");
        let found = find_letters(&tx, &permit, &mailbox, world.bo.id, "torsdag", now).await.unwrap().unwrap();
        assert_eq!((found.all, found.letters.len()), (listed, listed), "{limits:?}");
        drop(tx);
        world.takes_back(&world.aase, &mandate).await;
    }
}

async fn a_helper_with_folders_sees_those_and_counts_those(world: World) {
    let Shelves { tax, in_tax, .. } = shelves(&world).await;
    world.opens_post_to(&world.aase, &world.bo, READ, in_folders(&[tax])).await;
    let base = post_of(&world.aase);
    let shelf = format!("{base}/mappe/{tax}");
    assert_eq!(world.get(&world.bo, &base).await.went(), shelf, "the inbox is not his");
    let page = world.get(&world.bo, &shelf).await.ok();
    page.says(&["<h1><bdi>Skat</bdi></h1>", "Aarsopgoerelse", "1 ulæst", "om-mail-new"]);
    page.says_not(&[
        "Indbakke",
        "Skilsmisse",
        "Nyt brev",
        "value=\"delete\"",
        "value=\"archive\"",
        "name=\"to\"",
    ]);
    for path in ["/arkiv", "/sendt", "/nyt"] {
        let refused = world.get(&world.bo, &format!("{base}{path}")).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
    }
    world.get(&world.bo, &format!("{base}/papirkurv")).await.ok().says_not(&["Tag tilbage"]);
    world.get(&world.bo, &format!("{base}/soeg?q=torsdag")).await.ok().says(&["Aarsopgoerelse", "1 brev"]);
    world.get(&world.bo, &format!("{base}/brev/{in_tax}")).await.ok().says(&["Aarsopgoerelse"]);
    world.get(&world.bo, &shelf).await.ok().says_not(&["om-mail-new"]);
    let own = world.get(&world.aase, &format!("/post/mappe/{tax}")).await.ok();
    own.says(&["om-mail-new"]);
    // He may give his folder a name, and make none.
    let form = [("name", "Skat og afgift")];
    world.post(&world.bo, &format!("{base}/mapper/{tax}"), &form).await.went();
    let made = world.post(&world.bo, &format!("{base}/mapper"), &form).await;
    assert_eq!(made.status, StatusCode::NOT_FOUND);
    let removed = world.post(&world.bo, &format!("{base}/mapper/{tax}/fjern"), &[]).await;
    assert_eq!(removed.status, StatusCode::NOT_FOUND);
    let folders = world.get(&world.bo, &format!("{base}/mapper")).await.ok();
    folders.says(&["Skat og afgift"]);
    folders.says_not(&["Skilsmisse", "Lav en mappe", "/fjern"]);
}

async fn letters_leave_the_reach_of_nobody_by_being_moved(world: World) {
    let Shelves { tax, divorce, in_tax, .. } = shelves(&world).await;
    let holder = Holder::Person(world.aase.id);
    let also = world.makes_folder(&world.aase, holder, "Moms", None).await;
    world.opens_post_to(&world.aase, &world.bo, READ, in_folders(&[tax, also])).await;
    let mailbox = world.mailbox_of(&world.aase).await;
    for to in [divorce, ARCHIVE, INBOX] {
        let (mut work, permit) = allow::<SortMail>(world.work_of(&world.bo).await, holder).await.unwrap();
        let refused = move_letters(&mut work, &permit, &mailbox, &[in_tax], to).await;
        assert!(matches!(refused, Err(MoveError::NoFolder)), "{refused:?}");
    }
    let base = post_of(&world.aase);
    let (letter, from) = (in_tax.to_string(), tax.to_string());
    let sort = async |to: Id<FolderTag>| {
        let to = to.to_string();
        let form = [("letter", letter.as_str()), ("act", "move"), ("to", &to), ("from", &from)];
        world.post(&world.bo, &format!("{base}/sorter"), &form).await.went()
    };
    assert!(sort(divorce).await.ends_with("done=gone&count=0"));
    assert!(sort(also).await.ends_with("done=moved&count=1"));
    world.get(&world.bo, &format!("{base}/mappe/{also}")).await.ok().says(&["Aarsopgoerelse"]);
    let done = world.audit().await.into_iter().find(|record| record.action == "letter.move").unwrap();
    assert_eq!((done.actor, done.on_behalf_of), (Some(world.bo.id), Some(world.aase.id)));
    assert_eq!(done.concerns, Some(world.aase.id));
}

async fn several_mandates_reach_what_any_of_them_reaches(world: World) {
    let Shelves { tax, in_tax, in_divorce, in_inbox, .. } = shelves(&world).await;
    world.opens_post_to(&world.aase, &world.bo, READ, in_folders(&[tax])).await;
    let one = Limits { letter: Some(in_inbox.uuid()), ..Limits::default() };
    let second = world.opens_post_to(&world.aase, &world.bo, READ, one).await;
    let base = post_of(&world.aase);
    let status = async |letter: Id<LetterTag>| {
        world.get(&world.bo, &format!("{base}/brev/{letter}")).await.status.as_u16()
    };
    assert_eq!((status(in_tax).await, status(in_inbox).await, status(in_divorce).await), (200, 200, 404));
    world.takes_back(&world.aase, &second).await;
    assert_eq!((status(in_tax).await, status(in_inbox).await, status(in_divorce).await), (200, 404, 404));
}

async fn a_department_is_the_folder_of_its_number(world: World) {
    let vejle = Holder::Organisation(world.vejle);
    world.opens_mailbox(vejle).await;
    let school = world.makes_folder(&world.mette, vejle, "Skolen", Some("1000000001")).await;
    world.makes_folder(&world.mette, vejle, "Havnen", Some("1000000002")).await;
    for (unit, subject) in [("1000000001", "Til skolen"), ("1000000002", "Hemmelig havn")] {
        world.minutes_later(1);
        let mut message = world.letter_to(world.aase.cpr);
        message.header.recipient = Recipient::new(crate::world::VEJLE, id_type::CVR);
        let attention = memo::AttentionData {
            production_unit: Some(memo::ProductionUnit {
                production_unit_number: unit.parse().unwrap(),
                production_unit_name: None,
            }),
            ..memo::AttentionData::default()
        };
        message.header.recipient.attention_data = Some(attention);
        message.header.label = subject.to_owned();
        assert!(world.take(&message).await.is_taken());
    }
    world.becomes(&world.bo, world.vejle, Role::Employee).await;
    world.becomes(&world.mette, world.vejle, Role::RightsAdministrator).await;
    let unit = Limits { production_unit: Some("1000000001".to_owned()), ..Limits::default() };
    let to = Party::Employee { person: world.bo.id, organisation: world.vejle };
    world.opens_to(&world.mette, vejle, to, READ, unit).await;
    let base = format!("/virksomhed/{}/post", world.vejle);
    let shelf = format!("{base}/mappe/{school}");
    assert_eq!(world.get(&world.bo, &base).await.went(), shelf);
    let page = world.get(&world.bo, &shelf).await.ok();
    page.says(&["Til skolen", "Du læser post for", "Vejle Kommune"]);
    page.says_not(&["Hemmelig", "Havnen", "Indbakke"]);
    world.get(&world.bo, &format!("{base}/soeg?q=torsdag")).await.ok().says_not(&["Hemmelig"]);
    world.get(&world.bo, "/post/kasser").await.ok().says(&["Vejle Kommune", &base]);
    assert_eq!(world.get(&world.aase, &base).await.status, StatusCode::NOT_FOUND);
}

async fn whoever_reads_everything_answers_only_where_they_may(world: World) {
    let Shelves { tax, in_tax, in_divorce, .. } = shelves(&world).await;
    world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    world.opens_post_to(&world.aase, &world.bo, WRITE, in_folders(&[tax])).await;
    let base = post_of(&world.aase);
    world.get(&world.bo, &format!("{base}/brev/{in_tax}")).await.ok().says(&["/svar\""]);
    world.get(&world.bo, &format!("{base}/brev/{in_divorce}")).await.ok().says_not(&["/svar\""]);
    let form = [("subject", "Svar"), ("text", "Vi kommer.")];
    for (letter, expected) in [(in_tax, StatusCode::SEE_OTHER), (in_divorce, StatusCode::NOT_FOUND)] {
        let path = format!("{base}/brev/{letter}/svar");
        let shown = world.get(&world.bo, &path).await.status;
        assert_eq!(shown == StatusCode::OK, expected == StatusCode::SEE_OTHER, "{shown}");
        let sent = call(&world, &world.bo, &Method::POST, &path, &form).await;
        assert_eq!(sent.status, expected);
    }
    let (_, permit) =
        allow::<WriteMail>(world.work_of(&world.bo).await, Holder::Person(world.aase.id)).await.unwrap();
    assert!(!permit.reach().is_whole_from_now_on());
    let path = format!("{base}/nyt/{}", world.vejle);
    assert_eq!(world.get(&world.bo, &path).await.status, StatusCode::NOT_FOUND);
    let sent = call(&world, &world.bo, &Method::POST, &path, &form).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
}
