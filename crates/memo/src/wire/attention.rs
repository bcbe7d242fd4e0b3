//! The tables of who and what a message concerns at its sender or recipient.

use crate::read::Cursor;
use crate::wire::numbers::GlnNumber;
use crate::wire::texts::Text;
use crate::wire::{Nested, sequence};
use crate::{
    AttentionData, AttentionPerson, ContentResponsible, EMail, Eid, GeneratingSystem, GlobalLocationNumber,
    SeNumber, SorData, Telephone, Trap,
};

sequence! {
    AttentionData {
        attention_person: optional Nested Memo "AttentionPerson",
        production_unit: optional Nested Grd "ProductionUnit",
        global_location_number: optional Nested Gln "GlobalLocationNumber",
        e_mail: optional Nested Memo "EMail",
        se_number: optional Nested Grd "SEnumber",
        telephone: optional Nested Memo "Telephone",
        eid: optional Nested Grd "EID",
        content_responsible: optional Nested Memo "ContentResponsible",
        generating_system: optional Nested Memo "GeneratingSystem",
        sor_data: optional Nested Sor "SORdata",
        address: optional Nested Grd "Address",
        unstructured_address: optional Nested Grd "UnstructuredAddress",
    }
    traps look_at_addresses
}

fn look_at_addresses<C>(attention: &AttentionData, cursor: &mut Cursor<'_, C>) {
    if attention.address.is_some() && attention.unstructured_address.is_some() {
        cursor.warn(Trap::TwoAddresses);
    }
}

sequence! {
    AttentionPerson {
        person_id: optional Text Memo "personID",
        label: optional Text Memo "label",
    }
}

sequence! {
    GlobalLocationNumber {
        global_location_number: one GlnNumber Gln "globalLocationNumber",
        location: optional Text Gln "location",
    }
}

sequence! {
    EMail {
        email_address: one Text Memo "emailAddress",
        related_agent: optional Text Memo "relatedAgent",
    }
}

sequence! {
    SeNumber {
        se_number: one Text Grd "seNumber",
        company_name: optional Text Grd "companyName",
    }
}

sequence! {
    Telephone {
        telephone_number: one Text Memo "telephoneNumber",
        related_agent: optional Text Memo "relatedAgent",
    }
}

sequence! {
    Eid {
        e_id: one Text Grd "eID",
        label: optional Text Grd "label",
    }
}

sequence! {
    ContentResponsible {
        content_responsible_id: optional Text Memo "contentResponsibleID",
        label: optional Text Memo "label",
    }
}

sequence! {
    GeneratingSystem {
        generating_system_id: one Text Memo "generatingSystemID",
        label: optional Text Memo "label",
    }
}

sequence! {
    SorData {
        sor_identifier: one Text Sor "sorIdentifier",
        entry_name: optional Text Sor "entryName",
    }
}
