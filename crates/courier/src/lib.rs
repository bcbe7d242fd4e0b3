//! E-mail by SMTP and text messages by gateways. Knows servers, and no person.
