//! What does not arrive.

use notices::{Channel, Post, Taken};

use crate::mail_server::MailServer;
use crate::world::{World, on_both};

on_both!(
    a_bounced_address_leads_to_the_next_channel,
    a_refusal_that_says_nothing_against_the_address_leaves_it_in_use,
    a_report_that_comes_later_does_the_same_and_only_once,
    a_report_is_known_by_the_id_of_the_mail_too,
    a_made_up_report_is_not_believed,
    a_report_about_an_address_that_was_replaced_leaves_the_new_one_in_use,
    a_mistyped_address_is_told_on_the_page,
    where_no_way_is_left_staff_see_it,
);

/// What a mail server writes when a mail could not be delivered (RFC 3464).
fn report(to: &str, message_id: &str, status: &str, action: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example.net\r\n\
         To: {to}\r\n\
         Subject: Undelivered\r\n\
         MIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\
         \r\n\
         --b\r\n\
         Content-Type: text/plain\r\n\
         \r\n\
         It could not be delivered.\r\n\
         --b\r\n\
         Content-Type: message/delivery-status\r\n\
         \r\n\
         Reporting-MTA: dns; mx.example.net\r\n\
         \r\n\
         Final-Recipient: rfc822; somebody@example.net\r\n\
         Action: {action}\r\n\
         Status: {status}\r\n\
         \r\n\
         --b\r\n\
         Content-Type: text/rfc822-headers\r\n\
         \r\n\
         Message-ID: <{message_id}>\r\n\
         \r\n\
         --b--\r\n"
    )
}

async fn take(world: &World, report: &str) -> Taken {
    let mut work = world.work().await;
    let taken = notices::take_bounce(&mut work, report.as_bytes()).await.unwrap();
    work.commit().await.unwrap();
    taken
}

/// Aase's address on a server, and what she was told there.
async fn told_by_mail(world: &World, server: &MailServer) -> (String, String) {
    world.has_email(&world.aase, "aase@example.dk").await;
    world.has_mobile(&world.aase, "20123456").await;
    world.tell(&world.aase).await;
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    let mail = server.taken().remove(0);
    let id = mail.content.split("Message-ID: <").nth(1).unwrap().split('>').next().unwrap().to_owned();
    (mail.from, id)
}

async fn a_bounced_address_leads_to_the_next_channel(world: World) {
    world.has_email(&world.aase, "dead@example.dk").await;
    world.has_mobile(&world.aase, "20123456").await;
    world.chooses(&world.aase, Channel::Email).await;
    let server = MailServer::start().await;
    world.tell(&world.aase).await;
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    assert!(server.taken().is_empty());
    assert_eq!(world.texts().len(), 1, "it went by text message instead");

    let contact = world.contact(&world.aase).await;
    assert!(contact.email.bounced && contact.ways() == [Channel::Sms]);
    let fates = world.fates(&world.aase).await;
    assert!(fates.contains(&(Channel::Email, "bounced", "d•••@example.dk".to_owned())), "{fates:?}");
    assert!(fates.contains(&(Channel::Sms, "sent", "•• •• 34 56".to_owned())), "{fates:?}");
    assert_eq!((world.figures().await.failed, world.figures().await.bounced), (1, 1));
    world.get(&world.aase, "/min-side/kontakt").await.says(&["Mails til dead@example.dk kommer ikke frem"]);
    assert!(world.audit().await.iter().any(|record| record.action == "contact.bounce"));

    world.empty_folders();
    world.tell(&world.aase).await;
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    assert_eq!(world.texts().len(), 1, "the dead address is not tried again");
    world.later(jiff::SignedDuration::from_hours(25));
    assert_eq!(world.figures().await.failed, 0, "only the last day counts");
}

async fn a_refusal_that_says_nothing_against_the_address_leaves_it_in_use(world: World) {
    world.has_email(&world.aase, "wary@example.dk").await;
    world.has_address(&world.aase).await;
    let server = MailServer::start().await;
    world.tell(&world.aase).await;
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    let contact = world.contact(&world.aase).await;
    assert_eq!((contact.email.bounced, contact.ways()[0]), (false, Channel::Email));
    let fates: Vec<_> =
        world.fates(&world.aase).await.into_iter().map(|(channel, state, _)| (channel, state)).collect();
    assert!(fates.contains(&(Channel::Email, "failed")) && fates.contains(&(Channel::Letter, "waiting")));
}

