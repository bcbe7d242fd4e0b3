//! A company's rights: its people, its adviser, and the adviser's named people.

use access::mandates::{By, Mandate, MandateError, Party, State, Thing, Unfit};
use access::{
    ActInService, Action, Decision, Holder, ManageMandates, Place as _, Question, ReadMail, SeeService,
};
use http::StatusCode;

use crate::world::{ACCOUNTANT, Person, World, assert_plain, names_of_texts, on_both};

on_both!(
    mette_gives_nora_a_right_and_takes_it_back,
    a_right_for_one_department_reaches_no_other,
    somebody_new_is_let_in_by_number_and_name,
    whoever_leaves_loses_everything_at_once,
    an_adviser_passes_on_and_all_ends_with_what_it_was_given,
    nothing_is_passed_on_further_or_wider,
    an_employee_asks_and_the_company_answers,
    mette_finds_her_company_with_her_own_mitid,
    others_see_nothing_of_a_company,
    every_page_says_everything_and_is_plain,
);

/// Whether somebody may do something to a company's thing at this very moment.
async fn may<A: Action<On = Holder>>(
    world: &World,
    who: &Person,
    on: Holder,
    thing: Option<&Thing<'_>>,
) -> bool {
    let tx = world.realm.read().await.unwrap();
    let moment = access::now_in(&world.realm);
    let question = Question { action: A::NAME, target: on.target(), thing, moment };
    matches!(access::consider(&tx, who.id, question).await.unwrap().0, Decision::Allowed(_))
}

fn rights(organisation: impl std::fmt::Display) -> String {
    format!("/virksomhed/{organisation}/rettigheder")
}

fn held(organisation: impl std::fmt::Display) -> String {
    format!("/virksomhed/{organisation}/modtaget")
}

/// Fields of a form: these powers, from today on.
fn fields<'a>(today: &'a str, powers: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<(&str, &str)> = powers.iter().map(|power| ("powers", *power)).collect();
    fields.extend([("starts_on", today), ("past", "yes")]);
    fields
}

/// Mette gives the accountant a right; gives what it is now.
async fn adviser_gets(world: &World, powers: &[&str]) -> Mandate {
    let today = world.today().to_string();
    let mut typed = fields(&today, powers);
    typed.push(("cvr", ACCOUNTANT));
    let path = format!("/virksomhed/{}/raadgiver", world.bakery);
    world.post(&world.mette, &path, &typed).await.went();
    let all = world.mandates_of(Holder::Organisation(world.bakery)).await;
    all.into_iter().find(|one| one.to == Party::Organisation(world.accountant)).unwrap()
}

/// Rita passes it on to Sami; gives what it is now.
async fn sami_gets(world: &World, parent: &Mandate, powers: &[&str]) -> Mandate {
    let today = world.today().to_string();
    let person = world.sami.id.to_string();
    let mut typed = fields(&today, powers);
    typed.push(("person", person.as_str()));
    let path = format!("{}/{}/videre", held(world.accountant), parent.id);
    world.post(&world.rita, &path, &typed).await.went();
    let all = world.mandates_of(Holder::Organisation(world.bakery)).await;
    all.into_iter().find(|one| one.parent == Some(parent.id)).unwrap()
}

async fn mette_gives_nora_a_right_and_takes_it_back(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    assert!(!may::<ReadMail>(&world, &world.nora, bakery, None).await);
    let list = rights(world.bakery);
    let page = world.get(&world.mette, &list).await.ok();
    page.says(&["Bageriet i Vejle", "Nora Vang", "Osman Demir", "Ingen har fået rettigheder endnu"]);
    let give = format!("{list}/ny/{}", world.nora.id);
    world.get(&world.mette, &give).await.ok().says(&["Nora Vang", "Læse post", "Kan ikke svare", "P-nummer"]);
    let today = world.today().to_string();
    let done = world.post(&world.mette, &give, &fields(&today, &["post.read"])).await.went();
    let page = world.get(&world.mette, &done).await.ok();
    page.says(&["alert-success", "<bdi>Nora Vang, Bageriet i Vejle</bdi>", "24. nov. 2026", "Aldrig"]);
    assert!(may::<ReadMail>(&world, &world.nora, bakery, None).await);
    assert!(!may::<ReadMail>(&world, &world.osman, bakery, None).await);
    world.night().await;
    world.minutes_later(1);
    let given = world.mandates_of(bakery).await.remove(0);
    assert_eq!((given.state, given.to.person()), (State::Active, Some(world.nora.id)));
    let one = format!("{list}/{}", given.id);
    let done = world.post(&world.mette, &one, &[("answer", "take")]).await.went();
    world.get(&world.mette, &done).await.ok().says(&["Det er taget tilbage"]);
    assert!(!may::<ReadMail>(&world, &world.nora, bakery, None).await);
    // Pressed again, from a page that was left open.
    world.post(&world.mette, &one, &[("answer", "take")]).await.went();
    world.night().await;
    assert_eq!(world.told(&world.nora).await, ["mandate.received", "mandate.taken_back"]);
    let nothing = world.post(&world.mette, &give, &[("starts_on", "x")]).await.wrong();
    nothing.says(&["href=\"#powers\"", "href=\"#starts_on\"", "<title>Fejl: "]);
    let pension = world.post(&world.mette, &give, &fields(&today, &["pension.act"])).await.wrong();
    pension.says(&["Noget af det kan ikke gives"]);
}

