//! Which ways lead to somebody, the best first.

use super::Contact;
use crate::Channel;

/// The ways in which somebody can be told now, the best first: the channel that they chose, then another one on which
/// they confirmed an address, then a letter. Whoever has not chosen is told by e-mail, else by letter.
pub(super) fn ways(contact: &Contact) -> Vec<Channel> {
    use Channel::{Email, Letter, Page, Sms};
    let wanted = match contact.channel {
        _ if contact.exempt => vec![Letter],
        Some(Page) => vec![Page],
        Some(chosen) => vec![chosen, Email, Sms, Letter],
        None => vec![Email, Letter, Sms],
    };
    let mut ways = Vec::new();
    for channel in wanted {
        if leads_there(contact, channel) && !ways.contains(&channel) {
            ways.push(channel);
        }
    }
    ways
}

/// Whether the channel reaches the person.
pub(super) fn leads_there(contact: &Contact, channel: Channel) -> bool {
    match channel {
        Channel::Email | Channel::Sms => contact.working(channel).is_some(),
        Channel::Letter => contact.address.is_some(),
        Channel::Page => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{PostalAddress, Reach};

    use Channel::{Email, Letter, Page, Sms};

    fn somebody() -> Contact {
        Contact::new("0197f0e2-7c1a-7b3e-9d52-3f1c8a6b4e20".parse().unwrap())
    }

    fn reach(address: &str) -> Reach {
        Reach { in_use: Some(address.to_owned()), ..Reach::default() }
    }

    fn with_everything() -> Contact {
        let address = PostalAddress {
            street: "Eksempelgade 1".to_owned(),
            extra: String::new(),
            postcode: "7100".to_owned(),
            town: "Vejle".to_owned(),
        };
        Contact {
            email: reach("aase@example.dk"),
            mobile: reach("+4520123456"),
            address: Some(address),
            ..somebody()
        }
    }

    #[test]
    fn nothing_leads_to_somebody_who_gave_nothing() {
        assert!(ways(&somebody()).is_empty());
        let typed = Reach { typed: Some("aase@example.dk".to_owned()), ..Reach::default() };
        assert!(ways(&Contact { email: typed, ..somebody() }).is_empty(), "not confirmed");
    }

    #[test]
    fn who_has_not_chosen_is_told_by_e_mail_and_else_by_letter() {
        assert_eq!(ways(&with_everything()), [Email, Letter, Sms]);
        assert_eq!(ways(&Contact { email: Reach::default(), ..with_everything() }), [Letter, Sms]);
    }

    #[test]
    fn the_chosen_channel_comes_first_and_the_letter_last() {
        assert_eq!(ways(&Contact { channel: Some(Sms), ..with_everything() }), [Sms, Email, Letter]);
        assert_eq!(ways(&Contact { channel: Some(Letter), ..with_everything() }), [Letter, Email, Sms]);
    }

    #[test]
    fn an_address_from_which_mail_came_back_is_no_way() {
        let bounced = Reach { bounced: true, ..reach("aase@example.dk") };
        let contact = Contact { email: bounced, channel: Some(Email), ..with_everything() };
        assert_eq!(ways(&contact), [Sms, Letter]);
    }

    #[test]
    fn who_is_exempt_gets_letters_and_nothing_else() {
        let exempt = Contact { exempt: true, channel: Some(Sms), ..with_everything() };
        assert_eq!(ways(&exempt), [Letter]);
        assert!(ways(&Contact { address: None, ..exempt }).is_empty());
    }

    #[test]
    fn who_wants_it_on_the_page_only_is_left_in_peace() {
        assert_eq!(ways(&Contact { channel: Some(Page), ..with_everything() }), [Page]);
    }
}
