//! Asger applies for his pension, with breaks, mistakes and an impatient finger.

use http::StatusCode;
use realm::RealmKind;
use selfservice::applications::{State, has_draft, has_sent};

use crate::world::{Person, World, names_of_texts, not_plain, on_both};

on_both!(
    an_old_man_applies_for_his_pension,
    what_was_typed_is_there_again_after_a_break,
    what_is_wrong_is_said_at_the_field_and_nothing_is_lost,
    pressing_twice_sends_once,
    nobody_sees_the_draft_of_another,
    a_draft_can_be_thrown_away,
    a_mother_applies_for_housing_benefit,
    a_step_that_is_not_asked_is_not_there,
);

/// Begins the form and gives the address of the application.
pub(crate) async fn begin(world: &World, who: &Person, form: &str, whom: &str) -> String {
    let first = world.send(who, form, &[("whom", whom)]).await.went();
    first.rsplit_once('/').unwrap().0.to_owned()
}

/// Asger's answers, all but the signature.
async fn fill_in(world: &World, at: &str) {
    for (step, fields, next) in [
        ("hvem", vec![], "hvornaar"),
        ("hvornaar", vec![("from", "1/3 2027")], "bolig"),
        ("bolig", vec![("lives", "together")], "partner"),
        ("partner", vec![("partner-name", "Gerda <Lind>"), ("partner-pension", "yes")], "indkomst"),
        ("indkomst", vec![("other-income", "yes")], "beloeb"),
        ("beloeb", vec![("wages", "0"), ("pensions", "kr. 2.150,75")], "formue"),
        ("formue", vec![("assets", "120 000 kr")], "udbetaling"),
        ("udbetaling", vec![("pay-to", "nemkonto")], "se"),
    ] {
        world.get(&world.asger, &format!("{at}/{step}")).await.ok();
        let went = world.send(&world.asger, &format!("{at}/{step}"), &fields).await.went();
        assert_eq!(went, format!("{at}/{next}"));
    }
}

async fn an_old_man_applies_for_his_pension(world: World) {
    let overview = world.get(&world.asger, "/selvbetjening").await.ok();
    overview.says(&["Folkepension", "Boligstøtte", "Øvelse: intet her er rigtigt"]);
    overview.says_not(&["Du er i gang"]);
    let intro = world.get(&world.asger, "/selvbetjening/folkepension").await.ok();
    intro.says(&["Asger Lind", "regnet på"]);
    let at = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    let who = world.get(&world.asger, &format!("{at}/hvem")).await.ok();
    who.says(&["Asger Lind", "780453-••••", "Trin 1 af"]);
    fill_in(&world, &at).await;
    let last = world.get(&world.asger, &format!("{at}/se")).await.ok();
    last.says(&[
        "mandag 1. marts 2027",
        "Gerda &#60;Lind&#62;",
        "2.150,75 kr.",
        "120.000,00 kr.",
        "Min NemKonto",
        "/bolig#lives",
    ]);
    last.says_not(&["Kontonummer"]);
    assert!(
        !has_sent(&world.realm.read().await.unwrap(), "folkepension", world.asger.holder(), None)
            .await
            .unwrap()
    );

    // Without the tick nothing is sent.
    world.send(&world.asger, &at, &[]).await.wrong().says(&["href=\"#declared\"", "Gerda"]);
    assert_eq!(world.send(&world.asger, &at, &[("declared", "yes")]).await.went(), at);

    let receipt = world.get(&world.asger, &at).await.ok();
    let sent = &world.applications(&world.asger).await[0];
    assert_eq!(sent.state, State::Sent);
    receipt.says(&[sent.number.as_deref().unwrap(), "2.150,75 kr.", "href=\"/post\"", "kl. 10.30"]);
    let post = world.post(world.asger.holder()).await;
    let [(subject, sender, files)] = &post[..] else { panic!("{post:?}") };
    assert_eq!(
        (subject.as_str(), sender.as_str()),
        ("Kvittering: Folkepension", "Pensionskontoret (opdigtet)")
    );
    assert_eq!(files, &["kvittering.html", "folkepension.txt"]);
    let tx = world.realm.read().await.unwrap();
    assert!(has_sent(&tx, "folkepension", world.asger.holder(), Some(world.asger.id)).await.unwrap());
    assert!(!has_sent(&tx, "boligstoette", world.asger.holder(), None).await.unwrap());
    assert!(!has_sent(&tx, "folkepension", world.ida.holder(), None).await.unwrap());
    drop(tx);

    // The letter reads as every other.
    let inbox = world.get(&world.asger, "/post").await.ok();
    let letter = inbox.body.split("href=\"").find_map(|part| {
        let href = part.split('"').next()?;
        href.starts_with("/post/brev/").then(|| href.to_owned())
    });
    world.get(&world.asger, &letter.unwrap()).await.ok().says(&["Kære Asger Lind", "Det, der er skrevet"]);
    let text = world.get(&world.asger, &format!("{}/fil/1", letter_path(&inbox.body))).await.ok();
    text.says(&["2.150,75 kr.", sent.number.as_deref().unwrap()]);

    // The trail says what was done, and not what was answered.
    let trail = world.audit().await;
    let ours: Vec<_> = trail.iter().filter(|record| record.action.starts_with("application.")).collect();
    assert_eq!(ours.len(), 10, "begun, eight steps, sent");
    for record in ours {
        assert_eq!((record.actor, record.concerns), (Some(world.asger.id), Some(world.asger.id)));
        assert!(!record.after.as_deref().unwrap().contains("Gerda"));
    }
}

