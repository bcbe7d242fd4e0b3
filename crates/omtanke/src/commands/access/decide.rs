//! `omtanke access decide`

use access::api::{Answer, Evaluation, Granted, Known, Opened, answer};
use access::now_in;
use clap::Args;
use serde_json::{Map, Value, json};

use crate::commands::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Decide {
    #[command(flatten)]
    target: Target,
    /// Who: the id of a person.
    #[arg(long)]
    subject: String,
    /// What: an action such as mail.read.
    #[arg(long)]
    action: String,
    /// To what, as TYPE:ID. Types: mailbox, letter, service, case, person, organisation, installation.
    #[arg(long, value_name = "TYPE:ID")]
    resource: String,
    /// What more is known of it, such as owner=ID, folder=ID, arrived_at=2026-03-02T09:00:00Z, `case_number=26/42`.
    #[arg(long = "property", value_name = "NAME=VALUE")]
    properties: Vec<String>,
}

impl Decide {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let evaluation = self.evaluation()?;
        let realm = self.target.realm().await?;
        let tx = realm.read().await?;
        print!("{}", in_words(&answer(&tx, now_in(&realm), &evaluation, &mut Known::default()).await?));
        Ok(())
    }

    /// The question as a program would ask it.
    fn evaluation(&self) -> Result<Evaluation, Failure> {
        let wrong = |option: &str, shape: &str| Failure::Other(format!("--{option}: is not {shape}"));
        let (kind, id) = self.resource.split_once(':').ok_or_else(|| wrong("resource", "TYPE:ID"))?;
        let mut properties = Map::new();
        for property in &self.properties {
            let (name, value) = property.split_once('=').ok_or_else(|| wrong("property", "NAME=VALUE"))?;
            properties.insert(name.to_owned(), Value::from(value));
        }
        let question = Map::from_iter([
            ("subject".to_owned(), json!({ "type": "person", "id": self.subject })),
            ("action".to_owned(), json!({ "name": self.action })),
            ("resource".to_owned(), json!({ "type": kind, "id": id, "properties": properties })),
        ]);
        Evaluation::read(&question).map_err(|fault| Failure::Other(fault.to_string()))
    }
}

/// An answer as lines to read.
pub(super) fn in_words(answer: &Answer) -> String {
    let yes_or_no = if answer.decision { "ja / yes" } else { "nej / no" };
    let reason = &answer.context.reason;
    let mut lines = vec![format!("{yes_or_no} ({})", reason.code), reason.da.clone(), reason.en.clone()];
    match &answer.context.grant {
        Some(Granted::Role { role, scope }) => lines.push(format!("role {} ({scope})", role.code())),
        Some(Granted::Mandates { mandates }) => lines.extend(mandates.iter().map(mandate)),
        None => {}
    }
    lines.extend(answer.context.error.iter().map(|error| error.message.clone()));
    lines.join("\n") + "\n"
}

fn mandate(opened: &Opened) -> String {
    let limited = if opened.limits.is_empty() { "" } else { ", within limits" };
    format!("mandate {} ({}{limited})", opened.id, opened.services.join(", "))
}
