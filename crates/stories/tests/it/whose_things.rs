//! Every route to somebody's things, as everybody who might knock: `policies/walk.txt` is the table of what they were answered.
//! Whoever changes who may do what sees it there, line by line.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use access::mandates::{By, Limits, MandateTag, Party, Terms, ask, begin, mandate, sign, withdraw};
use access::{Holder, ManageMandates, ReadMail, SortMail, allow, allow_to_see};
use basics::Id;
use jiff::ToSpan as _;
use mailbox::folders::make_folder;
use mailbox::letters::{ARCHIVE, INBOX};
use mailbox::reading::Shelf;
use people::{NewPerson, OrganisationTag, Role};
use realm::{Actor, PersonTag, Via, Work};
use stories::{House, on_both};
use town::{AASE, CONNY, ERIK, FRIDA, GUSTAV, Townsman};
use uuid::Uuid;

on_both!(whoever_knocks_is_answered_as_the_table_says);

/// Nothing that any of them knocks at may lie elsewhere.
const THINGS: [&str; 10] = [
    "/for/",
    "/virksomhed",
    "/fuldmagt",
    "/jeg-hjaelper",
    "/post/brev",
    "/staff/mandates",
    "/staff/exemptions",
    "/staff/nemsms",
    "/selvbetjening",
    "/virk/",
];

/// Somebody who knocks.
struct Knocking {
    name: &'static str,
    person: Option<Id<PersonTag>>,
    /// What Aase, or the pizzeria, has given them.
    given: Given,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    Nothing,
    ByAase(Kind),
    ByPizzeria(Kind),
    ByGustav(Kind),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Read,
    ReadAndWrite,
    OneFolder,
    NewMailOnly,
    TaxOnly,
    Ended,
    TakenBack,
    NotBegun,
    AskedFor,
}

/// Where everything lies.
struct Things {
    aase: Id<PersonTag>,
    gustav: Id<PersonTag>,
    pizzeria: Id<OrganisationTag>,
    folder: Uuid,
    /// A letter in that folder, and one in the inbox.
    inside: String,
    outside: String,
    company_letter: String,
}

async fn whoever_knocks_is_answered_as_the_table_says(house: House) {
    let things = things(&house).await;
    let everybody = everybody(&house, &things).await;
    let mut table: BTreeMap<(String, String, &str), Vec<u16>> = BTreeMap::new();
    for who in &everybody {
        for route in omtanke::app::routes(true).list() {
            if !THINGS.iter().any(|beginning| route.path.starts_with(beginning)) {
                continue;
            }
            let variants: &[&str] =
                if route.path.contains("{letter}") && !route.path.starts_with("/virksomhed") {
                    &["in the folder", "elsewhere"]
                } else {
                    &[""]
                };
            for variant in variants {
                // What a form has ended is given anew, so that each call meets the same.
                let given = give(&house, &things, who).await;
                let cookie = match who.person {
                    Some(person) => session(&house, person).await,
                    None => String::new(),
                };
                let path = address(route.path, &things, given, *variant == "elsewhere");
                let answer = house.send(route.method.as_str(), &path, &cookie, "").await;
                assert_ne!(answer.status, 500, "{} {path} as {}\n{}", route.method, who.name, answer.body);
                let line = (route.path.to_owned(), route.method.to_string(), *variant);
                table.entry(line).or_default().push(answer.status);
            }
        }
    }
    let written = written(&everybody, &table);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/walk.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    for (kept, written) in kept.lines().zip(written.lines()) {
        assert_eq!(
            kept, written,
            "run `UPDATE=1 cargo test -p stories whoever_knocks` and read what changed"
        );
    }
    assert_eq!(kept.lines().count(), written.lines().count());
    no_surprises(&everybody, &table);
}

