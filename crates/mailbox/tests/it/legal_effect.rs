//! What opening a letter with legal effect means is said to whoever helps, before anything of it is shown.

use access::mandates::Limits;
use basics::Id;
use http::StatusCode;
use mailbox::letters::LetterTag;
use memo::Message;

use crate::helping::{READ, WRITE, post_of};
use crate::world::{World, on_both};

on_both![
    whoever_helps_is_told_first_and_may_step_back,
    nothing_of_the_letter_is_had_before_it_is_opened,
    the_receiver_opens_their_own_post,
    marking_as_read_opens_no_letter_with_legal_effect,
    each_helper_is_told_for_themself,
];

/// What a court sends: a call-up by its message code.
async fn summons(world: &World) -> Id<LetterTag> {
    let call_up = |message: &mut Message<Vec<u8>>| {
        message.header.label = "Moede i retten".to_owned();
        let codes = mailbox::terms::post_terms(jiff::civil::date(2026, 11, 22)).call_up_codes;
        message.header.message_code = Some(codes[0].clone());
    };
    world.gets(&world.aase, call_up).await.1
}

async fn notice(world: &World) -> Id<LetterTag> {
    let legal = |message: &mut Message<Vec<u8>>| {
        message.header.label = "Varsel".to_owned();
        message.header.legal_notification = Some(true);
        message.header.reply = Some(true);
    };
    world.gets(&world.aase, legal).await.1
}

async fn whoever_helps_is_told_first_and_may_step_back(world: World) {
    world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    let base = post_of(&world.aase);
    let opened = async |letter: Id<LetterTag>| {
        let audit = world.audit().await.into_iter();
        let of_letter =
            |one: &realm::AuditRecord| one.action == "letter.open" && one.subject == letter.to_string();
        audit.filter(of_letter).collect::<Vec<_>>()
    };
    for (letter, says) in [
        (summons(&world).await, "Brevet kalder den, du hjælper, til et møde eller i retten."),
        (notice(&world).await, "Når du åbner det, kan det tælle, som om det er læst."),
    ] {
        let path = format!("{base}/brev/{letter}");
        let told = world.get(&world.bo, &path).await.ok();
        told.says(&["Læs dette, før du åbner brevet", says, "Lad det ligge", "method=\"post\"", &base]);
        told.says_not(&["Kom på torsdag", "om-mail-body"]);
        let opening = format!("{path}/aabning");
        assert_eq!(world.get(&world.bo, &opening).await.went(), path, "an address alone opens nothing");
        world.get(&world.bo, &path).await.ok().says(&["Lad det ligge"]);
        assert!(opened(letter).await.is_empty());

        assert_eq!(world.post(&world.bo, &opening, &[]).await.went(), path);
        world.get(&world.bo, &path).await.ok().says(&["Kom på torsdag kl. 10."]);
        let records = opened(letter).await;
        assert_eq!(records.len(), 1, "the form and the page are one visit");
        assert_eq!((records[0].actor, records[0].concerns), (Some(world.bo.id), Some(world.aase.id)));
        assert_eq!(records[0].on_behalf_of, Some(world.aase.id));
    }
    world.get(&world.aase, "/post").await.ok().says(&["2 ulæste"]);
}

async fn nothing_of_the_letter_is_had_before_it_is_opened(world: World) {
    world.opens_post_to(&world.aase, &world.bo, WRITE, Limits::default()).await;
    let letter = notice(&world).await;
    let path = format!("{}/brev/{letter}", post_of(&world.aase));
    let ways = [
        "/ark",
        "/fil/0",
        "/fil/0?hent=ja",
        "/alt.zip",
        "/brev.xml",
        "/svar",
        "/videresend",
        "/aftale/0.ics",
    ];
    for way in ways {
        let refused = world.get(&world.bo, &format!("{path}{way}")).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{way}");
        refused.says(&["Åbn brevet først", &format!("href=\"{path}\""), "Du ser post for"]);
        refused.says_not(&["Kom på torsdag"]);
    }
    let form = [("to", world.bo.cpr), ("comment", "")];
    for way in ["/videresend", "/videresend/send"] {
        let refused = world.post(&world.bo, &format!("{path}{way}"), &form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{way}");
    }
    world.post(&world.bo, &format!("{path}/aabning"), &[]).await.went();
    for way in ["/ark", "/fil/0", "/alt.zip", "/brev.xml", "/svar", "/videresend"] {
        world.get(&world.bo, &format!("{path}{way}")).await.ok();
    }
}

async fn the_receiver_opens_their_own_post(world: World) {
    let letter = summons(&world).await;
    let page = world.get(&world.aase, &format!("/post/brev/{letter}")).await.ok();
    page.says(&["Kom på torsdag kl. 10."]);
    page.says_not(&["Lad det ligge", "Du ser post for"]);
}

async fn marking_as_read_opens_no_letter_with_legal_effect(world: World) {
    world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
    let (legal, plain) = (notice(&world).await, world.aase_gets("Tilbud").await);
    let base = post_of(&world.aase);
    let (legal_id, plain_id) = (legal.to_string(), plain.to_string());
    let form = [("letter", legal_id.as_str()), ("letter", plain_id.as_str()), ("act", "read")];
    world.post(&world.bo, &format!("{base}/sorter"), &form).await.went();
    world.get(&world.bo, &base).await.ok().says(&["1 ulæst"]);
    world.get(&world.bo, &format!("{base}/brev/{legal}")).await.ok().says(&["Lad det ligge"]);
    world.get(&world.bo, &format!("{base}/brev/{plain}")).await.ok().says_not(&["Lad det ligge"]);
}

async fn each_helper_is_told_for_themself(world: World) {
    let letter = summons(&world).await;
    for helper in [&world.bo, &world.tove] {
        world.opens_post_to(&world.aase, helper, READ, Limits::default()).await;
    }
    let path = format!("{}/brev/{letter}", post_of(&world.aase));
    world.post(&world.bo, &format!("{path}/aabning"), &[]).await.went();
    world.get(&world.bo, &path).await.ok().says_not(&["Lad det ligge"]);
    world.get(&world.tove, &path).await.ok().says(&["Lad det ligge"]);
}