async fn a_right_for_one_department_reaches_no_other(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    let today = world.today().to_string();
    let give = format!("{}/ny/{}", rights(world.bakery), world.nora.id);
    let mut typed = fields(&today, &["vat.act"]);
    typed.push(("production_unit", "12"));
    world.post(&world.mette, &give, &typed).await.wrong().says(&["P-nummer: Skriv ti tal"]);
    typed.pop();
    typed.push(("production_unit", "10 0000 0001"));
    world.post(&world.mette, &give, &typed).await.went();
    let unit = |unit| Thing { service: Some("vat"), production_unit: Some(unit), ..Thing::default() };
    assert!(may::<ActInService>(&world, &world.nora, bakery, Some(&unit("1000000001"))).await);
    assert!(!may::<ActInService>(&world, &world.nora, bakery, Some(&unit("1000000002"))).await);
    let tax = Thing { service: Some("tax"), ..unit("1000000001") };
    assert!(!may::<ActInService>(&world, &world.nora, bakery, Some(&tax)).await);
}

async fn somebody_new_is_let_in_by_number_and_name(world: World) {
    let join = format!("/virksomhed/{}/ansatte/ny", world.bakery);
    world.get(&world.mette, &join).await.ok().says(&["method=\"post\"", "CPR-nummer"]);
    for (cpr, name, why) in [
        (world.bo.cpr, "Aase", "Vi kender ingen med det nummer og det navn"),
        (world.bo.cpr, "", "Vi kender ingen med det nummer og det navn"),
        ("0101400010", "Bo", "Vi kender ingen med det nummer og det navn"),
        ("12", "Bo", "Vi kender ingen med det nummer og det navn"),
        (world.nora.cpr, "Nora", "Personen er allerede medarbejder"),
    ] {
        world.post(&world.mette, &join, &[("cpr", cpr), ("name", name)]).await.wrong().says(&[why]);
    }
    let done = world.post(&world.mette, &join, &[("cpr", world.bo.cpr), ("name", "bo holm")]).await.went();
    assert!(!done.contains(world.bo.cpr));
    let page = world.get(&world.mette, &done).await.ok();
    page.says(&["Bo Holm", "har ingen rettigheder endnu"]);
    page.says_not(&[world.bo.cpr]);
    assert!(!may::<ReadMail>(&world, &world.bo, Holder::Organisation(world.bakery), None).await);
}

async fn whoever_leaves_loses_everything_at_once(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    let today = world.today().to_string();
    let list = rights(world.bakery);
    let give = format!("{list}/ny/{}", world.nora.id);
    world.post(&world.mette, &give, &fields(&today, &["post.read", "vat.act"])).await.went();
    world.post(&world.mette, &give, &fields(&today, &["tax.see"])).await.went();
    assert!(may::<ReadMail>(&world, &world.nora, bakery, None).await);
    let tx = world.realm.read().await.unwrap();
    let members = people::members_of(&tx, world.bakery, world.today()).await.unwrap();
    let nora = members.into_iter().find(|member| member.membership.person == world.nora.id).unwrap();
    drop(tx);
    let end = format!("/virksomhed/{}/ansatte/{}", world.bakery, nora.membership.id);
    world.get(&world.mette, &end).await.ok().says(&["Nora Vang", "Personen har 2 rettigheder nu"]);
    let done = world.post(&world.mette, &end, &[]).await.went();
    for on in [ReadMail::NAME, SeeService::NAME, ActInService::NAME] {
        let tx = world.realm.read().await.unwrap();
        let moment = access::now_in(&world.realm);
        let question = Question { action: on, target: bakery.target(), thing: None, moment };
        let decided = access::consider(&tx, world.nora.id, question).await.unwrap().0;
        assert!(matches!(decided, Decision::Refused(_)), "{on}: {decided:?}");
    }
    assert!(world.mandates_of(bakery).await.iter().all(|one| one.state == State::Withdrawn));
    world.get(&world.mette, &done).await.ok().says(&["har mistet alle rettigheder"]);
    // Coming back one day brings nothing back.
    let join = format!("/virksomhed/{}/ansatte/ny", world.bakery);
    world.days_later(1);
    let mette = world.signed_in_anew(&world.mette).await;
    world.post(&mette, &join, &[("cpr", world.nora.cpr), ("name", "Nora")]).await.went();
    assert!(!may::<ReadMail>(&world, &world.nora, bakery, None).await);
}

