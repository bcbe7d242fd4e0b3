//! The tables of documents.

use crate::wire::moment::Moment;
use crate::wire::texts::Text;
use crate::wire::{Nested, sequence};
use crate::{AdditionalDocument, MainDocument, MessageBody, TechnicalDocument};

sequence! {
    MessageBody<C> {
        created_date_time: one Moment Memo "createdDateTime",
        main_document: one Nested Memo "MainDocument",
        additional_documents: any Nested Memo "AdditionalDocument",
        technical_documents: any Nested Memo "TechnicalDocument",
    }
}

sequence! {
    MainDocument<C> {
        main_document_id: optional Text Memo "mainDocumentID",
        label: optional Text Memo "label",
        files: some Nested Memo "File",
        actions: any Nested Memo "Action",
    }
}

sequence! {
    AdditionalDocument<C> {
        additional_document_id: optional Text Memo "additionalDocumentID",
        label: optional Text Memo "label",
        files: some Nested Memo "File",
        actions: any Nested Memo "Action",
    }
}

sequence! {
    TechnicalDocument<C> {
        technical_document_id: optional Text Memo "technicalDocumentID",
        label: optional Text Memo "label",
        files: some Nested Memo "File",
    }
}