fn letter_path(inbox: &str) -> &str {
    let mut links = inbox.split("href=\"").filter_map(|part| part.split('"').next());
    links.find(|href| href.starts_with("/post/brev/")).unwrap()
}

async fn what_was_typed_is_there_again_after_a_break(mut world: World) {
    let at = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    world.send(&world.asger, &format!("{at}/hvem"), &[]).await.went();
    world.send(&world.asger, &format!("{at}/hvornaar"), &[("from", "2027-03-01")]).await.went();
    // He goes on to the wrong thing, and stops there.
    world.send(&world.asger, &format!("{at}/formue"), &[("assets", "omkring 10")]).await.wrong();
    world.days_later(2).await;
    let tx = world.realm.read().await.unwrap();
    assert!(has_draft(&tx, "folkepension", world.asger.id).await.unwrap());
    assert!(!has_draft(&tx, "folkepension", world.ida.id).await.unwrap());
    drop(tx);
    world.get(&world.asger, "/selvbetjening").await.ok().says(&["Du er i gang", &format!("href=\"{at}\"")]);
    // The address without a step leads to the first that is not finished; so does signing.
    assert_eq!(world.get(&world.asger, &at).await.went(), format!("{at}/bolig"));
    assert_eq!(world.get(&world.asger, &format!("{at}/se")).await.went(), format!("{at}/bolig"));
    let signing = world.send(&world.asger, &at, &[("declared", "yes")]).await;
    assert_eq!(signing.went(), format!("{at}/bolig"));
    world.get(&world.asger, &format!("{at}/hvornaar")).await.ok().says(&["value=\"2027-03-01\""]);
    world.get(&world.asger, &format!("{at}/formue")).await.ok().says(&["value=\"omkring 10\""]);
    // Beginning anew goes on with what there is.
    let again = world.send(&world.asger, "/selvbetjening/folkepension", &[("whom", "")]).await.went();
    assert_eq!(again, format!("{at}/bolig"));
    assert_eq!(world.applications(&world.asger).await.len(), 1);
}

