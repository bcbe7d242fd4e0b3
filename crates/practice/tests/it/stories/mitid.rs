//! MitID as learners practise it: wrong codes, a lock, a forgotten user name, a new telephone, an expired passport.

use http::StatusCode;
use realm::RealmKind;

use super::world::{Learner, Page};

const BACK: &str = "/log-ind/retur";

impl Learner {
    /// Begins to sign in, and gives where.
    async fn sign_in(&mut self) -> String {
        let redirect_uri = format!("https://hjaelp.example.dk{}{BACK}", self.base);
        let client_id = format!("omtanke{}", self.base);
        let query = serde_urlencoded::to_string([
            ("response_type", "code"),
            ("client_id", client_id.as_str()),
            ("redirect_uri", redirect_uri.as_str()),
            ("scope", "openid"),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            ("code_challenge_method", "S256"),
        ]);
        let page = self.get(&format!("/mitid/authorize?{}", query.unwrap())).await;
        let behind = page.body.split("/mitid/login/").nth(1).unwrap();
        format!("/mitid/login/{}", behind.split(['"', '/', '?']).next().unwrap())
    }

    async fn sign_in_as(&mut self, user_name: &str) -> (String, Page) {
        let login = self.sign_in().await;
        let page = self.post(&login, &[("user_name", user_name)]).await;
        (login, page)
    }

    /// Whether the present task of the story is done.
    async fn is_done(&mut self, slug: &str) -> bool {
        self.get(&format!("/oevelser/{slug}")).await.says("Det lykkedes")
    }
}

