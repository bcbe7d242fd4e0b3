//! Telling people: on which channel, in which language, how often.

use basics::Language;
use http::StatusCode;
use jiff::SignedDuration;
use notices::{Channel, Notice, NoticeError, Post, TellError, Told};
use serde_json::json;
use words::Words;

use crate::mail_server::MailServer;
use crate::world::{PUBLIC, World, link_in, on_both, received, visit};

on_both!(
    a_mail_in_arabic_runs_from_the_right,
    somebody_exempt_gets_a_letter,
    who_cannot_be_reached_is_told_once_there_is_a_way,
    a_second_attempt_sends_nothing_twice,
    a_mail_whose_answer_was_lost_goes_out_the_same_again,
    a_text_message_over_160_characters_is_refused_before_it_is_ordered,
    news_is_for_those_who_want_it_and_unsubscribing_needs_no_sign_in,
    without_a_mail_server_a_mail_waits_and_says_so,
    who_wants_nothing_sent_reads_it_on_their_page,
    an_address_that_was_deleted_meanwhile_leads_to_the_next_channel,
    what_is_told_first_arrives_first,
    nobody_who_is_not_there_is_told_anything,
    old_confirmations_are_forgotten_at_night,
);

async fn speaks(world: &World, language: Language) {
    let mut work = world.work().await;
    notices::choose_language(&mut work, world.aase.id, language).await.unwrap();
    work.commit().await.unwrap();
}

