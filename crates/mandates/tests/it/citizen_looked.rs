//! Who has looked, on pages and as a file; and what all of these pages say in five languages.

use access::{ReadMail, allow};
use basics::Id;
use mailbox::letters::{INBOX, LetterTag};

use crate::citizen_gives::begun;
use crate::world::{Person, World, assert_plain, names_of_texts, on_both};

on_both!(
    aase_reads_what_bo_has_done,
    a_refused_attempt_is_seen_and_a_strangers_draft_is_not,
    what_an_office_does_is_said_as_its_work,
    whoever_has_a_company_finds_it_from_their_own_page,
    every_page_is_there_in_five_languages_and_plain_in_danish,
    no_number_is_in_any_page_or_address,
);

/// Somebody opens the newest letter of another.
async fn opens_newest(w: &World, who: &Person, whose: &Person) -> Id<LetterTag> {
    let (mut work, permit) = allow::<ReadMail>(w.work_of(who).await, whose.holder()).await.unwrap();
    let vault = &w.realm.vault;
    let mailbox = mailbox::reading::permitted(work.tx(), vault, &permit).await.unwrap().unwrap();
    let shelf = mailbox::reading::Shelf::Folder(INBOX);
    let (now, tx) = (w.realm.now(), work.tx());
    let page = mailbox::reading::letters(tx, &permit, &mailbox, who.id, shelf, None, now).await.unwrap();
    let letter = page.letters[0].id;
    mailbox::reading::note_opened(&mut work, &permit, &mailbox, who.id, letter).await.unwrap();
    work.commit().await.unwrap();
    letter
}

async fn aase_reads_what_bo_has_done(w: World) {
    w.get(&w.aase, "/fuldmagt/hvem-kiggede").await.ok().says(&["Ingen andre har kigget."]);
    w.gives(&w.aase, w.bo.party(), w.terms(&["post.read"])).await;
    w.letter_comes(&w.aase, "=HYPERLINK(\"http://ond.example\")").await;
    opens_newest(&w, &w.bo, &w.aase).await;
    w.letter_comes(&w.aase, "Din tid hos lægen").await;
    opens_newest(&w, &w.bo, &w.aase).await;
    // What she does herself is no news to her.
    opens_newest(&w, &w.aase, &w.aase).await;
    let page = w.get(&w.aase, "/fuldmagt/hvem-kiggede").await.ok();
    page.says(&["Bo Holm", "Åbnede et brev", "Din tid hos lægen", "Med din fuldmagt", "24. nov. 2026"]);
    page.says_not(&["Aase Holm</bdi></td>"]);
    assert_eq!(page.body.matches("Åbnede et brev").count(), 2);

    let file = w.get(&w.aase, "/fuldmagt/hvem-kiggede.csv").await.ok();
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    let lines: Vec<&str> = file.body.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "\"Hvornår\";\"Hvem\";\"Hvorfor måtte de?\";\"Hvad de gjorde\";\"Brev\"");
    assert!(lines[1].ends_with("\"Bo Holm\";\"Med din fuldmagt\";\"Åbnede et brev\";\"Din tid hos lægen\""));
    assert!(lines[2].ends_with("\"'=HYPERLINK(\"\"http://ond.example\"\")\""), "{}", lines[2]);
    // Bo sees nothing of hers there.
    w.get(&w.bo, "/fuldmagt/hvem-kiggede").await.ok().says(&["Ingen andre har kigget."]);
}