async fn an_adviser_passes_on_and_all_ends_with_what_it_was_given(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    let given = adviser_gets(&world, &["vat.act", "tax.see"]).await;
    // Rita signs for the accountant; Sami has nothing until he is named.
    assert!(may::<ActInService>(&world, &world.rita, bakery, None).await);
    assert!(!may::<ActInService>(&world, &world.sami, bakery, None).await);
    let page = world.get(&world.rita, &held(world.accountant)).await.ok();
    page.says(&["Bageriet i Vejle", "Ingen hos jer har fået det endnu"]);
    let further = sami_gets(&world, &given, &["vat.act"]).await;
    assert_eq!((further.giver, further.state), (Holder::Organisation(world.accountant), State::Active));
    assert!(may::<ActInService>(&world, &world.sami, bakery, None).await);
    world.get(&world.rita, &held(world.accountant)).await.ok().says(&["Sami Haddad", "Givet videre til"]);
    // Mette sees who has it, and through whom.
    let page = world.get(&world.mette, &rights(world.bakery)).await.ok();
    page.says(&["Sami Haddad, Revisor Lund", "Givet videre af"]);
    // Rita takes it back, and gives it anew.
    let back = format!("{}/{}", held(world.accountant), further.id);
    world.post(&world.rita, &back, &[]).await.went();
    assert!(!may::<ActInService>(&world, &world.sami, bakery, None).await);
    sami_gets(&world, &given, &["vat.act"]).await;
    assert!(may::<ActInService>(&world, &world.sami, bakery, None).await);
    // At the very next question after Mette has taken hers back, nobody there has anything.
    world
        .post(&world.mette, &format!("{}/{}", rights(world.bakery), given.id), &[("answer", "take")])
        .await
        .went();
    assert!(!may::<ActInService>(&world, &world.sami, bakery, None).await);
    assert!(!may::<ActInService>(&world, &world.rita, bakery, None).await);
    world.night().await;
    assert!(world.told(&world.rita).await.contains(&"mandate.taken_back".to_owned()));
}

async fn nothing_is_passed_on_further_or_wider(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    let given = adviser_gets(&world, &["vat.act"]).await;
    let today = world.today().to_string();
    let person = world.sami.id.to_string();
    let path = format!("{}/{}/videre", held(world.accountant), given.id);
    let page = world.get(&world.rita, &path).await.ok();
    page.says(&["Moms"]);
    page.says_not(&["value=\"tax.see\""]);
    let mut wider = fields(&today, &["tax.see"]);
    wider.push(("person", person.as_str()));
    world.post(&world.rita, &path, &wider).await.wrong().says(&["Det er mere, end I selv har fået"]);
    let stranger = world.nora.id.to_string();
    for nobody in ["", stranger.as_str()] {
        let mut typed = fields(&today, &["vat.act"]);
        typed.push(("person", nobody));
        world.post(&world.rita, &path, &typed).await.wrong().says(&["Vælg en, der arbejder hos jer"]);
    }
    let further = sami_gets(&world, &given, &["vat.act"]).await;
    // What was passed on once is nobody's to pass on again.
    let again = format!("{}/{}/videre", held(world.accountant), further.id);
    for reply in [world.get(&world.rita, &again).await, world.post(&world.rita, &again, &wider).await] {
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
    }
    let holder = Holder::Organisation(world.accountant);
    let work = world.work_of(&world.rita).await;
    let (mut work, permit) = access::allow::<ManageMandates>(work, holder).await.unwrap();
    let to = Party::Employee { person: world.sami.id, organisation: world.accountant };
    let terms = world.terms(&["vat.act"]);
    let by = By::Giver(&permit);
    let deeper = access::mandates::begin(&mut work, by, bakery, to, Some(further.id), terms).await;
    assert!(
        matches!(
            deeper,
            Err(MandateError::NotThere | MandateError::Unfit(Unfit::TooDeep | Unfit::NotOwnEmployee))
        ),
        "{deeper:?}"
    );
}