async fn wants_news(world: &World) {
    let reply = world.post(&world.aase, "/min-side/kontakt/nyheder", &[("news", "yes")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
}

fn in_arabic(words: &Words) -> Notice {
    assert_eq!(words.language(), Language::Ar, "the words are those of the person's language");
    Notice {
        subject: "مساعدكم قادم".to_owned(),
        paragraphs: vec!["سيأتي Bo يوم الاثنين.".to_owned()],
        short: "سيأتي Bo يوم الاثنين.".to_owned(),
        ..visit(words)
    }
}

async fn a_mail_in_arabic_runs_from_the_right(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    speaks(&world, Language::Ar).await;
    world.tell_this(&world.aase, in_arabic).await.unwrap();
    world.send().await;
    let mail = world.mails().remove(0);
    assert_eq!(mail.subject, "مساعدكم قادم");
    assert!(mail.html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", mail.html);
    assert!(mail.raw.contains("Content-Language: ar"), "{}", mail.raw);
    let log = world.get(&world.aase, "/min-side/beskeder?lang=da").await;
    log.says(&["<div lang=\"ar\" dir=\"rtl\">", "Sendt"]);
}

async fn somebody_exempt_gets_a_letter(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    world.has_address(&world.aase).await;
    world.chooses(&world.aase, Channel::Email).await;
    let mut work = world.work().await;
    notices::set_exempt(&mut work, world.aase.id, true).await.unwrap();
    work.commit().await.unwrap();
    let told = world.tell(&world.aase).await;
    assert!(matches!(told, Told::By(Channel::Letter, _)), "{told:?}");
    assert_eq!(world.send().await, 0, "a letter is no job");
    assert!(world.mails().is_empty());
    world.get(&world.erik, "/staff/letters").await.says(&["Aase Holm", "7100 Vejle", "Din hjælper kommer"]);
    let page = world.get(&world.aase, "/min-side/kontakt").await;
    page.says(&["Du er fritaget for Digital Post", "Lige nu får du brev med posten"]);
    assert!(!page.body.contains("name=\"channel\""), "there is nothing to choose");
}

async fn who_cannot_be_reached_is_told_once_there_is_a_way(world: World) {
    let told = world.tell(&world.aase).await;
    assert!(matches!(told, Told::NotReached(_)), "{told:?}");
    assert_eq!((world.send().await, world.figures().await.unsendable), (0, 1));
    world.get(&world.erik, "/staff/letters").await.says(&["Kan ikke sendes", "Aase Holm"]);
    world.get(&world.aase, "/min-side/beskeder").await.says(&["Vi ved ikke, hvor vi skal sende den hen"]);

    world.has_email(&world.aase, "aase@example.dk").await;
    world.send().await;
    assert_eq!(world.mails().remove(0).subject, "Din hjælper kommer");
    assert_eq!(world.figures().await.unsendable, 0);

    let old = world.tell(&world.bo).await;
    world.later(SignedDuration::from_hours(31 * 24));
    world.has_address(&world.bo).await;
    assert_eq!(world.fates(&world.bo).await[0].1, "unsendable", "too old to be worth sending: {old:?}");
}

async fn a_second_attempt_sends_nothing_twice(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    let Told::By(Channel::Email, id) = world.tell(&world.aase).await else { panic!("it goes by mail") };
    world.send().await;
    assert_eq!(world.mails().len(), 1);
    world.empty_folders();
    let mut work = world.work().await;
    jobs::order(&mut work, jobs::Order::new("notices.send", &json!({ "message": id }))).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(world.send().await, 1, "it was attempted");
    assert!(world.mails().is_empty(), "and nothing was sent");
    assert_eq!(world.messages(&world.aase).await.iter().filter(|one| one.kind == "visit.booked").count(), 1);
}

async fn a_mail_whose_answer_was_lost_goes_out_the_same_again(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    wants_news(&world).await;
    let server = MailServer::start().await;
    let post = || Post { mailer: Some(server.mailer()), ..world.folders() };
    world.tell_this(&world.aase, |words| Notice { news: true, ..visit(words) }).await.unwrap();
    server.falls_silent(1);
    world.send_by(post()).await;
    assert_eq!(world.fates(&world.aase).await[0].1, "waiting");
    let reason = world.messages(&world.aase).await.remove(0).state_reason;
    assert!(reason.contains("mail server") && !reason.contains('@'), "{reason}");
    world.minutes_later(5);
    world.send_by(post()).await;
    assert_eq!(world.fates(&world.aase).await[0].1, "sent");
    let taken = server.taken();
    assert_eq!(taken.len(), 2, "the server has it twice");
    assert_eq!(taken[0].content, taken[1].content, "and they are one mail to whoever reads it");
    assert_eq!(taken[0].from, taken[1].from);
    assert!(taken[0].from.starts_with("retur+"), "{}", taken[0].from);
}

async fn a_text_message_over_160_characters_is_refused_before_it_is_ordered(world: World) {
    world.has_mobile(&world.aase, "20123456").await;
    let before = world.messages(&world.aase).await.len();
    let long = |words: &'static Words| Notice { short: "a".repeat(161), ..visit(words) };
    let refused = world.tell_this(&world.aase, long).await.unwrap_err();
    let unfit = NoticeError::ShortLength { kind: "visit.booked", length: 161 };
    assert!(matches!(refused, TellError::Unfit(error) if error == unfit), "{refused}");
    assert_eq!((world.messages(&world.aase).await.len(), world.send().await), (before, 0));
}

async fn news_is_for_those_who_want_it_and_unsubscribing_needs_no_sign_in(world: World) {
    let news = |words: &'static Words| Notice { kind: "news", news: true, ..visit(words) };
    world.has_email(&world.aase, "aase@example.dk").await;
    assert_eq!(world.tell_this(&world.aase, news).await.unwrap(), Told::NotWanted);
    assert_eq!(world.send().await, 0);
    wants_news(&world).await;
    world.tell_this(&world.aase, news).await.unwrap();
    world.tell(&world.aase).await;
    world.send().await;
    let mails = world.mails();
    assert!(mails[0].raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{}", mails[0].raw);
    assert!(!mails[1].raw.contains("List-Unsubscribe"), "what concerns somebody cannot be ended");

    let end = mails[0].text.rsplit(PUBLIC).next().map(|rest| rest.trim().to_owned()).unwrap();
    assert!(end.starts_with("/afmeld/"), "{end}");
    world.get_as_nobody(&end).await.says(&["Stop med nyheder"]);
    assert!(world.contact(&world.aase).await.wants_news, "opening the link ends nothing");
    let ended = world.post_as_nobody(&end, &[("List-Unsubscribe", "One-Click")]).await;
    assert_eq!(ended.status, StatusCode::OK);
    ended.says(&["Du får ikke flere nyheder"]);
    assert!(!world.contact(&world.aase).await.wants_news);
    assert_eq!(world.post_as_nobody(&end, &[]).await.status, StatusCode::OK, "twice does no harm");
    assert_eq!(world.tell_this(&world.aase, news).await.unwrap(), Told::NotWanted);
    let other = world.post_as_nobody("/afmeld/00000000-0000-7000-8000-000000000000", &[]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

async fn without_a_mail_server_a_mail_waits_and_says_so(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    world.has_mobile(&world.bo, "20123456").await;
    world.tell(&world.aase).await;
    world.tell(&world.bo).await;
    world.send_by(Post { mailer: None, texts: None, ..world.folders() }).await;
    let waiting = |person| async move { world_message(person).await };
    async fn world_message((world, person): (&World, &crate::world::Person)) -> (String, String) {
        let message = world.messages(person).await.remove(0);
        (message.state.code().to_owned(), message.state_reason)
    }
    let mail = waiting((&world, &world.aase)).await;
    assert_eq!(mail, ("waiting".to_owned(), "no mail server is set up".to_owned()));
    let text = waiting((&world, &world.bo)).await;
    assert_eq!(text, ("waiting".to_owned(), "no gateway for text messages is set up".to_owned()));
    assert_eq!(world.figures().await.waiting, 2);
    world.minutes_later(5);
    world.send().await;
    assert_eq!((world.mails().len(), world.texts().len(), world.figures().await.waiting), (1, 1, 0));
}

async fn who_wants_nothing_sent_reads_it_on_their_page(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    let reply = world.post(&world.aase, "/min-side/kontakt/kanal", &[("channel", "page")]).await;
    assert_eq!(reply.location, "/min-side/kontakt?saved=choice");
    let told = world.tell(&world.aase).await;
    assert!(matches!(told, Told::By(Channel::Page, _)), "{told:?}");
    assert_eq!(world.send().await, 0);
    world.get(&world.aase, "/min-side/beskeder").await.says(&["Din hjælper kommer", "Vises kun her"]);
    assert_eq!(world.figures().await.unsendable, 0);
}

async fn an_address_that_was_deleted_meanwhile_leads_to_the_next_channel(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    world.has_address(&world.aase).await;
    world.tell(&world.aase).await;
    world.post(&world.aase, "/min-side/kontakt/email", &[("email", "")]).await;
    world.send().await;
    let mails = world.mails();
    assert_eq!((mails.len(), mails[0].subject.as_str()), (1, "Vi skriver ikke her mere"));
    let of_visit: Vec<_> =
        world.messages(&world.aase).await.into_iter().filter(|one| one.kind == "visit.booked").collect();
    let fates: Vec<_> = of_visit.iter().map(|one| (one.channel, one.state.code())).collect();
    assert!(fates.contains(&(Channel::Letter, "waiting")) && fates.contains(&(Channel::Email, "failed")));
}

async fn what_is_told_first_arrives_first(world: World) {
    world.has_email(&world.aase, "aase@example.dk").await;
    let server = MailServer::start().await;
    for n in 1..=3 {
        let numbered = |words: &'static Words| Notice { subject: format!("Nummer {n}"), ..visit(words) };
        world.tell_this(&world.aase, numbered).await.unwrap();
    }
    server.falls_silent(1);
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    assert_eq!(server.taken().len(), 1, "those behind it wait");
    world.minutes_later(5);
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    let subjects: Vec<_> =
        server.taken().iter().map(|mail| received(mail.content.as_bytes()).subject).collect();
    assert_eq!(subjects, ["Nummer 1", "Nummer 1", "Nummer 2", "Nummer 3"]);
}

async fn nobody_who_is_not_there_is_told_anything(world: World) {
    let mut work = world.work().await;
    let nobody = work.new_id();
    let refused = notices::tell(&mut work, nobody, visit).await.unwrap_err();
    assert!(matches!(refused, TellError::NoPerson(id) if id == nobody), "{refused}");
}

async fn old_confirmations_are_forgotten_at_night(world: World) {
    world.post(&world.aase, "/min-side/kontakt/email", &[("email", "aase@example.dk")]).await;
    world.send().await;
    let link = link_in(&world.mails().remove(0).text);
    world.post_as_nobody(&link, &[]).await;
    world.get_as_nobody(&link).await.says(&["Din e-mail er bekræftet"]);
    world.later(SignedDuration::from_hours(8 * 24));
    assert_eq!(world.send().await, 1, "the night's work");
    assert_eq!(world.get_as_nobody(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.contact(&world.aase).await.email.working(), Some("aase@example.dk"));
}