fn shown(page: &Page) -> String {
    let paper = page.body.split("om-code-device").nth(1).unwrap();
    paper.split("<bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_is_locked_out_sees_why_and_the_story_goes_on() {
    let (mut learner, _) = Learner::in_the_story("laast-ude").await;
    assert_eq!(learner.name().await, None);
    let (login, _) = learner.sign_in_as("torben").await;
    for left in [2, 1] {
        let wrong = learner.post(&format!("{login}/code"), &[("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says(&format!("{left} forsøg tilbage")), "{left}");
        assert!(!learner.is_done("laast-ude").await);
    }
    let locked = learner.post(&format!("{login}/code"), &[("code", "000000")]).await;
    assert_eq!(locked.status, StatusCode::FORBIDDEN);
    assert!(locked.says("Brugernavnet er låst") && locked.says("Du skal bare vente"));
    assert!(learner.is_done("laast-ude").await);
    // Nothing else is open to a locked name, such as a new telephone.
    let telephone = learner.post(&format!("{login}/telephone"), &[("from", "letter")]).await;
    assert_eq!(telephone.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_forgotten_user_name_is_told_to_whoever_has_name_and_number() {
    let (mut learner, task) = Learner::in_the_story("glemt-brugernavn").await;
    assert!(!task.says("avang51"), "the exercise does not tell what is to be found");
    let login = learner.sign_in().await;
    assert!(learner.get(&login).await.says("Jeg har glemt mit brugernavn"));
    let page = format!("{login}/forgotten");
    assert!(learner.get(&page).await.says("Det sker for mange"));
    let ask = [("", "690251-2431", "Skriv et navn"), ("Astrid Vang", "12", "med 10 tal")];
    let strange = [
        ("Astrid Vang", "640251-2431", "med 10 tal"),
        ("Astrid Vang", "770543-2011", "Vi finder ingen"),
        ("Astrid", "690251-2431", "Vi finder ingen"),
    ];
    for (name, cpr, why) in ask.into_iter().chain(strange) {
        let wrong = learner.post(&page, &[("name", name), ("cpr", cpr)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {cpr}");
        assert!(wrong.says("Vi finder ingen") || wrong.says(why), "{name} {cpr}: {}", wrong.body);
        assert!(wrong.says(&format!("value=\"{name}\"")), "what was typed is kept");
        assert!(!wrong.says("avang51"));
    }
    let found = learner.post(&page, &[("name", "  astrid  VANG "), ("cpr", "6902512431")]).await;
    assert!(found.says("Her er dit brugernavn") && found.says("avang51"));
    assert!(learner.is_done("glemt-brugernavn").await);
    assert!(learner.post(&login, &[("user_name", "avang51")]).await.says("Åbn appen på telefonen"));
}

#[tokio::test]
async fn without_the_app_nobody_approves_until_it_is_on_the_new_telephone() {
    let (mut learner, _) = Learner::in_the_story("mitid-paa-ny-telefon").await;
    let (login, page) = learner.sign_in_as("silas").await;
    assert!(page.says("Appen er ikke på en telefon endnu") && !page.says("value=\"open\""));
    let forced = learner.post(&format!("{login}/app"), &[("answer", "open")]).await;
    assert!(forced.says("Appen er ikke på en telefon endnu"));
    assert!(learner.get(&format!("{login}/telephone/code")).await.says("Send mig et brev"), "no code yet");

    let letter = learner.post(&format!("{login}/telephone"), &[("from", "letter")]).await;
    let code = shown(&letter);
    assert!(letter.says("Brevet med koden") && code.len() == 9, "{code}");
    let typed = format!("{login}/telephone/code");
    assert!(learner.post(&typed, &[("code", "12")]).await.says("Skriv 8 tal"));
    let wrong = if code.starts_with('1') { "22222222" } else { "11111111" };
    let wrong = learner.post(&typed, &[("code", wrong)]).await;
    assert!(wrong.says("Koden passer ikke") && wrong.status == StatusCode::UNPROCESSABLE_ENTITY);
    let ready = learner.post(&typed, &[("code", &code)]).await;
    assert!(ready.says("Appen er klar") && ready.says("value=\"open\""));
    assert!(learner.is_done("mitid-paa-ny-telefon").await);
    // A code is good once.
    assert!(learner.get(&typed).await.says("Send mig et brev"));
}

#[tokio::test]
async fn an_expired_passport_leads_to_the_counter_and_from_there_on() {
    let (mut learner, _) = Learner::in_the_story("udloebet-pas").await;
    let (login, _) = learner.sign_in_as("kirsten").await;
    assert!(learner.get(&format!("{login}/telephone")).await.says("Med dit pas"));
    assert!(learner.get(&format!("{login}/telephone/chip")).await.says("Hold passet mod telefonen"));
    let expired = learner.post(&format!("{login}/telephone/chip"), &[]).await;
    assert!(expired.says("Passet er udløbet") && expired.says("Borgerservice i din kommune"));
    assert!(learner.get(&format!("{login}/app")).await.says("Appen er ikke på en telefon endnu"));
    assert!(learner.is_done("udloebet-pas").await);
    let paper = learner.post(&format!("{login}/telephone"), &[("from", "counter")]).await;
    assert!(paper.says("Papiret fra Borgerservice"));
    let code = shown(&paper);
    assert!(learner.post(&format!("{login}/telephone/code"), &[("code", &code)]).await.says("Appen er klar"));
}

#[tokio::test]
async fn a_passport_that_holds_brings_the_app_onto_a_new_telephone() {
    let (mut learner, _) = Learner::in_the_story("log-ind-med-appen").await;
    let (login, page) = learner.sign_in_as("amira").await;
    assert!(page.says("Jeg har fået ny telefon"));
    assert!(learner.post(&format!("{login}/telephone/chip"), &[]).await.says("Appen er klar"));
    // A sign-in that is over has none of these pages.
    for page in ["forgotten", "telephone", "telephone/chip", "telephone/code"] {
        let gone = learner.get(&format!("/mitid/login/0123/{page}")).await;
        assert_eq!(gone.status, StatusCode::GONE, "{page}");
    }
}

#[tokio::test]
async fn in_a_live_realm_there_is_nothing_of_it() {
    let mut visitor = Learner::in_a(RealmKind::Live).await;
    for page in ["forgotten", "telephone", "telephone/chip", "telephone/code"] {
        let address = format!("/mitid/login/0123/{page}");
        assert_eq!(visitor.get(&address).await.status, StatusCode::NOT_FOUND);
        let fields = [("name", "x"), ("cpr", "x"), ("from", "letter"), ("code", "1")];
        assert_eq!(visitor.post(&address, &fields).await.status, StatusCode::NOT_FOUND, "{page}");
    }
}