async fn an_employee_asks_and_the_company_answers(world: World) {
    let bakery = Holder::Organisation(world.bakery);
    let to = Party::Employee { person: world.osman.id, organisation: world.bakery };
    for (power, answer, expected) in [("post.read", "yes", State::Active), ("tax.see", "no", State::Rejected)]
    {
        let mut work = world.work_of(&world.osman).await;
        let by = By::Holder(world.osman.id);
        let terms = world.terms(&[power]);
        let draft = access::mandates::begin(&mut work, by, bakery, to, None, terms).await.unwrap();
        access::mandates::ask(&mut work, by, draft.id).await.unwrap();
        work.commit().await.unwrap();
        let list = rights(world.bakery);
        world.get(&world.mette, &list).await.ok().says(&["Osman Demir", "value=\"yes\"", "value=\"no\""]);
        world.post(&world.mette, &format!("{list}/{}", draft.id), &[("answer", answer)]).await.went();
        assert_eq!(world.mandate(draft.id).await.state, expected);
        world.night().await;
        world.minutes_later(1);
    }
    assert_eq!(world.told(&world.osman).await, ["mandate.received", "mandate.rejected"]);
    assert!(may::<ReadMail>(&world, &world.osman, bakery, None).await);
}

async fn mette_finds_her_company_with_her_own_mitid(world: World) {
    let page = world.get(&world.mette, "/virksomhed").await.ok();
    page.says(&["Bageriet i Vejle", "Du kan skrive under alene", "/post\"", "/rettigheder\"", "/modtaget\""]);
    page.says_not(&["Revisor Lund"]);
    let given = adviser_gets(&world, &["vat.act"]).await;
    sami_gets(&world, &given, &["vat.act"]).await;
    let page = world.get(&world.sami, "/virksomhed").await.ok();
    page.says(&["Revisor Lund", "for Bageriet i Vejle"]);
    page.says_not(&["/rettigheder\"", "skrive under alene"]);
    world.get(&world.aase, "/virksomhed").await.ok().says(&["Du har ingen virksomhed her"]);
}

async fn others_see_nothing_of_a_company(world: World) {
    let given = adviser_gets(&world, &["vat.act"]).await;
    let (bakery, accountant) = (world.bakery, world.accountant);
    let pages = [
        rights(bakery),
        format!("{}/ny/{}", rights(bakery), world.nora.id),
        format!("{}/{}", rights(bakery), given.id),
        format!("/virksomhed/{bakery}/raadgiver"),
        format!("/virksomhed/{bakery}/ansatte/ny"),
        held(bakery),
        format!("{}/{}/videre", held(accountant), given.id),
    ];
    for path in &pages {
        for who in [&world.nora, &world.aase, &world.tove] {
            assert_eq!(world.get(who, path).await.status, StatusCode::FORBIDDEN, "{path}");
            let tried = world.post(who, path, &[("answer", "take")]).await.status;
            assert!(tried.is_client_error(), "{path}: {tried}");
        }
        assert_eq!(world.get_as_nobody(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    // The adviser's own pages do not reach into the bakery, nor the other way.
    let wrong = format!(
        "{}/{}",
        held(accountant),
        world.gives(&world.aase, world.bo.party(), world.terms(&["post.read"])).await.id
    );
    assert_eq!(world.post(&world.rita, &wrong, &[]).await.status, StatusCode::NOT_FOUND);
    let unknown = rights("00000000-0000-7000-8000-000000000000");
    assert_eq!(world.get(&world.mette, &unknown).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.mandate(given.id).await.state, State::Active);
}

async fn every_page_says_everything_and_is_plain(world: World) {
    let given = adviser_gets(&world, &["vat.act", "post.read"]).await;
    sami_gets(&world, &given, &["vat.act"]).await;
    let tx = world.realm.read().await.unwrap();
    let members = people::members_of(&tx, world.bakery, world.today()).await.unwrap();
    let osman = members.into_iter().find(|member| member.membership.person == world.osman.id).unwrap();
    drop(tx);
    let (bakery, accountant) = (world.bakery, world.accountant);
    let pages = [
        (&world.mette, "/virksomhed".to_owned()),
        (&world.mette, format!("{}?saved=given", rights(bakery))),
        (&world.mette, format!("{}/ny/{}", rights(bakery), world.nora.id)),
        (&world.mette, format!("/virksomhed/{bakery}/raadgiver")),
        (&world.mette, format!("/virksomhed/{bakery}/ansatte/ny")),
        (&world.mette, format!("/virksomhed/{bakery}/ansatte/{}", osman.membership.id)),
        (&world.rita, held(accountant)),
        (&world.rita, format!("{}/{}/videre", held(accountant), given.id)),
    ];
    for (who, path) in pages {
        for language in ["en", "ar", "tr", "ur", "da"] {
            let mark = if path.contains('?') { '&' } else { '?' };
            let page = world.get(who, &format!("{path}{mark}lang={language}")).await.ok();
            assert_eq!(names_of_texts(&page.body), [""; 0], "{path} in {language}");
            if language == "da" {
                assert_plain(&path, &page.body);
            }
        }
    }
}
