//! The exercises as learners meet them.

use http::StatusCode;
use realm::RealmKind;

use super::world::Learner;

#[tokio::test]
async fn outside_a_sandbox_there_are_no_exercises_at_any_address() {
    for kind in [RealmKind::Live, RealmKind::Demo] {
        let mut visitor = Learner::in_a(kind).await;
        for route in practice::exercises::routes().list() {
            let path = route.path.replace("{scenario}", "sygehusbrev");
            let page = match route.method {
                http::Method::POST => {
                    let fields = [("choice", "0"), ("task", "0"), ("code", "00"), ("on", "1")];
                    visitor.post(&path, &fields).await
                }
                _ => visitor.get(&path).await,
            };
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{kind:?}: {} {}", route.method, route.path);
        }
    }
}

#[tokio::test]
async fn the_list_can_be_narrowed_to_an_audience() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    let all = learner.get("/oevelser").await;
    assert!(all.says("Find brevet fra sygehuset") && all.says("Pizzeriet skal indberette moms"));
    let business = learner.get("/oevelser?for=business").await;
    assert!(!business.says("Find brevet fra sygehuset") && business.says("Pizzeriet skal indberette moms"));
    let link = format!("{}/oevelser/pizzeria-moms", learner.base);
    assert!(business.says(&link), "links stay in the sandbox");
    assert_eq!(learner.get("/oevelser/findes-ikke").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_learner_goes_through_an_exercise_with_hints_and_by_its_result() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    let intro = learner.get("/oevelser/sygehusbrev").await;
    assert!(intro.says("Ingrid Krog") && intro.says("770543-2011") && intro.says("Begynd"));
    let task = learner.post("/oevelser/sygehusbrev", &[]).await;
    assert_eq!(learner.name().await.as_deref(), Some("Ingrid Krog"));
    assert!(task.says("Åbn brevet fra sygehuset.") && task.says("Opgave 1 af 2"));
    assert!(!task.says("Tryk på overskriften"), "hints are closed");

    // Hints open one by one, and not more than there are.
    assert!(learner.post("/oevelser/sygehusbrev/tip", &[]).await.says("under Digital Post øverst"));
    assert!(learner.post("/oevelser/sygehusbrev/tip", &[]).await.says("Tryk på overskriften"));
    assert!(learner.post("/oevelser/sygehusbrev/tip", &[]).await.says("Det var alle tip"));
    assert!(learner.get("/oevelser/sygehusbrev/vis").await.says("Trin 1 af 2"));
    assert!(learner.get("/oevelser/sygehusbrev/vis?trin=99").await.says("Trin 2 af 2"));

    // Nothing is done yet; pressing on does not help.
    assert!(learner.get("/oevelser/sygehusbrev?se=1").await.says("Ikke endnu"));
    assert!(learner.post("/oevelser/sygehusbrev/videre", &[("task", "0")]).await.says("Ikke endnu"));
    let scenario = practice::scenarios::library().get("sygehusbrev").unwrap();
    let cast = {
        let tx = learner.realm.read().await.unwrap();
        practice::scenarios::Cast::find(&tx, &learner.realm.vault, scenario).await.unwrap().unwrap()
    };
    for operation in &scenario.tasks[0].solution {
        practice::scenarios::act(&learner.realm, &cast, operation).await.unwrap();
    }
    assert!(learner.get("/oevelser/sygehusbrev").await.says("Det lykkedes"), "seen when coming back");
    let next = learner.post("/oevelser/sygehusbrev/videre", &[("task", "0")]).await;
    assert!(next.says("Opgave 2 af 2"));
    // Whoever goes back in the browser and sends it again goes on once.
    assert!(learner.post("/oevelser/sygehusbrev/videre", &[("task", "0")]).await.says("Opgave 2 af 2"));

    // A wrong choice is explained, and another can be made.
    let wrong = learner.post("/oevelser/sygehusbrev/valg", &[("choice", "0")]).await;
    assert!(wrong.says("Lad os se på det sammen") && wrong.says("I brevet står der en anden indgang"));
    assert!(!wrong.says("Det lykkedes"));
    let right = learner.post("/oevelser/sygehusbrev/valg", &[("choice", "1")]).await;
    assert!(right.says("Det lykkedes") && right.says("Der står indgang 3 i brevet"));
    let done = learner.post("/oevelser/sygehusbrev/videre", &[("task", "1")]).await;
    assert!(done.says("Nu kan du det") && done.says("href=\"https://hjaelp.example.dk/find-hjaelp\""));
    assert!(done.says("Nu er det rigtigt") && done.says("ud af øvelsen"));
    assert!(learner.get("/oevelser").await.says("Du har lavet den"));
}

