//! The audit log holds, and shows it when it does not.

use realm::{Actor, AuditError, Change, Via, verify};
use store::params;
use stories::{Engine, House, on_both};

on_both!(
    the_chain_holds_and_a_tampered_record_is_named,
    a_refusal_is_recorded_although_the_work_is_rolled_back
);

async fn the_chain_holds_and_a_tampered_record_is_named(house: House) {
    for number in 0..5 {
        let mut work = house.realm.work(Actor::program("story", Via::Program)).await.unwrap();
        work.record(Change::new("story.write", "story", &number).after(&number));
        work.commit().await.unwrap();
    }
    let verified = verify(&house.realm.store, |_, _| {}).await.unwrap();
    assert!(verified.records > 5);

    let refused = house.realm.store.write().await.unwrap();
    let result = refused.run("update realm_audit set reason = 'other' where seq = 2", params![]).await;
    assert!(result.unwrap_err().to_string().contains("append-only"));
    drop(refused);

    let tampering = house.realm.store.write().await.unwrap();
    match house.engine {
        Engine::Sqlite => tampering.run("drop trigger realm_audit_keeps", params![]).await.unwrap(),
        Engine::Postgres => {
            tampering.run("drop trigger realm_audit_keeps on realm_audit", params![]).await.unwrap()
        }
    };
    tampering.run("update realm_audit set reason = 'other' where seq = 2", params![]).await.unwrap();
    tampering.commit().await.unwrap();
    assert!(matches!(verify(&house.realm.store, |_, _| {}).await, Err(AuditError::Changed(2))));
}

async fn a_refusal_is_recorded_although_the_work_is_rolled_back(house: House) {
    let before = verify(&house.realm.store, |_, _| {}).await.unwrap().records;
    // Bo is of the library in Vejle; this is the library in Aalborg.
    let cookie = house.sign_in(town::BO).await;
    let id = house.point("Aalborg Bibliotekerne").await;
    let answer = house
        .post_as(
            &cookie,
            &format!("/staff/help-points/{id}/details"),
            &[("version", "1"), ("name", "Bos bibliotek")],
        )
        .await;
    assert_eq!(answer.status, 403, "{}", answer.body);
    let tx = house.realm.read().await.unwrap();
    let history = realm::subject_history(&tx, "help_point", &id, 10).await.unwrap();
    assert!(history.is_empty(), "nothing was changed");
    drop(tx);
    assert!(
        verify(&house.realm.store, |_, _| {}).await.unwrap().records > before,
        "the refusal is in the log"
    );
    assert!(house.get("/find-hjaelp?near=9000").await.body.contains("Aalborg Bibliotekerne"));
}
