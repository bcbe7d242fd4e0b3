//! Taking access back is effective on the very next request, at whatever node, also while others read.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use access::Holder;
use access::mandates::Limits;
use http::StatusCode;

use crate::helping::{READ, post_of};
use crate::world::{World, on_both};

on_both![what_is_taken_back_at_one_node_is_closed_at_the_other, no_read_succeeds_after_the_withdrawal,];

/// How often the withdrawal races with readers: `OMTANKE_RACES`, else as often as an ordinary test has time for.
fn races() -> usize {
    std::env::var("OMTANKE_RACES").ok().and_then(|races| races.parse().ok()).unwrap_or(20)
}

async fn what_is_taken_back_at_one_node_is_closed_at_the_other(world: World) {
    let letter = world.aase_gets("Din tid").await;
    let other = world.another_node().await;
    let base = post_of(&world.aase);
    let paths = [base.clone(), format!("{base}/brev/{letter}"), format!("{base}/brev/{letter}/fil/0")];
    for (one, two) in [(&world, &other), (&other, &world)] {
        let mandate = one.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
        for path in &paths {
            two.get(&world.bo, path).await.ok();
            one.get(&world.bo, path).await.ok();
        }
        one.takes_back(&world.aase, &mandate).await;
        for path in &paths {
            assert_eq!(two.get(&world.bo, path).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(one.get(&world.bo, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

async fn no_read_succeeds_after_the_withdrawal(world: World) {
    let letter = world.aase_gets("Din tid").await;
    let other = world.another_node().await;
    let path = format!("{}/brev/{letter}", post_of(&world.aase));
    let (mut before, mut after) = (0, 0);
    for _ in 0..races() {
        let mandate = world.opens_post_to(&world.aase, &world.bo, READ, Limits::default()).await;
        let (is_over, readers) = (AtomicBool::new(false), AtomicUsize::new(3));
        let (read, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let reader = async |node: &World| {
            // Each reads until it has been refused twice.
            let mut refusals = 0;
            while refusals < 2 {
                let was_over = is_over.load(Ordering::SeqCst);
                match node.get(&world.bo, &path).await.status {
                    StatusCode::OK => {
                        assert!(!was_over, "somebody read after the withdrawal was kept");
                        read.fetch_add(1, Ordering::SeqCst);
                    }
                    // A database that is just being written may ask to come again; then nothing was read.
                    StatusCode::SERVICE_UNAVAILABLE => {}
                    status => {
                        assert_eq!(status, StatusCode::NOT_FOUND);
                        refused.fetch_add(1, Ordering::SeqCst);
                        refusals += 1;
                    }
                }
            }
            readers.fetch_sub(1, Ordering::SeqCst);
        };
        let withdrawal = async {
            while read.load(Ordering::SeqCst) < 3 {
                tokio::task::yield_now().await;
            }
            world.takes_back(&world.aase, &mandate).await;
            is_over.store(true, Ordering::SeqCst);
        };
        let ((), (), (), ()) = tokio::join!(reader(&world), reader(&other), reader(&other), withdrawal);
        assert_eq!(readers.load(Ordering::SeqCst), 0);
        before += read.load(Ordering::SeqCst);
        after += refused.load(Ordering::SeqCst);
    }
    assert!(before >= 3 * races() && after >= 6 * races(), "{before} read and {after} were refused");
    let mailbox = world.mailbox_of_holder(Holder::Person(world.aase.id)).await;
    assert_eq!(mailbox.letters, 1);
}