/// What must hold of the table whatever it says: reading Aase's post needs something of hers that is in force and reaches.
fn no_surprises(everybody: &[Knocking], table: &BTreeMap<(String, String, &str), Vec<u16>>) {
    let mut asked = 0;
    for ((path, method, variant), answers) in table {
        let is_a_letter = path.starts_with("/for/") && path.contains("/post/brev/") && method == "GET";
        if !is_a_letter {
            continue;
        }
        for (who, status) in everybody.iter().zip(answers) {
            let reaches = match who.given {
                Given::ByAase(Kind::Read | Kind::ReadAndWrite) => true,
                Given::ByAase(Kind::OneFolder) => *variant == "in the folder",
                _ => who.name == "owner",
            };
            if !reaches {
                // Some addresses only lead back to the inbox, which decides for itself.
                assert!(![200, 206].contains(status), "{method} {path} {variant} as {}: {status}", who.name);
                asked += 1;
            }
        }
    }
    assert!(asked > 50, "only {asked} answers were looked at");
}

fn written(everybody: &[Knocking], table: &BTreeMap<(String, String, &str), Vec<u16>>) -> String {
    let mut lines = String::from(
        "Every route to somebody's things, and what each of these was answered there. Written by a test; see README.md.\n",
    );
    for (number, who) in everybody.iter().enumerate() {
        writeln!(lines, "  {:>2} {}", number + 1, who.name).unwrap();
    }
    let heads: Vec<String> = (1..=everybody.len()).map(|number| format!("{number:>3}")).collect();
    writeln!(lines, "{:<88} {}", "", heads.join(" ")).unwrap();
    for ((path, method, variant), answers) in table {
        let call = format!("{method} {path} {variant}");
        let answers: Vec<String> = answers.iter().map(u16::to_string).collect();
        writeln!(lines, "{:<88} {}", call.trim_end(), answers.join(" ")).unwrap();
    }
    lines
}

async fn everybody(house: &House, things: &Things) -> Vec<Knocking> {
    use Given::{ByAase, ByGustav, ByPizzeria, Nothing};
    let mut work = begin_work(house).await;
    let (today, pizzeria) = (work.today(), things.pizzeria);
    let mut everybody = vec![
        Knocking { name: "nobody signed in", person: None, given: Nothing },
        Knocking { name: "owner", person: Some(things.aase), given: Nothing },
        Knocking { name: "trusted employee", person: Some(townsman(&work, CONNY).await), given: Nothing },
        Knocking { name: "administrator", person: Some(townsman(&work, ERIK).await), given: Nothing },
        Knocking {
            name: "answers for the company's post",
            person: Some(townsman(&work, FRIDA).await),
            given: Nothing,
        },
    ];
    for (name, given) in [
        ("stranger", Nothing),
        ("reads Aase's post", ByAase(Kind::Read)),
        ("reads and writes Aase's post", ByAase(Kind::ReadAndWrite)),
        ("reads one folder of Aase's", ByAase(Kind::OneFolder)),
        ("reads what came since", ByAase(Kind::NewMailOnly)),
        ("sees Aase's tax only", ByAase(Kind::TaxOnly)),
        ("read Aase's post until yesterday", ByAase(Kind::Ended)),
        ("Aase took it back", ByAase(Kind::TakenBack)),
        ("reads Aase's post from tomorrow", ByAase(Kind::NotBegun)),
        ("has asked Aase", ByAase(Kind::AskedFor)),
        ("reads Gustav's post", ByGustav(Kind::Read)),
        ("employee who reads the company's post", ByPizzeria(Kind::Read)),
        ("employee without rights", Nothing),
        ("employee of yesterday", ByPizzeria(Kind::Read)),
        ("signatory of another company", Nothing),
    ] {
        let new = NewPerson { name: format!("Prøve {name}"), birth_date: None };
        let person = people::create_person(&mut work, new).await.unwrap().id;
        if name.starts_with("employee") {
            let role = Role::Employee;
            people::add_member(&mut work, person, pizzeria, role, today, None).await.unwrap();
        }
        if name == "signatory of another company" {
            let details = people::OrganisationDetails::new("Andet firma", people::OrganisationKind::Company);
            let other = people::create_organisation(&mut work, details).await.unwrap().id;
            people::add_member(&mut work, person, other, Role::Signatory, today, None).await.unwrap();
        }
        everybody.push(Knocking { name, person: Some(person), given });
    }
    work.commit().await.unwrap();
    // What ends with a day must have been given before it.
    for who in &everybody {
        if matches!(who.given, ByAase(Kind::Ended)) || who.name == "employee of yesterday" {
            give(house, things, who).await;
        }
    }
    house.realm.clock.advance(jiff::SignedDuration::from_hours(24));
    let mut work = begin_work(house).await;
    let yesterday = work.today().yesterday().unwrap();
    let left = everybody.iter().find(|who| who.name == "employee of yesterday").unwrap().person.unwrap();
    for membership in people::memberships_of(work.tx(), left, work.today()).await.unwrap() {
        people::end_membership(&mut work, membership.id, yesterday).await.unwrap();
    }
    work.commit().await.unwrap();
    everybody
}

