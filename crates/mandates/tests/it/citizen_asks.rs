//! A helper asks; the citizen sees what it opens, gives less or all of it, or says no; and both sign on paper.

use access::mandates::{Basis, State};
use http::StatusCode;

use crate::world::{Person, World, on_both};

on_both!(
    bo_asks_and_aase_says_yes,
    aase_gives_less_than_bo_asks_for,
    aase_says_no_and_after_three_times_bo_can_ask_no_more,
    bo_takes_his_request_back,
    a_form_is_printed_in_two_languages_with_a_code,
);

/// Somebody asks for reading of post, up to the last step; gives the address of the mandate.
async fn asked_for(w: &World, who: &Person, of: &Person, powers: &[&str]) -> String {
    let step = w.post(who, "/fuldmagt/bed", &[("cpr", of.cpr), ("name", of.name)]).await.went();
    let at = step.strip_suffix("/hvad").unwrap().to_owned();
    let fields: Vec<(&str, &str)> = powers.iter().map(|power| ("powers", *power)).collect();
    w.post(who, &format!("{at}/hvad"), &fields).await.went();
    w.post(who, &format!("{at}/hvor-laenge"), &[("length", "1y")]).await.went();
    at
}

async fn bo_asks_and_aase_says_yes(w: World) {
    w.letter_comes(&w.aase, "Din tid hos lægen").await;
    let at = asked_for(&w, &w.bo, &w.aase, &["post.read"]).await;
    let see = w.get(&w.bo, &format!("{at}/se")).await.ok();
    see.says(&["det, du beder Aase Holm om", "Kan læse brevene", "/send"]);
    // Whoever asks learns nothing of what lies there.
    see.says_not(&["Vejle Kommune", "/ja"]);
    let what = w.get(&w.bo, &format!("{at}/hvad")).await.ok();
    what.says_not(&["Indbakke", "Hvilke mapper?"]);
    w.get(&w.aase, "/fuldmagt").await.ok().says_not(&["Bo Holm"]);
    assert_eq!(w.post(&w.bo, &format!("{at}/send"), &[]).await.went(), "/fuldmagt?saved=asked");
    w.get(&w.bo, "/fuldmagt?saved=asked").await.ok().says(&["Fra Aase Holm", "Venter på svar"]);

    w.get(&w.aase, "/fuldmagt").await.ok().says(&["De beder om lov", "Bo Holm", "Se og svar"]);
    let one = w.get(&w.aase, &at).await.ok();
    one.says(&["Bo Holm beder om lov", "1 brev fra Vejle Kommune", "Kender du ikke den, der spørger?"]);
    assert_eq!(w.post(&w.bo, &format!("{at}/ja"), &[]).await.went(), at, "nobody says yes to themself");
    assert_eq!(w.post(&w.aase, &format!("{at}/ja"), &[]).await.went(), "/fuldmagt?saved=given");
    w.get(&w.bo, "/jeg-hjaelper").await.ok().says(&["Aase Holm", "Læse post", "1 brev, du ikke har læst"]);
    let mandate = w.mandates_of(w.aase.holder()).await.remove(0);
    assert_eq!((mandate.state, mandate.first_used_at), (State::Active, None), "counting is no use of it");

    // One deliberate step into her post; others have none.
    let enter = format!("/jeg-hjaelper/{}", mandate.id);
    assert_eq!(w.post(&w.bo, &enter, &[]).await.went(), format!("/for/{}/post", w.aase.id));
    assert_eq!(w.post(&w.conny, &enter, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(w.post(&w.bo, &format!("{at}/tilbage"), &[]).await.went(), "/jeg-hjaelper?saved=laid-down");
    assert_eq!(w.post(&w.bo, &enter, &[]).await.went(), "/jeg-hjaelper?saved=over");
    w.get(&w.bo, "/jeg-hjaelper").await.ok().says_not(&["Aase"]);
}

async fn aase_gives_less_than_bo_asks_for(w: World) {
    let at = asked_for(&w, &w.bo, &w.aase, &["post.read_write", "tax.act", "pension.see"]).await;
    w.post(&w.bo, &format!("{at}/send"), &[]).await.went();
    let what = w.get(&w.aase, &format!("{at}/hvad")).await.ok();
    what.says(&["value=\"tax.act\" checked", "Hvilke mapper?"]);
    what.says_not(&["Trin 2"]);
    let fields = [("powers", "post.read"), ("past", "no")];
    assert_eq!(w.post(&w.aase, &format!("{at}/hvad"), &fields).await.went(), at);
    let fields = [("length", "date"), ("ends_on", "2026-12-31")];
    assert_eq!(w.post(&w.aase, &format!("{at}/hvor-laenge"), &fields).await.went(), at);
    // What was asked for is the giver's to change, not the asker's.
    assert_eq!(w.post(&w.bo, &format!("{at}/hvad"), &[("powers", "tax.act")]).await.went(), at);
    let one = w.get(&w.aase, &at).await.ok();
    one.says(&["31. dec. 2026", "Læse post"]);
    one.says_not(&["Se og ændre skat", "Se pension"]);
    w.post(&w.aase, &format!("{at}/ja"), &[]).await.went();
    let given = w.mandates_of(w.aase.holder()).await.remove(0);
    assert_eq!(given.terms.powers, ["post.read"]);
    assert_eq!(given.terms.ends_on, Some(jiff::civil::date(2026, 12, 31)));
    assert!(given.terms.limits.since.is_some());
}

async fn aase_says_no_and_after_three_times_bo_can_ask_no_more(w: World) {
    for power in ["post.read", "tax.see", "pension.see"] {
        let at = asked_for(&w, &w.bo, &w.aase, &[power]).await;
        w.post(&w.bo, &format!("{at}/send"), &[]).await.went();
        assert_eq!(w.post(&w.aase, &format!("{at}/nej"), &[]).await.went(), "/fuldmagt?saved=rejected");
        w.get(&w.bo, &at).await.ok().says(&["Afvist"]);
    }
    let at = asked_for(&w, &w.bo, &w.aase, &["health.see"]).await;
    let wrong = w.post(&w.bo, &format!("{at}/send"), &[]).await.wrong();
    wrong.says(&["kan du ikke bede om mere de næste 30 dage", "Ring til os"]);
    let paper = w.post(&w.bo, &format!("{at}/papir"), &[]).await.wrong();
    paper.says(&["kan du ikke bede om mere"]);
}

async fn bo_takes_his_request_back(w: World) {
    let at = asked_for(&w, &w.bo, &w.aase, &["post.read"]).await;
    w.post(&w.bo, &format!("{at}/send"), &[]).await.went();
    w.post(&w.bo, &format!("{at}/tilbage"), &[]).await.went();
    assert_eq!(w.post(&w.aase, &format!("{at}/ja"), &[]).await.went(), at);
    w.get(&w.aase, &at).await.ok().says(&["Taget tilbage"]);
    assert_eq!(w.mandates_of(w.aase.holder()).await[0].state, State::Withdrawn);
}

async fn a_form_is_printed_in_two_languages_with_a_code(w: World) {
    let at = asked_for(&w, &w.bo, &w.aase, &["post.read", "pension.act"]).await;
    assert_eq!(w.get(&w.bo, &format!("{at}/papir")).await.went(), at);
    assert_eq!(w.post(&w.bo, &format!("{at}/papir"), &[]).await.went(), format!("{at}/papir"));
    let form = w.get(&w.bo, &format!("{at}/papir?lang=ar")).await.ok();
    form.says(&["Aase Holm", "Bo Holm", "lang=\"ar\" dir=\"rtl\"", "lang=\"da\" dir=\"ltr\"", "<path d=\"M"]);
    form.says(&["Den, der giver lov, skriver under her:", "يوقّع هنا", "Kan læse brevene", "borgerservice"]);
    let danish = w.get(&w.bo, &format!("{at}/papir?lang=da")).await.ok();
    assert_eq!(danish.body.matches("<article").count(), 1);
    danish.says_not(&[w.aase.cpr, w.bo.cpr]);
    // Both see it; strangers do not; and it is not in force by being printed.
    w.get(&w.aase, &format!("{at}/papir")).await.ok();
    assert_eq!(w.get(&w.conny, &format!("{at}/papir")).await.status, StatusCode::NOT_FOUND);
    let mandate = w.mandates_of(w.aase.holder()).await.remove(0);
    assert_eq!((mandate.state, mandate.basis), (State::WaitingForSignature, Basis::Paper));
    w.get(&w.bo, "/fuldmagt").await.ok().says(&["Venter på underskrift", "Se blanketten"]);
}