#[tokio::test]
async fn with_the_next_task_the_learner_becomes_who_has_it() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    learner.post("/oevelser/datter-hjaelper-mor", &[]).await;
    assert_eq!(learner.name().await.as_deref(), Some("Gerda Lund"));
    let scenario = practice::scenarios::library().get("datter-hjaelper-mor").unwrap();
    let cast = {
        let tx = learner.realm.read().await.unwrap();
        practice::scenarios::Cast::find(&tx, &learner.realm.vault, scenario).await.unwrap().unwrap()
    };
    practice::scenarios::act(&learner.realm, &cast, &scenario.tasks[0].solution[0]).await.unwrap();
    let task = learner.post("/oevelser/datter-hjaelper-mor/videre", &[("task", "0")]).await;
    assert_eq!(learner.name().await.as_deref(), Some("Mette Lund"));
    assert!(task.says("Nu er du Mette."));
}

#[tokio::test]
async fn days_go_by_between_tasks_and_the_learner_stays_who_they_are() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    learner.post("/oevelser/brevet-kommer-igen", &[]).await;
    let scenario = practice::scenarios::library().get("brevet-kommer-igen").unwrap();
    let cast = {
        let tx = learner.realm.read().await.unwrap();
        practice::scenarios::Cast::find(&tx, &learner.realm.vault, scenario).await.unwrap().unwrap()
    };
    practice::scenarios::act(&learner.realm, &cast, &scenario.tasks[0].solution[0]).await.unwrap();
    let before = learner.realm.now();
    learner.post("/oevelser/brevet-kommer-igen/videre", &[("task", "0")]).await;
    assert_eq!(learner.realm.now().duration_since(before).as_hours(), 72);
    assert_eq!(learner.name().await.as_deref(), Some("Freja Lyng"));
    // The letter that was under way has come.
    practice::scenarios::act(&learner.realm, &cast, &scenario.tasks[1].solution[0]).await.unwrap();
    assert!(learner.get("/oevelser/brevet-kommer-igen").await.says("Det lykkedes"));
}

#[tokio::test]
async fn where_signing_in_is_the_task_nobody_is_signed_in_for_the_learner() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    learner.post("/oevelser/sygehusbrev", &[]).await;
    assert!(learner.name().await.is_some());
    let task = learner.post("/oevelser/forkert-kode", &[]).await;
    assert_eq!(learner.name().await, None);
    assert!(task.says("holger"));
}

#[tokio::test]
async fn a_code_brings_progress_into_another_sandbox_and_names_nobody() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    assert!(learner.get("/oevelser/kode").await.says("Du får en kode, når"));
    learner.post("/oevelser/falsk-mitid", &[]).await;
    learner.post("/oevelser/falsk-mitid/valg", &[("choice", "1")]).await;
    learner.post("/oevelser/falsk-mitid/videre", &[("task", "0")]).await;
    let page = learner.get("/oevelser/kode").await;
    let code =
        page.body.split("<strong><bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert!(page.says("Koden husker én øvelse."), "{code}");

    let mut another = Learner::in_a(RealmKind::Sandbox).await;
    let wrong = another.post("/oevelser/kode", &[("code", "ZZZZ-ZZ")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Koden passer ikke") && wrong.says("ZZZZ-ZZ"));
    let brought = another.post("/oevelser/kode", &[("code", &code.to_lowercase())]).await;
    assert!(brought.says("Koden er brugt") && brought.says("MitID ringer uden grund"));
    assert!(another.get("/oevelser").await.says("Du har lavet den"));
}

#[tokio::test]
async fn what_is_not_translated_is_marked_as_the_language_it_is_in() {
    let mut learner = Learner::in_a(RealmKind::Sandbox).await;
    learner.post("/oevelser/sygehusbrev", &[]).await;
    let task = learner.get("/oevelser/sygehusbrev?lang=ar").await;
    assert!(task.says("lang=\"ar\" dir=\"rtl\">افتح الرسالة القادمة من المستشفى."));
    let show = learner.get("/oevelser/sygehusbrev/vis?lang=ar").await;
    assert!(show.says("lang=\"en\" dir=\"ltr\">Go to Digital Post."));
    let sheet = learner.get("/oevelser/sygehusbrev/ark?lang=tr").await;
    assert!(sheet.says("Hastaneden gelen mektubu açın.") && sheet.says("https://hjaelp.example.dk/oev<"));
}
