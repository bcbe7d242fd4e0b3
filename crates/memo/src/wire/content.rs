//! The tables of what a message is about.

use crate::read::Cursor;
use crate::wire::texts::{Cpr, Cvr, Plate, Text};
use crate::wire::{Nested, sequence};
use crate::{
    AdditionalContentData, CaseId, ContentData, CprData, CvrData, Education, FormData, KleData, MotorVehicle,
    PropertyNumber, Trap,
};

sequence! {
    ContentData {
        cpr_data: optional Nested Grd "CPRdata",
        cvr_data: optional Nested Grd "CVRdata",
        motor_vehicle: optional Nested Dmv "MotorVehicle",
        property_number: optional Nested Grd "PropertyNumber",
        case_id: optional Nested Memo "CaseID",
        kle_data: optional Nested Kle "KLEdata",
        form_data: optional Nested Form "FORMdata",
        production_unit: optional Nested Grd "ProductionUnit",
        education: optional Nested Udd "Education",
        address: optional Nested Grd "Address",
        unstructured_address: optional Nested Grd "UnstructuredAddress",
        additional_content_data: many(10) Nested Memo "AdditionalContentData",
    }
    traps look_at_addresses
}

fn look_at_addresses<C>(content: &ContentData, cursor: &mut Cursor<'_, C>) {
    if content.address.is_some() && content.unstructured_address.is_some() {
        cursor.warn(Trap::TwoAddresses);
    }
}

sequence! {
    CprData {
        cpr_number: one Cpr Grd "cprNumber",
        name: optional Text Grd "name",
    }
}

sequence! {
    CvrData {
        cvr_number: one Cvr Grd "cvrNumber",
        company_name: optional Text Grd "companyName",
    }
}

sequence! {
    MotorVehicle {
        license_number: one Plate Dmv "licenseNumber",
        chassis_number: optional Text Dmv "chassisNumber",
    }
}

sequence! {
    PropertyNumber {
        property_number: one Text Grd "propertyNumber",
    }
}

sequence! {
    CaseId {
        case_id: one Text Memo "caseID",
        case_system: one Text Memo "caseSystem",
    }
}

sequence! {
    KleData {
        subject_key: one Text Kle "subjectKey",
        version: one Text Kle "version",
        activity_facet: optional Text Kle "activityFacet",
        label: one Text Kle "label",
    }
}

sequence! {
    FormData {
        task_key: one Text Form "taskKey",
        version: one Text Form "version",
        activity_facet: optional Text Form "activityFacet",
        label: one Text Form "label",
    }
}

sequence! {
    Education {
        education_code: one Text Udd "educationCode",
        education_name: optional Text Udd "educationName",
    }
}

sequence! {
    AdditionalContentData {
        content_data_type: optional Text Memo "contentDataType",
        content_data_name: one Text Memo "contentDataName",
        content_data_value: one Text Memo "contentDataValue",
    }
}
