//! What a broker is like, as the system owner writes it in the settings.

use std::collections::BTreeMap;

use basics::Language;
use basics::Secret;
use serde::Deserialize;

/// A broker that says who somebody is: MitID by one of its brokers, or an organisation's own sign-in for staff.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Broker {
    /// A short word for addresses and tables: `mitid`. It must not change once people have signed in by it.
    pub key: String,
    /// What people know it as.
    pub name: BrokerName,
    /// Which product it is; gives the names of the claims.
    #[serde(default)]
    pub preset: Preset,
    /// The issuer's address, exactly as its discovery document says it (OpenID Connect Discovery 1.0 § 3).
    /// `{realm}` stands for the address of the realm, and marks a simulated broker.
    pub issuer: String,
    /// What the broker calls us. `{realm}` stands for what the realm's addresses begin with, so that a token which a simulated
    /// broker gives in one realm names nobody in another.
    pub client_id: String,
    /// The secret we share with the broker; none for a public client.
    #[serde(default)]
    pub client_secret: Option<Secret>,
    /// What we ask for besides `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// How people must show who they are, in the broker's own words.
    #[serde(default)]
    pub acr_values: Option<String>,
    /// The lowest assurance that we accept, whatever was asked for.
    #[serde(default)]
    pub least_assurance: Option<Assurance>,
    /// Names of claims that differ from the preset's.
    #[serde(default)]
    pub claims: ClaimNames,
    /// Whether somebody we have not met becomes a citizen here. Otherwise an administrator must know them first.
    #[serde(default)]
    pub create_unknown: bool,
}

/// One name, or one for each language.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum BrokerName {
    /// The same in all languages, like `MitID`.
    One(String),
    /// By language; Danish is used where the reader's is missing.
    Each(BTreeMap<Language, String>),
}

impl BrokerName {
    /// The name in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match self {
            BrokerName::One(name) => name,
            BrokerName::Each(names) => {
                let any = || names.values().next();
                let found = names.get(&language).or_else(|| names.get(&Language::Da)).or_else(any);
                found.map_or("", String::as_str)
            }
        }
    }
}

/// A product whose claims we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Preset {
    /// MitID by Criipto Verify.
    Criipto,
    /// MitID by Signicat.
    Signicat,
    /// MitID by Signaturgruppen (Nets eID Broker).
    Signaturgruppen,
    /// An organisation's own sign-in: the standard claims of OpenID Connect.
    #[default]
    Staff,
    /// The simulated MitID of this program.
    Demo,
}

/// What a broker calls the things it says of a person. A name with dots may also lead into an object.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimNames {
    /// Its own lasting name for the person.
    #[serde(default)]
    pub subject: Option<String>,
    /// What the person is called.
    #[serde(default)]
    pub name: Option<String>,
    /// The date of birth, `1940-01-31`.
    #[serde(default)]
    pub birth_date: Option<String>,
    /// The NSIS level of assurance.
    #[serde(default)]
    pub loa: Option<String>,
    /// The CPR number, as a text of ten digits. It counts from the level substantial on: whoever has the number of a
    /// person we know is that person, and of a new person it is kept, sealed. It is never logged.
    #[serde(default)]
    pub cpr: Option<String>,
    /// The e-mail address. Named so that the settings are complete; it is not kept.
    #[serde(default)]
    pub email: Option<String>,
    /// The privilege list (OIO Basic Privilege Profile), in base64. It counts from the level substantial on.
    #[serde(default)]
    pub privileges: Option<String>,
}

/// The attribute in which a login carries a privilege list (OIOSAML 3); brokers pass it on under the same name.
const PRIVILEGES: &str = "https://data.gov.dk/model/core/eid/privilegesIntermediate";

impl Preset {
    fn claims(self) -> ClaimNames {
        let names = |subject: &str, name: &str, birth_date: &str, loa: &str, cpr: &str| ClaimNames {
            subject: Some(subject.to_owned()),
            name: Some(name.to_owned()),
            birth_date: Some(birth_date.to_owned()),
            loa: Some(loa.to_owned()),
            cpr: (!cpr.is_empty()).then(|| cpr.to_owned()),
            email: Some("email".to_owned()),
            privileges: Some(PRIVILEGES.to_owned()),
        };
        match self {
            Preset::Criipto => names("uuid", "name", "birthdate", "loa", "cprNumberIdentifier"),
            Preset::Signicat => names("mitid_uuid", "name", "birthdate", "mitid_loa", "nin"),
            Preset::Signaturgruppen => {
                names("mitid.uuid", "mitid.identity_name", "mitid.date_of_birth", "loa", "dk.cpr")
            }
            Preset::Staff => names("sub", "name", "birthdate", "acr", ""),
            Preset::Demo => names("sub", "name", "birthdate", "loa", "cpr"),
        }
    }
}

