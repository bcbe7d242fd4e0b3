//! Who and what at a sender or a recipient the message concerns.

use super::{Address, ProductionUnit, UnstructuredAddress};

/// `AttentionData`. All may be left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttentionData {
    /// The person.
    pub attention_person: Option<AttentionPerson>,
    /// The place of work.
    pub production_unit: Option<ProductionUnit>,
    /// The place, by its GLN.
    pub global_location_number: Option<GlobalLocationNumber>,
    /// E-mail.
    pub e_mail: Option<EMail>,
    /// The company, by its SE number.
    pub se_number: Option<SeNumber>,
    /// Telephone.
    pub telephone: Option<Telephone>,
    /// An electronic identity.
    pub eid: Option<Eid>,
    /// Who answers for what the message says.
    pub content_responsible: Option<ContentResponsible>,
    /// The system the message was made in.
    pub generating_system: Option<GeneratingSystem>,
    /// The unit in the health service.
    pub sor_data: Option<SorData>,
    /// An address in its parts.
    pub address: Option<Address>,
    /// An address in one text. The schema lets both stand; a message should have one.
    pub unstructured_address: Option<UnstructuredAddress>,
}

/// `AttentionPerson`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttentionPerson {
    /// The person's number.
    pub person_id: Option<String>,
    /// The person's name.
    pub label: Option<String>,
}

/// `gln:GlobalLocationNumber`: a place in the numbers of GS1.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GlobalLocationNumber {
    /// The GLN, at most 9,999,999,999,999. The schema has it as a number, so leading zeros do not count.
    pub global_location_number: i64,
    /// The place in words.
    pub location: Option<String>,
}

/// `EMail`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EMail {
    /// The address.
    pub email_address: String,
    /// Whose it is.
    pub related_agent: Option<String>,
}

/// `grd:SEnumber`: a company in the numbers of the tax authority.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SeNumber {
    /// The SE number.
    pub se_number: String,
    /// The company's name.
    pub company_name: Option<String>,
}

/// `Telephone`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Telephone {
    /// The number.
    pub telephone_number: String,
    /// Whose it is.
    pub related_agent: Option<String>,
}

/// `grd:EID`: an electronic identity.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Eid {
    /// The identity.
    pub e_id: String,
    /// In words.
    pub label: Option<String>,
}

/// `ContentResponsible`: who answers for what the message says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContentResponsible {
    /// Their number.
    pub content_responsible_id: Option<String>,
    /// Their name.
    pub label: Option<String>,
}

/// `GeneratingSystem`: the system a message was made in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GeneratingSystem {
    /// Its number.
    pub generating_system_id: String,
    /// Its name.
    pub label: Option<String>,
}

/// `sor:SORdata`: a unit in the register of the health service's organisation (SOR).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SorData {
    /// Its number.
    pub sor_identifier: String,
    /// Its name.
    pub entry_name: Option<String>,
}
