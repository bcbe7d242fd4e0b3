//! Who may do what, asked at the command line; and the systems that may ask.

use std::process::Output;

use access::mandates::{By, Limits, Party, Terms, begin, sign};
use access::{Holder, ManageMandates, allow};
use people::{NewPerson, create_person};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via};
use store::Store;

use crate::backups::new_postgres;
use crate::{omtanke, said};

/// Aase, who has let Bo read her post, in a database.
struct Town {
    url: String,
    aase: String,
    bo: String,
    _folder: tempfile::TempDir,
}

impl Town {
    async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("omtanke.db").display());
        Self::open(url, folder).await
    }

    async fn on_postgres(name: &str) -> Self {
        Self::open(new_postgres(name).await, tempfile::tempdir().unwrap()).await
    }

    async fn open(url: String, folder: tempfile::TempDir) -> Self {
        let store = Store::open(&url).await.unwrap();
        let realm = Realm::new(RealmKind::Live, "", store, Clock::System, Chance::System);
        schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
        let mut work = realm.work(Actor::program("story", Via::Program)).await.unwrap();
        let person = |name: &str, born| NewPerson { name: name.to_owned(), birth_date: Some(born) };
        let aase =
            create_person(&mut work, person("Aase Holm", jiff::civil::date(1940, 1, 1))).await.unwrap();
        let bo = create_person(&mut work, person("Bo Holm", jiff::civil::date(1970, 2, 2))).await.unwrap();
        let owner = Holder::Person(aase.id);
        let (mut work, permit) = allow::<ManageMandates>(work, owner).await.unwrap();
        let terms = Terms {
            powers: vec!["post.read".to_owned()],
            starts_on: work.today(),
            ends_on: None,
            with_past_mail: true,
            limits: Limits::default(),
        };
        let by = By::Giver(&permit);
        let given = begin(&mut work, by, owner, Party::Person(bo.id), None, terms).await.unwrap();
        sign(&mut work, by, given.id).await.unwrap();
        work.commit().await.unwrap();
        realm.store.clone().close().await;
        Self { url, aase: aase.id.to_string(), bo: bo.id.to_string(), _folder: folder }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        omtanke(&[&["access"], arguments, &["--database", &self.url]].concat())
    }

    fn decide(&self, action: &str, resource: &str) -> Output {
        self.run(&["decide", "--subject", &self.bo, "--action", action, "--resource", resource])
    }
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn an_answer_is_printed_in_words(town: &Town) {
    let mailbox = format!("mailbox:{}", town.aase);
    let yes = printed(&town.decide("mail.read", &mailbox));
    assert!(
        yes.starts_with("ja / yes (mandate)\nEn fuldmagt åbner for det.\nA mandate opens this.\n"),
        "{yes}"
    );
    assert!(yes.contains("(digital-post)"), "{yes}");
    let no = printed(&town.decide("mail.delete", &mailbox));
    assert!(no.starts_with("nej / no (other_power)\nFuldmagten gælder noget andet.\n"), "{no}");
    let who = printed(&town.run(&["who-can", "--owner", &town.aase, "--action", "mail.read"]));
    assert_eq!(who.lines().count(), 2, "{who}");
    assert!(
        who.contains("Aase Holm  It is the person's own.") && who.contains("Bo Holm  A mandate"),
        "{who}"
    );
    let everywhere = printed(&town.run(&["who-can", "--owner", &town.aase, "--action", "exemption.decide"]));
    assert!(everywhere.contains("trusted_employee"), "{everywhere}");
    let pension = ["who-can", "--owner", &town.aase, "--action", "service.see", "--service", "pension"];
    assert_eq!(printed(&town.run(&pension)).lines().count(), 1);
}

fn what_is_wrong_is_named(town: &Town) {
    for (action, resource, words) in [
        ("mail.read", "mailbox", "--resource: is not TYPE:ID"),
        ("mail.read", "mailbox:Aase", "resource.id: is no id"),
        ("mail.burn", "mailbox:00000000-0000-7000-8000-000000000000", "action.name: is no action"),
        ("service.see", "service:tax", "resource.properties.owner: is missing"),
    ] {
        let output = town.decide(action, resource);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains(words), "{}", said(&output));
    }
    let nobody = "mailbox:00000000-0000-7000-8000-000000000000";
    assert!(printed(&town.decide("mail.read", nobody)).contains("resource.id: names nobody"));
    let output = town.run(&["who-can", "--owner", &town.aase, "--action", "audit.read"]);
    assert!(said(&output).contains("--action: audit.read"), "{}", said(&output));
    let more = ["decide", "--subject", &town.bo, "--action", "service.see", "--resource", "service:tax"];
    let owner = format!("owner={}", town.aase);
    let fine = town.run(&[&more[..], &["--property", &owner, "--property", "case_number=26/1"]].concat());
    assert!(printed(&fine).starts_with("nej / no (other_power)"), "{}", said(&fine));
    let output = town.run(&[&more[..], &["--property", "owner"]].concat());
    assert!(said(&output).contains("--property: is not NAME=VALUE"), "{}", said(&output));
}

async fn a_system_is_let_in_and_ended(town: &Town) {
    let secret = printed(&town.run(&["system", "add", "Fagsystem"]));
    let listed = printed(&town.run(&["system", "list"]));
    let id = listed.split("  ").next().unwrap().to_owned();
    assert!(listed.contains("Fagsystem") && !listed.contains(secret.trim()) && !listed.contains("ended"));
    let known = async || {
        let store = Store::open(&town.url).await.unwrap();
        let tx = store.read().await.unwrap();
        let system = access::systems::system_by_secret(&tx, secret.trim()).await.unwrap();
        drop(tx);
        store.close().await;
        system.map(|system| system.name)
    };
    assert_eq!(known().await.as_deref(), Some("Fagsystem"));
    assert_eq!(printed(&town.run(&["system", "end", &id])), "the system asks no more\n");
    assert_eq!(printed(&town.run(&["system", "end", &id])), "there is no such system that may ask\n");
    assert_eq!(known().await, None);
    assert!(printed(&town.run(&["system", "list"])).contains("ended"));
    let output = town.run(&["system", "add", " "]);
    assert!(said(&output).contains("1 to 80 characters"), "{}", said(&output));
}

#[test]
fn the_matrix_is_the_one_that_is_kept() {
    let kept = include_str!("../../../../policies/matrix.txt");
    assert_eq!(printed(&omtanke(&["access", "matrix"])), kept);
}

#[tokio::test]
async fn who_may_do_what_is_asked_on_sqlite() {
    let town = Town::on_sqlite().await;
    an_answer_is_printed_in_words(&town);
    what_is_wrong_is_named(&town);
    a_system_is_let_in_and_ended(&town).await;
}

#[tokio::test]
async fn who_may_do_what_is_asked_on_postgres() {
    let town = Town::on_postgres("asking").await;
    an_answer_is_printed_in_words(&town);
    what_is_wrong_is_named(&town);
    a_system_is_let_in_and_ended(&town).await;
}