async fn a_refused_attempt_is_seen_and_a_strangers_draft_is_not(w: World) {
    assert!(allow::<ReadMail>(w.work_of(&w.conny).await, w.aase.holder()).await.is_err());
    let step = w.post(&w.bo, "/fuldmagt/bed", &[("cpr", w.aase.cpr), ("name", "Aase")]).await.went();
    w.post(&w.bo, &step, &[("powers", "post.read")]).await.went();
    let at = step.strip_suffix("/hvad").unwrap();
    w.post(&w.bo, &format!("{at}/tilbage"), &[]).await.went();
    let page = w.get(&w.aase, "/fuldmagt/hvem-kiggede").await.ok();
    page.says(&["Conny Dahl", "Prøvede noget uden at have lov", "Uden lov fra dig"]);
    page.says_not(&["Bo Holm"]);
    // Page after page, until the oldest.
    for _ in 0..40 {
        assert!(allow::<ReadMail>(w.work_of(&w.conny).await, w.aase.holder()).await.is_err());
    }
    let first = w.get(&w.aase, "/fuldmagt/hvem-kiggede").await.ok();
    assert_eq!(first.body.matches("Conny Dahl").count(), 30);
    let older =
        first.body.split("hvem-kiggede?before=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let second = w.get(&w.aase, &format!("/fuldmagt/hvem-kiggede?before={older}")).await.ok();
    assert_eq!(second.body.matches("Conny Dahl").count(), 11);
    second.says_not(&["<span>Ældre</span>"]);
}

async fn what_an_office_does_is_said_as_its_work(w: World) {
    let find = [("giver", w.aase.cpr), ("holder", w.bo.cpr)];
    let between = w.post(&w.tove, "/staff/mandates/find", &find).await.went();
    let today = w.today().to_string();
    let fields = [("powers", "post.read"), ("starts_on", today.as_str()), ("past", "yes")];
    w.post(&w.tove, &format!("{between}/new"), &fields).await.went();
    let page = w.get(&w.aase, "/fuldmagt/hvem-kiggede").await.ok();
    page.says(&["Tove Lund", "Slog dig op ved skranken", "Begyndte på en fuldmagt for dig", "På arbejde"]);
    page.says_not(&["Uden lov fra dig", "<span>Ældre</span>"]);
}

async fn whoever_has_a_company_finds_it_from_their_own_page(w: World) {
    for who in [&w.mette, &w.nora] {
        w.get(who, "/fuldmagt").await.ok().says(&["href=\"/virksomhed\""]);
    }
    w.get(&w.aase, "/fuldmagt").await.ok().says_not(&["href=\"/virksomhed\""]);
    w.get(&w.tove, "/fuldmagt").await.ok().says(&["href=\"/staff/mandates\""]);
    w.get(&w.aase, "/fuldmagt").await.ok().says_not(&["href=\"/staff/mandates\""]);
}

/// The addresses of every page of the citizen's, each with whoever opens it.
async fn pages(w: &World) -> Vec<(Person, String)> {
    let asked = w.asks(&w.conny, &w.aase, w.terms(&["tax.see", "post.read"])).await;
    w.gives(&w.aase, w.bo.party(), w.terms(&["post.read_write", "pension.act"])).await;
    w.letter_comes(&w.aase, "Din tid").await;
    opens_newest(w, &w.bo, &w.aase).await;
    let at = begun(w, &w.aase, &w.tove).await;
    let powers: Vec<_> = access::mandates::catalogue()
        .for_giver(w.aase.holder(), w.today())
        .map(|power| ("powers", power.code.as_str()))
        .collect();
    w.post(&w.aase, &format!("{at}/hvad"), &powers).await.went();
    w.post(&w.aase, &format!("{at}/hvor-laenge"), &[("length", "2y")]).await.went();
    let on_paper = begun(w, &w.aase, &w.ulla).await;
    w.post(&w.aase, &format!("{on_paper}/hvad"), &[("powers", "post.read"), ("past", "no")]).await.went();
    w.post(&w.aase, &format!("{on_paper}/papir"), &[]).await.went();
    let aase = [
        "/fuldmagt".to_owned(),
        "/fuldmagt/giv".to_owned(),
        "/fuldmagt/bed".to_owned(),
        "/fuldmagt/hvem-kiggede".to_owned(),
        format!("/fuldmagt/{}", asked.id),
        at.clone(),
        format!("{at}/hvad"),
        format!("{at}/hvor-laenge"),
        format!("{at}/se"),
        format!("{on_paper}/papir"),
        "/fuldmagt/hvem-kiggede.csv".to_owned(),
    ];
    let bo = ["/jeg-hjaelper".to_owned(), "/fuldmagt".to_owned()];
    let aase = aase.into_iter().map(|path| (w.aase.clone(), path));
    aase.chain(bo.into_iter().map(|path| (w.bo.clone(), path))).collect()
}

async fn every_page_is_there_in_five_languages_and_plain_in_danish(w: World) {
    for (who, path) in pages(&w).await {
        for language in ["da", "en", "ar", "tr", "ur"] {
            let page = w.get(&who, &format!("{path}?lang={language}")).await.ok();
            assert_eq!(names_of_texts(&page.body), Vec::<&str>::new(), "{path} in {language}");
            if language == "da" && !path.ends_with(".csv") {
                let main = page.body.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
                assert_plain(&path, main);
            }
        }
    }
}

async fn no_number_is_in_any_page_or_address(w: World) {
    for (who, path) in pages(&w).await {
        let page = w.get(&who, &path).await.ok();
        for known in [&w.aase, &w.bo, &w.conny, &w.tove, &w.ulla] {
            assert!(!path.contains(known.cpr) && !page.body.contains(known.cpr), "{path}");
            let (day, rest) = known.cpr.split_at(6);
            assert!(!page.body.contains(&format!("{day}-{rest}")), "{path}");
        }
    }
    let log = w.audit().await;
    for record in &log {
        for known in [&w.aase, &w.bo, &w.conny] {
            let text = format!("{record:?}");
            assert!(!text.contains(known.cpr), "{text}");
        }
    }
}
