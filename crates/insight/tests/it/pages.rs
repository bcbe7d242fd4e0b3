//! The analyst's pages, and what everybody may see.

use http::StatusCode;

use crate::world::{BOOK, World, answers, on_both};

on_both!(
    an_analyst_imports_asks_saves_and_publishes,
    wrong_rows_are_shown_with_their_fields_and_nothing_is_taken,
    what_is_wrong_with_a_choice_is_said_at_its_field,
    nobody_else_gets_in,
    a_figure_is_estimated_anew_with_each_import,
    a_stratum_with_one_person_asks_what_to_do_about_it,
    numbers_of_few_are_hidden_and_that_is_explained,
    every_format_is_given,
    weights_and_areas_are_told,
);

const FILES: fn(&str) -> Vec<(&'static str, &'static str, String)> =
    |text| vec![("data", "vejle.csv", text.to_owned()), ("codebook", "vejle.yaml", BOOK.to_owned())];

async fn imported(world: &World) -> String {
    let taken = world.imports(&answers(5)).await.unwrap();
    format!("/staff/surveys/{}/{}", taken.survey, taken.version)
}

async fn an_analyst_imports_asks_saves_and_publishes(world: World) {
    world
        .get(&world.petra, "/staff/surveys")
        .await
        .ok()
        .says(&["Der er ingen undersøgelser endnu", "/staff/surveys/new"]);
    world
        .get(&world.petra, "/staff/surveys/new")
        .await
        .ok()
        .says(&["multipart/form-data", "name=\"codebook\""]);
    let files = FILES(&answers(5));
    let files: Vec<(&str, &str, &str)> =
        files.iter().map(|(name, file, text)| (*name, *file, text.as_str())).collect();
    let file = world.uploads(&world.petra, &[("survey", ""), ("name", "vejle")], &files).await.went();
    let page = world.get(&world.petra, &file).await.ok();
    page.says(&["vejle.csv", "400", "Fik du hjælp?", "helped"]);
    page.says_not(&["10,Ribe,2023"]);
    let version = file.strip_suffix("/file").unwrap();
    world.get(&world.petra, version).await.ok().says(&["Vælg et spørgsmål", "value=\"2023\""]);
    let asked = world.get(&world.petra, &format!("{version}?of=helped")).await.ok();
    asked.says(&[
        "<svg",
        "Andelen steg fra 20 procent i 2023 til 50 procent i 2024",
        "procentpoint",
        "Ændring fra 2023 til 2024",
        "omtanke survey compare share helped --data vejle.csv --codebook vejle.yaml --by year --from 2023 --to 2024 --publish 5",
        "omtanke survey estimate share helped --data vejle.csv --codebook vejle.yaml --by year --publish 5",
        "færre end fem",
        "export/px?of=helped",
    ]);
    asked.says_not(&["insight-", "figures-", "style="]);
    let save = format!("{version}/figures");
    world
        .post(&world.petra, &save, &[("choice", "of=helped")])
        .await
        .wrong()
        .says(&["Skriv en titel på dansk."]);
    let fields = [("choice", "of=helped"), ("title_da", "Hjælp i Vejle"), ("title_en", "Help in Vejle")];
    let figure = world.post(&world.petra, &save, &fields).await.went();
    world.get(&world.petra, &figure).await.ok().says(&[
        "Hjælp i Vejle",
        "Version 1",
        "Offentliggør version 1",
    ]);
    assert_eq!(world.get_as_nobody("/tal/hjaelp-i-vejle").await.status, StatusCode::NOT_FOUND);
    world.get_as_nobody("/tal").await.ok().says(&["Der er ingen tal lige nu."]);
    let fields = [("version", "1"), ("text_da", "Flere fik hjælp."), ("text_en", "More were helped.")];
    let done = world.post(&world.petra, &format!("{figure}/publication"), &fields).await.went();
    world.get(&world.petra, &done).await.ok().says(&["Tallet er offentliggjort.", "/tal/hjaelp-i-vejle"]);
    world.get_as_nobody("/tal").await.ok().says(&["Hjælp i Vejle"]);
    let public = world.get_as_nobody("/tal/hjaelp-i-vejle").await.ok();
    public.says(&["Flere fik hjælp.", "<svg", "20 %", "50 %", "Opdigtede svar", "24. november 2026"]);
    public.says_not(&["figures-", "insight-"]);
    let arabic = world.get_as_nobody("/tal/hjaelp-i-vejle?lang=ar").await.ok();
    arabic.says(&["dir=\"rtl\"", "More were helped.", "lang=\"en\" dir=\"ltr\""]);
    assert_eq!(
        world.get_as_nobody("/tal/hjaelp-i-vejle/csv").await.ok().headers["content-type"],
        "text/csv; charset=utf-8"
    );
    world.post(&world.petra, &format!("{figure}/withdrawal"), &[]).await.went();
    assert_eq!(world.get_as_nobody("/tal/hjaelp-i-vejle").await.status, StatusCode::NOT_FOUND);
    let actions: Vec<String> = world.audit().await.into_iter().map(|record| record.action).collect();
    for action in ["survey.import", "figure.save", "figure.publish", "figure.withdraw"] {
        assert!(actions.contains(&action.to_owned()), "{action} in {actions:?}");
    }
}

