//! The reference of the load script: an axum server that answers every request with one word.

use axum::Router;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    println!("listening on http://{}", listener.local_addr().expect("a bound socket has an address"));
    let app = Router::new().fallback(|| async { "hello" });
    axum::serve(listener, app).await.expect("the server answers");
}
