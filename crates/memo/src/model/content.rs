//! What a message is about, in numbers that a receiving system can sort by.

use super::{Address, ProductionUnit, UnstructuredAddress};

/// `ContentData`. All may be left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContentData {
    /// The person it is about.
    pub cpr_data: Option<CprData>,
    /// The company it is about.
    pub cvr_data: Option<CvrData>,
    /// The vehicle it is about.
    pub motor_vehicle: Option<MotorVehicle>,
    /// The property it is about.
    pub property_number: Option<PropertyNumber>,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
    /// Its subject in KLE, the municipalities' common list of subjects.
    pub kle_data: Option<KleData>,
    /// Its task in FORM, the public sector's common list of tasks.
    pub form_data: Option<FormData>,
    /// The place of work it is about.
    pub production_unit: Option<ProductionUnit>,
    /// The education it is about.
    pub education: Option<Education>,
    /// The address it is about, in its parts.
    pub address: Option<Address>,
    /// The address it is about, in one text. The schema lets both stand; a message should have one.
    pub unstructured_address: Option<UnstructuredAddress>,
    /// What the sender adds; at most ten.
    pub additional_content_data: Vec<AdditionalContentData>,
}

/// `grd:CPRdata`: a person.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CprData {
    /// The CPR number. The schema takes any text.
    pub cpr_number: String,
    /// The person's name.
    pub name: Option<String>,
}

/// `grd:CVRdata`: a company.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CvrData {
    /// The CVR number. The schema takes any text.
    pub cvr_number: String,
    /// The company's name.
    pub company_name: Option<String>,
}

/// `dmv:MotorVehicle`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MotorVehicle {
    /// The number plate, at most seven characters.
    pub license_number: String,
    /// The number on the chassis.
    pub chassis_number: Option<String>,
}

/// `grd:PropertyNumber`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PropertyNumber {
    /// The number.
    pub property_number: String,
}

/// `CaseID`: a case in a system of the sender's.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CaseId {
    /// The case's number.
    pub case_id: String,
    /// The system that holds it.
    pub case_system: String,
}

/// `kle:KLEdata`: a subject in KLE.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KleData {
    /// The subject's number.
    pub subject_key: String,
    /// The edition of KLE.
    pub version: String,
    /// What is done about the subject.
    pub activity_facet: Option<String>,
    /// The subject in words.
    pub label: String,
}

/// `form:FORMdata`: a task in FORM.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FormData {
    /// The task's number.
    pub task_key: String,
    /// The edition of FORM.
    pub version: String,
    /// What is done about the task.
    pub activity_facet: Option<String>,
    /// The task in words.
    pub label: String,
}

/// `udd:Education`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Education {
    /// Its code at Statistics Denmark.
    pub education_code: String,
    /// Its name.
    pub education_name: Option<String>,
}

/// `AdditionalContentData`: something the sender adds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdditionalContentData {
    /// What kind of thing it is.
    pub content_data_type: Option<String>,
    /// Its name.
    pub content_data_name: String,
    /// Its value.
    pub content_data_value: String,
}