async fn what_is_wrong_is_said_at_the_field_and_nothing_is_lost(world: World) {
    let at = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    world.send(&world.asger, &format!("{at}/indkomst"), &[("other-income", "yes")]).await.went();
    let wrong = world
        .send(&world.asger, &format!("{at}/beloeb"), &[("wages", "1,234"), ("pensions", "")])
        .await
        .wrong();
    wrong.says(&[
        "role=\"alert\"",
        "<a href=\"#wages\">Løn om måneden: Skriv et beløb, for eksempel 1.234,50.</a>",
        "<a href=\"#pensions\">Egen opsparing til pension om måneden: Skriv et svar.</a>",
        "id=\"wages-error\"",
        "value=\"1,234\"",
        "aria-invalid=\"true\"",
        "<title>Fejl:",
    ]);
    for (typed, said) in [("-5", "under nul"), ("mange", "Skriv et beløb")] {
        let fields = [("wages", typed), ("pensions", "0")];
        world.send(&world.asger, &format!("{at}/beloeb"), &fields).await.wrong().says(&[said, typed]);
    }
    for (typed, said) in
        [("", "Skriv et svar"), ("snart", "Skriv en dato"), ("1.1.2020", "senere dag"), ("1.1.2040", "to år")]
    {
        let page = world.send(&world.asger, &format!("{at}/hvornaar"), &[("from", typed)]).await.wrong();
        page.says(&[said]);
        assert_eq!(not_plain(&page.body), None);
    }
    world
        .send(&world.asger, &format!("{at}/bolig"), &[("lives", "castle")])
        .await
        .wrong()
        .says(&["Vælg et svar"]);
    // As long as it is: what is beyond is not kept, and nothing breaks.
    let long = "x".repeat(20_000);
    world.send(&world.asger, &format!("{at}/bolig"), &[("lives", "together")]).await.went();
    let fields = [("partner-name", long.as_str()), ("partner-pension", "yes"), ("never-asked", "1")];
    world.send(&world.asger, &format!("{at}/partner"), &fields).await.wrong().says(&["plads til 100 tegn"]);
    let kept = &world.applications(&world.asger).await[0].answers;
    assert_eq!(kept["partner-name"].len(), 4_000);
    assert!(!kept.contains_key("never-asked"));
}

async fn pressing_twice_sends_once(world: World) {
    let (one, other) = tokio::join!(
        world.send(&world.asger, "/selvbetjening/folkepension", &[("whom", "")]),
        world.send(&world.asger, "/selvbetjening/folkepension", &[("whom", "")]),
    );
    let (one, other) = (one.went(), other.went());
    assert_eq!(one, other);
    let at = one.rsplit_once('/').unwrap().0.to_owned();
    fill_in(&world, &at).await;
    let fields = [("declared", "yes")];
    let (one, other) =
        tokio::join!(world.send(&world.asger, &at, &fields), world.send(&world.asger, &at, &fields));
    assert_eq!((one.went(), other.went()), (at.clone(), at.clone()));
    assert_eq!(world.send(&world.asger, &at, &fields).await.went(), at);
    assert_eq!(world.applications(&world.asger).await.len(), 1);
    assert_eq!(world.post(world.asger.holder()).await.len(), 1);
    let sent = world.audit().await.iter().filter(|record| record.action == "application.send").count();
    assert_eq!(sent, 1);
    // The back button leads to a step; sending it anew changes nothing, and shows the receipt.
    assert_eq!(world.get(&world.asger, &format!("{at}/formue")).await.went(), at);
    let anew = world.send(&world.asger, &format!("{at}/formue"), &[("assets", "1")]).await;
    assert_eq!(anew.went(), at);
    assert_eq!(world.send(&world.asger, &format!("{at}/slet"), &[]).await.went(), at);
    world.get(&world.asger, &at).await.ok().says(&["120.000,00 kr."]);
    // Days later it is still right, though its first day of pension may be over.
    let mut world = world;
    world.days_later(200).await;
    world.get(&world.asger, &at).await.ok().says(&["mandag 1. marts 2027"]);
    // Who applies once more has a new one.
    let next = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    assert_ne!(next, at);
}