async fn wrong_rows_are_shown_with_their_fields_and_nothing_is_taken(world: World) {
    let text = answers(5) + "x,Vejle,2024,1,2\n12,Ribe,2024,9,3\n";
    let files = FILES(&text);
    let files: Vec<(&str, &str, &str)> =
        files.iter().map(|(name, file, text)| (*name, *file, text.as_str())).collect();
    let page = world.uploads(&world.petra, &[("name", "vejle")], &files).await.wrong();
    page.says(&["2 rækker er forkerte", "401", "402", "helped er 9, som kodebogen ikke kender"]);
    page.says(&["weight er &#34;x&#34;, som ikke er et tal"]);
    world.get(&world.petra, "/staff/surveys").await.ok().says(&["Der er ingen undersøgelser endnu"]);
    let left_out =
        world.uploads(&world.petra, &[("name", "vejle"), ("leave_out", "yes")], &files).await.went();
    world.get(&world.petra, &left_out).await.ok().says(&["helped er 9", "402"]);
    world
        .get(&world.petra, &format!("{left_out}?lang=en"))
        .await
        .ok()
        .says(&["helped is 9, which the codebook"]);
    let nothing = world.uploads(&world.petra, &[("name", "Vejle!")], &files[..1]).await.wrong();
    nothing.says(&["Vælg kodebogen."]);
    let same =
        world.uploads(&world.petra, &[("survey", "vejle"), ("leave_out", "yes")], &files).await.wrong();
    same.says(&["allerede version 1"]);
}

async fn what_is_wrong_with_a_choice_is_said_at_its_field(world: World) {
    let version = imported(&world).await;
    for (address, field, said) in [
        ("of=nothing", "of", "Spørgsmålet findes ikke"),
        ("of=helped&by=hours2", "by", "Der kan ikke deles"),
        ("of=helped&year=1999", "year", "Året findes ikke"),
        ("of=helped&from=1999", "from", "Året findes ikke"),
        ("of=helped&from=2024&to=2023", "to", "2023 kommer ikke efter 2024"),
        ("of=helped&statistic=median", "statistic", "kan ikke regnes for dette spørgsmål"),
        ("of=helped&only=hours+%3E", "only", "Betingelsen kan ikke læses"),
        ("of=helped&only=shoes+%3E+3", "only", "shoes"),
    ] {
        let page = world.get(&world.petra, &format!("{version}?{address}")).await.wrong();
        page.says(&[said, &format!("href=\"#{field}\"")]);
    }
    world
        .get(&world.petra, &format!("{version}?of=helped&only=hours+%3E+1000"))
        .await
        .wrong()
        .says(&["alert-error"]);
}

