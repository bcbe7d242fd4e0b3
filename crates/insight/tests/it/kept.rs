//! Imports in the database: whole, sealed, never changed; and named figures, which follow them.

use access::{AnalyseSurveys, allow_to_see};
use insight::kept::{ImportError, open_import, wrong_rows};
use realm::{Actor, Via};
use store::params;

use crate::world::{BOOK, World, answers, on_both};

on_both!(
    an_import_is_kept_whole_and_never_changes,
    what_respondents_answered_lies_sealed,
    the_same_file_is_not_taken_twice,
    wrong_rows_are_kept_in_a_list,
    a_key_is_brought_under_the_newest,
);

async fn an_import_is_kept_whole_and_never_changes(world: World) {
    let text = answers(5);
    let taken = world.imports(&text).await.unwrap();
    assert_eq!((taken.version, taken.figures), (1, 0));
    let import = world.import(&taken).await;
    assert_eq!((import.row_count, import.wrong_count, import.file_name.as_str()), (400, 0, "vejle.csv"));
    let tx = world.realm.read().await.unwrap();
    let actor = Actor::program("test", Via::Program);
    let permit = allow_to_see::<AnalyseSurveys>(&world.realm, &actor, &tx, ()).await.unwrap();
    let opened = open_import(&tx, &permit, &world.realm, import).await.unwrap();
    assert_eq!(std::fs::read(&opened.source().data).unwrap(), text.as_bytes());
    drop(tx);
    for sql in [
        "update insight_import set row_count = 1",
        "delete from insight_import",
        "update insight_piece set n = 7",
        "delete from insight_piece",
    ] {
        let work = world.work().await;
        let refused = work.tx().run(sql, params![]).await.unwrap_err().to_string();
        assert!(refused.contains("never change"), "{sql}: {refused}");
    }
    assert!(world.audit().await.iter().any(|record| record.action == "survey.import"));
}

async fn what_respondents_answered_lies_sealed(world: World) {
    let text = answers(5);
    world.imports(&text).await.unwrap();
    let Some(file) = world.file() else { return };
    let row = text.lines().nth(17).unwrap().as_bytes();
    assert!(!file.windows(row.len()).any(|window| window == row));
}

async fn the_same_file_is_not_taken_twice(world: World) {
    world.imports(&answers(5)).await.unwrap();
    let Err(ImportError::Same(1)) = world.imports(&answers(5)).await else {
        panic!("it is version 1 already")
    };
    let second = world.imports(&answers(4)).await.unwrap();
    assert_eq!(second.version, 2);
    let other_book = BOOK.replace("Timer på nettet", "Timer online");
    assert_eq!(world.imports_with(&answers(5), &other_book, false).await.unwrap().version, 3);
}

async fn wrong_rows_are_kept_in_a_list(world: World) {
    let text = answers(5) + "x,Vejle,2024,1,2\n,Ribe,2024,1,3\n12,Ribe,2024,9,3\n";
    let Err(ImportError::WrongRows { count: 3, .. }) = world.imports(&text).await else {
        panic!("rows are wrong")
    };
    let taken = world.imports_with(&text, BOOK, true).await.unwrap();
    let import = world.import(&taken).await;
    assert_eq!((import.row_count, import.wrong_count), (400, 3));
    let tx = world.realm.read().await.unwrap();
    let actor = Actor::program("test", Via::Program);
    let permit = allow_to_see::<AnalyseSurveys>(&world.realm, &actor, &tx, ()).await.unwrap();
    let wrong = wrong_rows(&tx, &permit, &world.realm, &import).await.unwrap();
    let listed: Vec<(u64, Option<&str>)> = wrong.iter().map(|row| (row.row, row.field.as_deref())).collect();
    assert_eq!(listed, [(401, Some("weight")), (402, Some("weight")), (403, Some("helped"))]);
    // What is asked of such an import leaves them out, and says so.
    let opened = open_import(&tx, &permit, &world.realm, import).await.unwrap();
    let told = opened.tell(&insight::analyst::Choice::of_address("of=helped&year=2024"), None).unwrap();
    assert_eq!(told.cells[0].n, Some(200));
    assert!(told.command.contains("--leave-out-wrong-rows") && !told.notes.is_empty(), "{told:?}");
}

async fn a_key_is_brought_under_the_newest(world: World) {
    let taken = world.imports(&answers(5)).await.unwrap();
    let mut work = world.work().await;
    work.tx().run("update insight_import_key set sealed_under = 'older'", params![]).await.unwrap();
    jobs::order(&mut work, jobs::Order::new("insight.reseal", &())).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(world.night().await, 1);
    let work = world.work().await;
    let older = "update insight_import_key set sealed_under = sealed_under where sealed_under = 'older'";
    assert_eq!(work.tx().run(older, params![]).await.unwrap(), 0);
    drop(work);
    let tx = world.realm.read().await.unwrap();
    let actor = Actor::program("test", Via::Program);
    let permit = allow_to_see::<AnalyseSurveys>(&world.realm, &actor, &tx, ()).await.unwrap();
    open_import(&tx, &permit, &world.realm, world.import(&taken).await).await.unwrap();
}
