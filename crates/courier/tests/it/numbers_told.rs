//! What is counted, and that it says nothing of anybody.

use basics::Language;
use courier::{FolderGateway, Mail, Text, Texts};
use metrics_exporter_prometheus::PrometheusBuilder;

use crate::gateway::{Answer, SmsGateway};
use crate::mail_server::{MailServer, to_aase};

#[tokio::test]
async fn mails_and_texts_are_counted_by_outcome_and_name_nobody() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let told = recorder.handle();
    let _guard = metrics::set_default_local_recorder(&recorder);

    let server = MailServer::start("starttls").await;
    let mailer = server.mailer("");
    let to = |to: &str| Mail { to: to.to_owned(), ..to_aase(Language::Da) };
    mailer.send(&to("aase@example.dk")).await.unwrap();
    mailer.send(&to("bo@example.dk")).await.unwrap();
    for refused in ["ukendt@example.dk", "senere@example.dk", "ingen adresse"] {
        mailer.send(&to(refused)).await.unwrap_err();
    }
    server.mailer("password = \"forkert\"").send(&to("aase@example.dk")).await.unwrap_err();

    let folder = tempfile::tempdir().unwrap();
    let broken = SmsGateway::start(Answer::Status(503, "{}")).await;
    let texts =
        Texts::new(vec![Box::new(broken.gateway("første", "")), Box::new(FolderGateway::new(folder.path()))]);
    let text =
        Text { to: "+4520123456".to_owned(), body: "Hej Åse".to_owned(), reference: "0190-a".to_owned() };
    texts.send(&text, "2026-03-09T08:00:00Z".parse().unwrap()).await.unwrap();

    let told = told.render();
    for line in [
        "omtanke_mail_total{outcome=\"sent\"} 2",
        "omtanke_mail_total{outcome=\"refused\"} 1",
        "omtanke_mail_total{outcome=\"again\"} 1",
        "omtanke_mail_total{outcome=\"unfit\"} 1",
        "omtanke_mail_total{outcome=\"settings\"} 1",
        "omtanke_mail_seconds_count 6",
        "omtanke_sms_total{gateway=\"første\",outcome=\"failed\"} 1",
        "omtanke_sms_total{gateway=\"folder\",outcome=\"accepted\"} 1",
    ] {
        assert!(told.lines().any(|told| told == line), "{line} not in\n{told}");
    }
    for somebody in ["aase", "bo@", "ukendt", "20123456", "Hej"] {
        assert!(!told.contains(somebody), "{somebody} in\n{told}");
    }
}