async fn nobody_sees_the_draft_of_another(world: World) {
    let at = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    fill_in(&world, &at).await;
    for path in ["", "/se", "/formue", "/hvem"] {
        let seen = world.get(&world.ida, &format!("{at}{path}")).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
        seen.says_not(&["Asger", "Gerda"]);
    }
    for (path, fields) in
        [("", vec![("declared", "yes")]), ("/formue", vec![("assets", "1")]), ("/slet", vec![])]
    {
        let answer = world.send(&world.ida, &format!("{at}{path}"), &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    world.get(&world.ida, "/selvbetjening").await.ok().says_not(&["Du er i gang", "Asger"]);
    // Neither is it at another form's address.
    let elsewhere = at.replace("folkepension", "boligstoette");
    assert_eq!(world.get(&world.asger, &elsewhere).await.status, StatusCode::NOT_FOUND);
    let kept = &world.applications(&world.asger).await[0];
    assert_eq!((kept.state, kept.answers["assets"].as_str()), (State::Draft, "120 000 kr"));
    // Nor does she see what was sent.
    world.send(&world.asger, &at, &[("declared", "yes")]).await.went();
    assert_eq!(world.get(&world.ida, &at).await.status, StatusCode::NOT_FOUND);
    // And nobody begins anything for him who was not let.
    let begun =
        world.send(&world.ida, "/selvbetjening/folkepension", &[("whom", &world.asger.id.to_string())]).await;
    assert_eq!(begun.status, StatusCode::FORBIDDEN);
    for nonsense in ["x", "00000000-0000-7000-8000-000000000000"] {
        let path = format!("/selvbetjening/folkepension/{nonsense}");
        assert_eq!(world.get(&world.asger, &path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            world.get(&world.asger, &format!("/selvbetjening/{nonsense}")).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

async fn a_draft_can_be_thrown_away(world: World) {
    let at = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    let went = world.send(&world.asger, &format!("{at}/slet"), &[]).await.went();
    world.get(&world.asger, &went).await.ok().says(&["Kladden er slettet"]);
    assert_eq!(world.get(&world.asger, &at).await.status, StatusCode::NOT_FOUND);
    assert!(world.applications(&world.asger).await.is_empty());
}

async fn a_mother_applies_for_housing_benefit(world: World) {
    let at = begin(&world, &world.ida, "/selvbetjening/boligstoette", "").await;
    for (step, fields, next) in [
        ("hvem", vec![], "bolig"),
        (
            "bolig",
            vec![("street", "Opdigtet Vej 2"), ("town", "7100 Vejle"), ("home", "flat"), ("rooms", "٣")],
            "husleje",
        ),
        ("husleje", vec![("rent", "6.200,-"), ("heating", "no")], "husstand"),
        ("husstand", vec![("household", "others")], "andre"),
        ("andre", vec![("others", "Karl\r\n\r\nSofie"), ("children", "2")], "indkomst"),
        ("indkomst", vec![("income", "180000")], "samtykke"),
        ("samtykke", vec![("consent", "yes")], "se"),
    ] {
        world.get(&world.ida, &format!("{at}/{step}")).await.ok();
        let went = world.send(&world.ida, &format!("{at}/{step}"), &fields).await.went();
        assert_eq!(went, format!("{at}/{next}"));
    }
    let last = world.get(&world.ida, &format!("{at}/se")).await.ok();
    last.says(&["Karl, Sofie", "6.200,00 kr.", "180.000,00 kr.", "Lejlighed"]);
    world
        .send(&world.ida, &format!("{at}/samtykke"), &[])
        .await
        .wrong()
        .says(&["Sæt kryds for at gå videre"]);
    assert_eq!(world.send(&world.ida, &at, &[("declared", "yes")]).await.went(), format!("{at}/samtykke"));
    world.send(&world.ida, &format!("{at}/samtykke"), &[("consent", "yes")]).await.went();
    world.send(&world.ida, &at, &[("declared", "yes")]).await.went();
    // She has no mailbox: the receipt says nothing of a letter.
    let receipt = world.get(&world.ida, &at).await.ok();
    receipt.says(&["Kvittering nummer"]);
    receipt.says_not(&["Se brevet"]);
    assert!(world.post(world.ida.holder()).await.is_empty());
}

async fn a_step_that_is_not_asked_is_not_there(world: World) {
    let at = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    world.send(&world.asger, &format!("{at}/bolig"), &[("lives", "alone")]).await.went();
    assert_eq!(world.get(&world.asger, &format!("{at}/partner")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&world.asger, &format!("{at}/nothing")).await.status, StatusCode::NOT_FOUND);
    world.get(&world.asger, &format!("{at}/indkomst")).await.ok().says(&["/bolig\""]);
}

#[tokio::test]
async fn outside_a_sandbox_there_is_nothing() {
    for kind in [RealmKind::Live, RealmKind::Demo] {
        let world = World::of_kind(kind).await;
        for route in selfservice::routes().list() {
            let path = route
                .path
                .replace("{form}", if route.path.starts_with("/virk") { "moms" } else { "folkepension" })
                .replace("{organisation}", &world.pizzeria.to_string())
                .replace("{application}", "00000000-0000-7000-8000-000000000000")
                .replace("{step}", "se");
            let method = route.method.as_str();
            let known = match method {
                "GET" => world.get(&world.asger, &path).await,
                _ => world.send(&world.asger, &path, &[]).await,
            };
            assert_eq!(known.status, StatusCode::NOT_FOUND, "{method} {path}");
            assert_eq!(world.as_nobody(method, &path).await.status, StatusCode::NOT_FOUND, "{method} {path}");
        }
    }
    let world = World::on_sqlite().await;
    let asked = world.as_nobody("GET", "/virk/moms?firma=1").await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    asked.says(&["/log-ind?next=%2Fvirk%2Fmoms%3Ffirma%3D1"]);
}

#[tokio::test]
async fn every_page_is_whole_in_every_language_and_plain_in_danish() {
    let world = World::on_sqlite().await;
    let pension = begin(&world, &world.asger, "/selvbetjening/folkepension", "").await;
    fill_in(&world, &pension).await;
    world.send(&world.asger, &format!("{pension}/udbetaling"), &[("pay-to", "other")]).await.went();
    let home = begin(&world, &world.asger, "/selvbetjening/boligstoette", "").await;
    world.send(&world.asger, &format!("{home}/husstand"), &[("household", "others")]).await.went();
    let vat = begin(&world, &world.marco, "/virk/moms", &world.pizzeria.to_string()).await;
    world.send(&world.marco, &format!("{vat}/handel"), &[("traded", "yes")]).await.went();
    let mut pages: Vec<(&Person, String)> = Vec::new();
    for (who, at, form) in [
        (&world.asger, &pension, &selfservice::forms::PENSION),
        (&world.asger, &home, &selfservice::forms::HOUSING_BENEFIT),
        (&world.marco, &vat, &selfservice::forms::VAT),
    ] {
        pages.push((who, form.path()));
        pages.extend(form.steps.iter().map(|step| (who, format!("{at}/{}", step.slug))));
    }
    let firm = format!("/virk/firma/{}", world.pizzeria);
    for who in [&world.marco, &world.sanne] {
        pages.extend(["/virk", firm.as_str(), "/virk/moms"].map(|path| (who, path.to_owned())));
    }
    pages.push((&world.asger, "/selvbetjening".to_owned()));
    let mut findings = Vec::new();
    for (who, path) in pages {
        for language in ["da", "en", "ar", "tr", "ur"] {
            let page = world.get_in(who, language, &path).await.ok();
            assert!(
                names_of_texts(&page.body).is_empty(),
                "{path} {language}: {:?}",
                names_of_texts(&page.body)
            );
            if language == "da" {
                findings.extend(not_plain(&page.body).map(|why| format!("{path}: {why}")));
            }
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}
