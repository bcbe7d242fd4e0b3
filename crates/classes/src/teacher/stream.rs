//! What the teacher sees without asking: server-sent events (HTML Living Standard, 9.2). First the whole list, so that whoever comes
//! back after a lost connection has missed nothing; then each row as it changes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use askama::Template as _;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, stream};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use words::Words;

use super::rows::Made;
use crate::class::Class;
use crate::news::News;
use crate::register::Classes;
use crate::visits::TeacherVisit;

/// How often the list is sent though nobody did anything: minutes pass, and somebody may be stuck by now.
const ANYWAY: Duration = Duration::from_secs(30);

struct Watching {
    classes: Arc<Classes>,
    class: Arc<Class>,
    words: &'static Words,
    base: String,
    news: Receiver<News>,
    ending: watch::Receiver<bool>,
    is_first: bool,
}

/// `GET /klasse/{id}/stroem`
pub(crate) async fn stream(teacher: TeacherVisit) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    teacher.touch();
    let watching = Watching {
        base: teacher.at(""),
        words: teacher.visit.staff_words(),
        news: teacher.class.listen(),
        ending: teacher.classes.ending(),
        classes: teacher.classes,
        class: teacher.class,
        is_first: true,
    };
    let events = stream::unfold(watching, |mut watching| async move {
        let event = watching.next().await?;
        Some((Ok(event), watching))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ANYWAY / 2))
}

impl Watching {
    /// The next event; none when the program is about to stop, so that it need not wait for whoever looks.
    async fn next(&mut self) -> Option<Event> {
        if std::mem::take(&mut self.is_first) {
            return Some(self.list());
        }
        let news = tokio::select! {
            _ = self.ending.wait_for(|is_ending| *is_ending) => return None,
            () = tokio::time::sleep(ANYWAY) => News::List,
            news = self.news.recv() => match news {
                Ok(news) => news,
                Err(RecvError::Lagged(_)) => News::List,
                Err(RecvError::Closed) => return None,
            },
        };
        Some(match news {
            News::Learner(number) => self.learner(number).unwrap_or_else(|| self.list()),
            News::List => self.list(),
            News::Class => Event::default().event("class").data("anew"),
        })
    }

    fn list(&self) -> Event {
        let rows = self.made().rows(&self.class.read()).render();
        Event::default().event("list").data(rows.unwrap_or_default())
    }

    fn learner(&self, number: u16) -> Option<Event> {
        let row = self.made().one(self.class.read().seat(number)?).render().ok()?;
        Some(Event::default().event("learner").data(format!("seat-{number}\n{row}")))
    }

    fn made(&self) -> Made<'_> {
        let now = self.classes.house().now();
        Made { words: self.words, sandboxes: &self.classes.sandboxes, now, base: &self.base }
    }
}
