//! What tells the process to stop.

use tokio::signal::unix::{Signal, SignalKind, signal};

/// Ctrl-C and a service manager's word, listened to from the moment this is made.
pub(crate) struct Signals {
    interrupt: Signal,
    terminate: Signal,
}

impl Signals {
    pub(crate) fn listen() -> Self {
        let of = |kind| signal(kind).expect("the operating system lets us listen for signals");
        Self { interrupt: of(SignalKind::interrupt()), terminate: of(SignalKind::terminate()) }
    }

    pub(crate) async fn told_to_stop(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
