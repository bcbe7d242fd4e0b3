//! `omtanke doctor`: what is wrong with the set-up, in plain words.

use std::path::PathBuf;

use clap::Args;
use realm::RealmKind;

use super::open;
use super::serve::bind;
use crate::failure::Failure;
use crate::schema::MIGRATIONS;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// The settings.
    #[arg(long, env = "OMTANKE_CONFIG", default_value = "omtanke.toml")]
    config: PathBuf,
}

/// What one check found: nothing, or what to mend.
struct Finding {
    checked: &'static str,
    wrong: Option<String>,
}

impl Doctor {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let mut findings = Vec::new();
        match Settings::read(&self.config) {
            Err(failure) => findings.push(Finding { checked: "settings", wrong: Some(failure.to_string()) }),
            Ok(settings) => {
                findings.push(Finding { checked: "settings", wrong: None });
                check_all(&settings, &mut findings).await;
            }
        }
        for finding in &findings {
            match &finding.wrong {
                None => println!("well   {}", finding.checked),
                Some(wrong) => println!("MEND   {}: {}", finding.checked, wrong.replace('\n', "\n       ")),
            }
        }
        match findings.iter().filter(|finding| finding.wrong.is_some()).count() {
            0 => Ok(()),
            wrong => Err(Failure::Unwell(wrong)),
        }
    }
}

async fn check_all(settings: &Settings, findings: &mut Vec<Finding>) {
    let mut found = |checked, wrong: Option<String>| findings.push(Finding { checked, wrong });
    found("port", bind(settings.listen).await.err().map(|failure| failure.to_string()));
    found(
        "telephone",
        settings
            .phone
            .example
            .then(|| "the number is an example; put in one that somebody answers".to_owned()),
    );
    found(
        "sign-in",
        settings
            .brokers
            .is_empty()
            .then(|| "there is no broker, so nobody can sign in; add [[brokers]]".to_owned()),
    );
    let realm = match open(&settings.database, RealmKind::Live).await {
        Ok(realm) => realm,
        Err(failure) => return found("database", Some(failure.to_string())),
    };
    found("database", None);
    found(
        "write access",
        realm.store.try_writing().await.err().map(|error| Failure::from(error).to_string()),
    );
    found(
        "schema",
        match MIGRATIONS.pending(&realm.store).await {
            Ok(pending) if pending.is_empty() => None,
            Ok(pending) => Some(format!("{} steps are missing; run `omtanke migrate`", pending.len())),
            Err(store::MigrateError::Db(_)) => {
                Some("the database is empty; run `omtanke migrate`".to_owned())
            }
            Err(error) => Some(Failure::from(error).to_string()),
        },
    );
    found(
        "audit log",
        match realm::verify(&realm.store, |_, _| {}).await {
            Ok(_) | Err(realm::AuditError::Db(_)) => None,
            Err(broken) => Some(broken.to_string()),
        },
    );
}