/// Gives somebody what they have, unless they have it. Gives the mandate that they would name.
async fn give(house: &House, things: &Things, who: &Knocking) -> Option<Id<MandateTag>> {
    let (owner, kind) = match who.given {
        Given::Nothing => return None,
        Given::ByAase(kind) => (Holder::Person(things.aase), kind),
        Given::ByGustav(kind) => (Holder::Person(things.gustav), kind),
        Given::ByPizzeria(kind) => (Holder::Organisation(things.pizzeria), kind),
    };
    let person = who.person.unwrap();
    let mut work = begin_work(house).await;
    let mut held = access::mandates::of_owner(work.tx(), owner).await.unwrap();
    held.retain(|one| one.to.person() == Some(person));
    let stands = held.iter().find(|one| match kind {
        Kind::TakenBack => true,
        Kind::AskedFor => one.state.is_open(),
        _ => one.state == access::mandates::State::Active,
    });
    if let Some(stands) = stands.or(if who.name == "employee of yesterday" { held.first() } else { None }) {
        return Some(stands.id);
    }
    let to = match owner {
        Holder::Person(_) => Party::Person(person),
        Holder::Organisation(organisation) => Party::Employee { person, organisation },
    };
    let today = work.today();
    let power = match kind {
        Kind::ReadAndWrite => "post.read_write",
        Kind::TaxOnly => "tax.see",
        _ => "post.read",
    };
    let folders = (kind == Kind::OneFolder).then(|| vec![things.folder]);
    let terms = Terms {
        powers: vec![power.to_owned()],
        starts_on: if kind == Kind::NotBegun { today.saturating_add(10.days()) } else { today },
        ends_on: (kind == Kind::Ended).then_some(today),
        with_past_mail: kind != Kind::NewMailOnly,
        limits: Limits { folders, ..Limits::default() },
    };
    let id = if kind == Kind::AskedFor {
        let asks = By::Holder(person);
        let drafted = begin(&mut work, asks, owner, to, None, terms).await.unwrap();
        ask(&mut work, asks, drafted.id).await.unwrap();
        work.commit().await.unwrap();
        drafted.id
    } else {
        let (mut work, permit) = allow::<ManageMandates>(work, owner).await.unwrap();
        let gives = By::Giver(&permit);
        let drafted = begin(&mut work, gives, owner, to, None, terms).await.unwrap();
        sign(&mut work, gives, drafted.id).await.unwrap();
        if kind == Kind::TakenBack {
            withdraw(&mut work, gives, drafted.id).await.unwrap();
        }
        work.commit().await.unwrap();
        drafted.id
    };
    let tx = house.realm.read().await.unwrap();
    assert!(mandate(&tx, id).await.unwrap().is_some());
    Some(id)
}