async fn nobody_else_gets_in(world: World) {
    let version = imported(&world).await;
    let ask = format!("{version}?of=helped");
    for path in [
        "/staff/surveys",
        &version,
        &ask,
        &format!("{version}/file"),
        &format!("{version}/export/csv?of=helped"),
    ] {
        assert_eq!(world.get_as_nobody(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(world.get(&world.conny, path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    // A manager looks, and imports nothing.
    world.get(&world.paul, &ask).await.ok();
    world.get(&world.paul, "/staff/surveys").await.ok().says_not(&["/staff/surveys/new"]);
    assert_eq!(world.get(&world.paul, "/staff/surveys/new").await.status, StatusCode::FORBIDDEN);
    assert_eq!(world.uploads(&world.paul, &[("name", "x")], &[]).await.status, StatusCode::FORBIDDEN);
}

async fn a_figure_is_estimated_anew_with_each_import(world: World) {
    let version = imported(&world).await;
    let fields = [("choice", "of=helped"), ("title_da", "Hjælp"), ("title_en", "Help")];
    let figure = world.post(&world.petra, &format!("{version}/figures"), &fields).await.went();
    world.post(&world.petra, &format!("{figure}/publication"), &[("version", "1")]).await.went();
    let second = world.imports(&answers(2)).await.unwrap();
    assert_eq!((second.version, second.figures), (2, 1));
    assert!(world.night().await >= 1);
    let page = world.get(&world.petra, &figure).await.ok();
    page.says(&[
        "Version 2",
        "Version 1",
        "Andelen var 50 procent i 2023 og 50 procent i 2024",
        "kan være tilfældig",
    ]);
    page.says(&["Andelen steg fra 20 procent i 2023 til 50 procent i 2024"]);
    // What everybody sees is what somebody has looked at.
    world.get_as_nobody("/tal/hjaelp").await.ok().says(&["Andelen steg fra 20 procent"]);
    world.post(&world.petra, &format!("{figure}/publication"), &[("version", "2")]).await.went();
    world.get_as_nobody("/tal/hjaelp").await.ok().says(&["kan være tilfældig"]);
    // An import in which the question is gone leaves the history, and says why there is no number.
    let other = BOOK.replace("helped:", "aided:");
    world.imports_with(&answers(3).replace("helped", "aided"), &other, false).await.unwrap();
    world.night().await;
    let page = world.get(&world.petra, &figure).await.ok();
    page.says(&["Tallet kunne ikke regnes", "Spørgsmålet findes ikke i denne version: helped", "Version 1"]);
    world.get_as_nobody("/tal/hjaelp").await.ok();
}

async fn every_format_is_given(world: World) {
    let version = imported(&world).await;
    for (format, kind, begins) in [
        ("csv", "text/csv", "# Fik du hjælp?"),
        ("json", "application/json", "{"),
        ("px", "text/plain", "CHARSET=\"ANSI\""),
        ("svg", "image/svg+xml", "<svg"),
        ("pdf", "application/pdf", "%PDF-1.7"),
        ("xlsx", "application/vnd.openxmlformats", "PK"),
    ] {
        let reply =
            world.get(&world.petra, &format!("{version}/export/{format}?of=helped&by=town")).await.ok();
        assert!(reply.headers["content-type"].to_str().unwrap().starts_with(kind), "{format}");
        assert!(reply.bytes.starts_with(begins.as_bytes()), "{format}: {}", reply.body);
        // a respondent has a weight of 10, 11 or 12 and a number of hours; no row of the file is in any of them
        assert!(!reply.body.contains("11,Vejle,2023"), "{format}");
    }
    assert_eq!(
        world.get(&world.petra, &format!("{version}/export/exe?of=helped")).await.status,
        StatusCode::NOT_FOUND
    );
}

async fn weights_and_areas_are_told(world: World) {
    let version = imported(&world).await;
    world.get(&world.petra, &format!("{version}/weights")).await.ok().says(&[
        "400",
        "Designeffekt",
        "1,0",
        "Ingen",
    ]);
    world.get(&world.petra, &format!("{version}/areas")).await.ok().says(&["Vælg et spørgsmål"]);
    let areas = world.get(&world.petra, &format!("{version}/areas?of=helped&year=2024")).await.ok();
    areas.says(&["Ribe", "Vejle", "<svg", "50,0 %"]);
}

async fn a_stratum_with_one_person_asks_what_to_do_about_it(world: World) {
    let taken = world.imports(&(answers(5) + "10,Fanø,2024,1,3\n")).await.unwrap();
    let version = format!("/staff/surveys/{}/{}", taken.survey, taken.version);
    let refused = world.get(&world.petra, &format!("{version}?of=helped")).await.wrong();
    refused.says(&["Stratum Fanø har kun én enhed", "href=\"#lonely\""]);
    let asked = world.get(&world.petra, &format!("{version}?of=helped&lonely=adjust")).await.ok();
    asked.says(&["<svg", "--lonely adjust"]);
    world.get(&world.petra, &format!("{version}/weights")).await.ok().says(&["<bdi>Fanø</bdi>"]);
}

async fn numbers_of_few_are_hidden_and_that_is_explained(world: World) {
    let few = "10,Fanø,2024,1,3\n10,Fanø,2024,0,3\n12,Fanø,2024,1,9\n";
    let taken = world.imports(&(answers(5) + few)).await.unwrap();
    let version = format!("/staff/surveys/{}/{}", taken.survey, taken.version);
    let choice = "of=helped&by=town&year=2024";
    let page = world.get(&world.petra, &format!("{version}?{choice}")).await.ok();
    page.says(&["Fanø", "skjult: for få svar", "Et tal er skjult, når færre end fem"]);
    // Two of three said yes: 66 or 69 percent by weight.
    page.says_not(&["66,", "69,"]);
    let csv = world.get(&world.petra, &format!("{version}/export/csv?{choice}")).await.ok();
    assert!(csv.body.contains("Fanø,,,,,,skjult: for få svar"), "{}", csv.body);
    // A share that all gave is hidden as well: who answered otherwise would be known.
    let all = world.imports_with(&answers(5).replace(",1,", ",0,"), BOOK, false).await.unwrap();
    let version = format!("/staff/surveys/{}/{}", all.survey, all.version);
    world.get(&world.petra, &format!("{version}?of=helped")).await.ok().says(&["skjult"]);
}
