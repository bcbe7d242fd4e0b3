//! What a sandbox sends comes to its own telephone; what it orders, it does itself; and nothing of it is sent, ordered or shown
//! anywhere else.

use std::sync::Arc;

use courier::{FolderGateway, Mailer, Texts};
use jiff::SignedDuration;
use jobs::Runner;
use notices::Post;
use page::{Phone, Site};
use realm::{RealmKeeper as _, RealmKind};
use stories::House;
use town::AASE;

use super::{changed, contents, on_both_live, open, sandboxes};

on_both_live!(
    mails_and_text_messages_of_a_sandbox_come_to_its_own_telephone,
    a_moved_clock_moves_in_one_sandbox_only,
    what_a_sandbox_was_is_gone_after_its_end_and_new_after_a_reset,
);

/// A house that really sends, into a folder where it can be seen.
fn servers(house: &House, folder: &std::path::Path) -> Arc<Post> {
    let phone = Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true };
    let site = Site { public_url: house.public_url.clone(), phone, demo: false, behind_proxy: false };
    Arc::new(Post {
        mailer: Some(Mailer::to_folder(folder.join("mail"))),
        texts: Some(Texts::new(vec![Box::new(FolderGateway::new(folder.join("sms")))])),
        site: Arc::new(site),
    })
}

fn files(folder: &std::path::Path) -> Vec<String> {
    let mut all = Vec::new();
    for kind in ["mail", "sms"] {
        for file in std::fs::read_dir(folder.join(kind)).into_iter().flatten() {
            all.push(String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned());
        }
    }
    all
}

async fn mails_and_text_messages_of_a_sandbox_come_to_its_own_telephone(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    let out = tempfile::tempdir().unwrap();
    let runner = Runner::new(
        house.realm.clone(),
        Arc::new(omtanke::reactions::jobs(servers(&house, out.path()))),
        "story",
    );
    runner.drain().await.unwrap();
    let sent_before = files(out.path()).len();
    let before = [contents(&house.realm).await, contents(&other.realm).await];

    let email = [("email", "aase.oever@example.dk")];
    let asked = house.post_as(&one.cookie(), &one.at("/min-side/kontakt/email"), &email).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    let mobile = [("mobile", "20 99 88 77")];
    let asked = house.post_as(&one.cookie(), &one.at("/min-side/kontakt/mobil"), &mobile).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    let after = [contents(&house.realm).await, contents(&other.realm).await];
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(changed(before, after), Vec::<String>::new());
    }
    runner.drain().await.unwrap();
    assert_eq!(files(out.path()).len(), sent_before, "nothing was sent");

    // The page beside which it came says so, and the telephone shows it whole.
    let page = house.get_as(&one.cookie(), &one.at("/min-side/kontakt")).await;
    assert!(page.body.contains("+4520998877"), "{}", page.body);
    let telephone = house.get_as(&one.cookie(), &one.at("/oevelse/telefon")).await;
    assert!(telephone.body.contains("aase.oever@example.dk") && telephone.body.contains("+4520998877"));
    let silent = house.get_as(&other.cookie(), &other.at("/oevelse/telefon")).await;
    assert!(!silent.body.contains("+4520998877"));

    // The link in the mail leads back into the sandbox, and does there what it promises.
    let link = telephone.body.split("href=\"").filter_map(|part| part.split('"').next());
    let link =
        link.filter_map(|link| link.strip_prefix(&house.public_url)).find(|link| link.contains("/bekraeft/"));
    let link = link.unwrap_or_else(|| panic!("no link in {}", telephone.body));
    assert!(link.starts_with(&one.prefix), "{link}");
    assert_eq!(house.get_as("", link).await.status, 200);
    assert_eq!(house.get_as("", link.strip_prefix(&one.prefix).unwrap()).await.status, 404);

    // And the other way: what the live realm sends, no sandbox shows.
    let live = house.sign_in(AASE).await;
    let asked = house.post_as(&live, "/min-side/kontakt/mobil", &[("mobile", "20 11 22 33")]).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    runner.drain().await.unwrap();
    assert_eq!(files(out.path()).len(), sent_before + 1);
    for sandbox in [&one, &other] {
        let telephone = house.get_as(&sandbox.cookie(), &sandbox.at("/oevelse/telefon")).await;
        assert!(!telephone.body.contains("+4520112233"));
    }
}

async fn a_moved_clock_moves_in_one_sandbox_only(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    let (live_before, other_before) = (house.realm.now(), other.realm.clock.ahead());
    let moved = house.post_as(&one.cookie(), &one.at("/oevelse/tid"), &[("days", "3")]).await;
    assert_eq!(moved.status, 303, "{}", moved.body);
    assert_eq!(one.realm.clock.ahead(), SignedDuration::from_hours(72));
    assert_eq!((house.realm.now(), other.realm.clock.ahead()), (live_before, other_before));
    // Whoever was signed in still is.
    let (name, secret) = super::cookie_in(&moved);
    let cookie = format!("{name}={secret}");
    assert_eq!(house.get_as(&cookie, &one.at("/min-side")).await.status, 200);
    for days in ["0", "-3", "101", "x", ""] {
        let refused = house.post_as(&cookie, &one.at("/oevelse/tid"), &[("days", days)]).await;
        assert_eq!(refused.status, 400, "{days:?}");
    }
    assert_eq!(
        house.post_as("", "/oevelse/tid", &[("days", "3")]).await.status,
        404,
        "the live clock has no such button"
    );
}

async fn what_a_sandbox_was_is_gone_after_its_end_and_new_after_a_reset(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    assert_eq!(one.realm.kind, RealmKind::Sandbox);
    let folder = [("name", "Blåbærgrød")];
    house.post_as(&one.cookie(), &one.at("/post/mapper"), &folder).await;
    assert!(house.get_as(&one.cookie(), &one.at("/post")).await.body.contains("Blåbærgrød"));

    let reset = house.post_as(&one.cookie(), &one.at("/oevelse/forfra"), &[]).await;
    assert_eq!((reset.status, reset.header("location")), (303, one.at("/post").as_str()));
    assert_eq!(
        house.get_as(&one.cookie(), &one.at("/post")).await.status,
        401,
        "the session was of the old one"
    );
    let (name, secret) = super::cookie_in(&reset);
    let page = house.get_as(&format!("{name}={secret}"), &one.at("/post")).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("Blåbærgrød"));
    let key = one.prefix.strip_prefix("/oev/").unwrap();
    let renewed = sandboxes(&house).realm(key).await.unwrap();
    assert_ne!(
        renewed.vault.find_marks("story", b"x"),
        one.realm.vault.find_marks("story", b"x"),
        "new keys"
    );

    let ended = house.post_as("", &one.at("/oevelse/slut"), &[]).await;
    assert_eq!((ended.status, ended.header("location")), (303, "/oev?slut=1"));
    let gone = house.get(&one.at("/post")).await;
    assert_eq!(gone.status, 404);
    assert!(gone.body.contains("href=\"/oev\""), "there is a way on\n{}", gone.body);
    assert_eq!(house.get_as(&other.cookie(), &other.at("/post")).await.status, 200);
    assert_eq!(house.post_as("", "/oevelse/slut", &[]).await.status, 404);
    assert_eq!(house.get("/").await.status, 200);
}