async fn things(house: &House) -> Things {
    let opening = begin_work(house).await;
    let aase = townsman(&opening, AASE).await;
    let gustav = townsman(&opening, GUSTAV).await;
    let frida = townsman(&opening, FRIDA).await;
    let today = opening.today();
    let memberships = people::memberships_of(opening.tx(), frida, today).await.unwrap();
    let pizzeria = memberships[0].organisation;
    let (mut work, permit) = allow::<SortMail>(opening, Holder::Person(aase)).await.unwrap();
    let folder = make_folder(&mut work, &permit, "Prøvemappe", None).await.unwrap();
    work.commit().await.unwrap();

    let letters = letters_of(house, Holder::Person(aase), aase).await;
    let (inside, outside) = (letters[0], letters[1]);
    let moving = begin_work(house).await;
    let (mut work, permit) = allow::<SortMail>(moving, Holder::Person(aase)).await.unwrap();
    let mailbox =
        mailbox::mailbox_of(work.tx(), &house.realm.vault, Holder::Person(aase)).await.unwrap().unwrap();
    let moved =
        mailbox::sorting::move_letters(&mut work, &permit, &mailbox, &[inside], folder).await.unwrap();
    assert_eq!(moved, 1);
    work.commit().await.unwrap();
    let company = letters_of(house, Holder::Organisation(pizzeria), frida).await;
    Things {
        aase,
        gustav,
        pizzeria,
        folder: folder.uuid(),
        inside: inside.to_string(),
        outside: outside.to_string(),
        company_letter: company[0].to_string(),
    }
}

async fn letters_of(
    house: &House,
    holder: Holder,
    reader: Id<PersonTag>,
) -> Vec<Id<mailbox::letters::LetterTag>> {
    let tx = house.realm.read().await.unwrap();
    let program = Actor::program("story", Via::Program);
    let permit = allow_to_see::<ReadMail>(&house.realm, &program, &tx, holder).await.unwrap();
    let mailbox = mailbox::mailbox_of(&tx, &house.realm.vault, holder).await.unwrap().unwrap();
    let mut found = Vec::new();
    for folder in [INBOX, ARCHIVE] {
        let now = house.realm.now();
        let shelf = Shelf::Folder(folder);
        let page = mailbox::reading::letters(&tx, &permit, &mailbox, reader, shelf, None, now).await.unwrap();
        found.extend(page.letters.iter().map(|letter| letter.id));
    }
    found
}

/// An address that the pattern matches, with these things in it.
fn address(pattern: &str, things: &Things, mandate: Option<Id<MandateTag>>, elsewhere: bool) -> String {
    let nobody = "00000000-0000-7000-8000-000000000000".to_owned();
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap();
        let is_company = pattern.starts_with("/virksomhed/");
        out.push_str(&match name {
            "person" => things.aase.to_string(),
            "organisation" => things.pizzeria.to_string(),
            "letter" if is_company => things.company_letter.clone(),
            "letter" if elsewhere => things.outside.clone(),
            "letter" => things.inside.clone(),
            "folder" => things.folder.to_string(),
            "n" | "file" => "0".to_owned(),
            "form" if pattern.starts_with("/virk/") => "moms".to_owned(),
            "form" => "folkepension".to_owned(),
            "step" => "se".to_owned(),
            "mandate" | "id" => mandate.map_or_else(|| nobody.clone(), |id| id.to_string()),
            _ => nobody.clone(),
        });
        rest = after;
    }
    out + rest
}

async fn begin_work(house: &House) -> Work<'_> {
    house.realm.work(Actor::program("story", Via::Program)).await.unwrap()
}

async fn townsman(work: &Work<'_>, who: Townsman) -> Id<PersonTag> {
    let subject = format!("town-{}", who.user_name);
    people::person_by_identity(work.tx(), "demo", &subject).await.unwrap().unwrap().id
}

async fn session(house: &House, person: Id<PersonTag>) -> String {
    let mut work = begin_work(house).await;
    let secret = people::session::start(&mut work, person, "demo").await.unwrap();
    work.commit().await.unwrap();
    format!("omtanke={secret}")
}