async fn a_report_that_comes_later_does_the_same_and_only_once(world: World) {
    let server = MailServer::start().await;
    let (from, _) = told_by_mail(&world, &server).await;
    assert!(from.starts_with("retur+") && from.ends_with("@example.dk"), "{from}");
    let delayed = report(&from, "x@example.dk", "4.4.1", "delayed");
    assert_eq!(take(&world, &delayed).await, Taken::StillTrying);

    let failed = report(&from, "x@example.dk", "5.1.1", "failed");
    assert!(matches!(take(&world, &failed).await, Taken::Bounced(_)));
    assert_eq!(take(&world, &failed).await, Taken::NotOurs, "taken before");
    world.send().await;
    assert_eq!(world.texts().len(), 1);
    assert!(world.contact(&world.aase).await.email.bounced);
    let records = world.audit().await;
    let came_back: Vec<_> = records.iter().filter(|record| record.action == "message.bounce").collect();
    assert_eq!((came_back.len(), came_back[0].concerns), (1, Some(world.aase.id)));
    assert!(came_back[0].after.as_ref().unwrap().contains("5.1.1"));
}

async fn a_report_is_known_by_the_id_of_the_mail_too(world: World) {
    let server = MailServer::start().await;
    let (_, id) = told_by_mail(&world, &server).await;
    let full = report("svar-ikke@example.dk", &id, "5.2.2", "failed");
    assert!(matches!(take(&world, &full).await, Taken::Bounced(_)));
    assert!(!world.contact(&world.aase).await.email.bounced, "a full mailbox may be emptied");
    world.send().await;
    assert_eq!(world.texts().len(), 1, "but Aase is told all the same");
}

async fn a_made_up_report_is_not_believed(world: World) {
    let server = MailServer::start().await;
    let (_, id) = told_by_mail(&world, &server).await;
    for made_up in [
        report("retur+00000000000000000000000000000000@example.dk", &id, "5.1.1", "failed"),
        report("svar-ikke@example.dk", "nothing@example.dk", "5.1.1", "failed"),
        "From: aase@example.dk\r\nSubject: Re: hej\r\n\r\nTak!\r\n".to_owned(),
    ] {
        assert_eq!(take(&world, &made_up).await, Taken::NotOurs, "{made_up}");
    }
    assert!(!world.contact(&world.aase).await.email.bounced);
    assert_eq!(world.send().await, 0);
}

async fn a_report_about_an_address_that_was_replaced_leaves_the_new_one_in_use(world: World) {
    let server = MailServer::start().await;
    let (from, _) = told_by_mail(&world, &server).await;
    // Masked, both look the same.
    world.has_email(&world.aase, "aase.holm@example.dk").await;
    let failed = report(&from, "x@example.dk", "5.1.1", "failed");
    assert!(matches!(take(&world, &failed).await, Taken::Bounced(_)));
    let contact = world.contact(&world.aase).await;
    assert_eq!(contact.email.working(), Some("aase.holm@example.dk"));
}

async fn a_mistyped_address_is_told_on_the_page(world: World) {
    let server = MailServer::start().await;
    world.has_address(&world.aase).await;
    world.post(&world.aase, "/min-side/kontakt/email", &[("email", "dead@example.dk")]).await;
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    world.get(&world.aase, "/min-side/kontakt").await.says(&["Du har ikke bekræftet dead@example.dk endnu"]);
    let fates = world.fates(&world.aase).await;
    assert_eq!(fates, [(Channel::Email, "bounced", "d•••@example.dk".to_owned())], "no letter about it");
}

async fn where_no_way_is_left_staff_see_it(world: World) {
    world.has_email(&world.aase, "dead@example.dk").await;
    let server = MailServer::start().await;
    world.tell(&world.aase).await;
    world.send_by(Post { mailer: Some(server.mailer()), ..world.folders() }).await;
    assert_eq!(world.figures().await.unsendable, 1);
    let page = world.get(&world.erik, "/staff/letters").await;
    page.says(&["Kan ikke sendes", "Aase Holm"]);
    let id = page.body.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let reply = world.post(&world.erik, "/staff/letters/told-in-person", &[("id", id)]).await;
    assert_eq!(reply.location, "/staff/letters");
    assert_eq!(world.figures().await.unsendable, 0);
    let record = world.audit().await.remove(0);
    assert_eq!((record.action.as_str(), record.concerns), ("letter.told_in_person", Some(world.aase.id)));
}