impl Broker {
    /// The names of the claims: those of the settings, else those of the preset.
    #[must_use]
    pub fn claim_names(&self) -> ClaimNames {
        let (own, preset) = (self.claims.clone(), self.preset.claims());
        ClaimNames {
            subject: own.subject.or(preset.subject),
            name: own.name.or(preset.name),
            birth_date: own.birth_date.or(preset.birth_date),
            loa: own.loa.or(preset.loa),
            cpr: own.cpr.or(preset.cpr),
            email: own.email.or(preset.email),
            privileges: own.privileges.or(preset.privileges),
        }
    }

    /// Whether it only plays at being a broker.
    #[must_use]
    pub fn is_simulated(&self) -> bool {
        self.issuer.contains("{realm}")
    }
}

/// How sure it is who somebody is: the levels of NSIS, the national standard for assurance of identities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Assurance {
    /// Low.
    Low,
    /// Substantial: the ordinary MitID.
    Substantial,
    /// High.
    High,
}

impl Assurance {
    /// The level in a claim: the bare word or the end of its address
    /// (`https://data.gov.dk/concept/core/nsis/Substantial`), in any case.
    #[must_use]
    pub fn from_claim(claim: &str) -> Option<Self> {
        match claim.rsplit(['/', ':']).next()?.to_ascii_lowercase().as_str() {
            "low" => Some(Assurance::Low),
            "substantial" => Some(Assurance::Substantial),
            "high" => Some(Assurance::High),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CRIIPTO: &str = r#"
        key = "mitid"
        name = "MitID"
        preset = "criipto"
        issuer = "https://vejle.criipto.id"
        client_id = "urn:omtanke"
        client_secret = "hemmelig"
        acr_values = "urn:grn:authn:dk:mitid:substantial"
        least_assurance = "substantial"
        create_unknown = true
        claims = { name = "fullName" }
    "#;

    #[test]
    fn a_preset_names_the_claims_and_the_settings_may_differ() {
        let broker: Broker = toml::from_str(CRIIPTO).unwrap();
        let names = broker.claim_names();
        assert_eq!(names.subject.as_deref(), Some("uuid"));
        assert_eq!(names.name.as_deref(), Some("fullName"));
        assert_eq!(names.cpr.as_deref(), Some("cprNumberIdentifier"));
        assert_eq!(broker.least_assurance, Some(Assurance::Substantial));
    }

    #[test]
    fn a_misspelt_setting_is_refused() {
        let misspelt = CRIIPTO.replace("create_unknown", "create_unkown");
        assert!(toml::from_str::<Broker>(&misspelt).unwrap_err().to_string().contains("create_unkown"));
        let misspelt = CRIIPTO.replace("fullName\" }", "fullName\", birthday = \"b\" }");
        assert!(toml::from_str::<Broker>(&misspelt).is_err());
    }

    #[test]
    fn the_secret_cannot_be_printed() {
        let broker: Broker = toml::from_str(CRIIPTO).unwrap();
        assert!(!format!("{broker:?}").contains("hemmelig"));
    }

    #[test]
    fn a_name_falls_back_to_danish() {
        let name: BTreeMap<Language, String> =
            [(Language::Da, "Medarbejder".to_owned()), (Language::En, "Staff".to_owned())].into();
        let name = BrokerName::Each(name);
        assert_eq!(name.in_language(Language::En), "Staff");
        assert_eq!(name.in_language(Language::Tr), "Medarbejder");
        assert_eq!(BrokerName::One("MitID".to_owned()).in_language(Language::Ar), "MitID");
    }

    #[test]
    fn the_level_is_read_as_a_word_and_as_an_address() {
        for (claim, level) in [
            ("SUBSTANTIAL", Some(Assurance::Substantial)),
            ("low", Some(Assurance::Low)),
            ("https://data.gov.dk/concept/core/nsis/High", Some(Assurance::High)),
            ("urn:grn:authn:dk:mitid:substantial", Some(Assurance::Substantial)),
            ("", None),
            ("very", None),
        ] {
            assert_eq!(Assurance::from_claim(claim), level, "{claim:?}");
        }
        assert!(Assurance::Low < Assurance::Substantial && Assurance::Substantial < Assurance::High);
    }
}
