//! The named people.

use basics::Cpr;
use jiff::civil::{Date, date};
use people::{NewPerson, OrganisationDetails, OrganisationKind, Role};
use realm::Work;

use crate::{TownError, organisation, post};

/// Somebody in the town.
#[derive(Debug, Clone, Copy)]
pub struct Townsman {
    /// What they type at the simulated MitID.
    pub user_name: &'static str,
    /// Their name.
    pub name: &'static str,
    /// When they were born.
    pub born: Date,
    /// Their CPR number: a replacement number, whose day is 60 higher, so that nobody else has it.
    pub cpr: &'static str,
    /// What they are, and where; the name of the organisation.
    pub role: Option<(Role, &'static str)>,
    does: &'static str,
}

/// Aase is 82, lives in Vejle, and has an old telephone.
pub const AASE: Townsman = Townsman {
    user_name: "aase",
    name: "Aase Holm",
    born: date(1944, 3, 2),
    cpr: "620344-0016",
    role: None,
    does: "citizen in Vejle",
};

/// Bo is a librarian.
pub const BO: Townsman = Townsman {
    user_name: "bo",
    name: "Bo Lind",
    born: date(1985, 9, 14),
    cpr: "740985-0107",
    role: Some((Role::Librarian, "Vejle Bibliotekerne")),
    does: "librarian in Vejle",
};

/// Conny decides for citizens without eID.
pub const CONNY: Townsman = Townsman {
    user_name: "conny",
    name: "Conny Dahl",
    born: date(1971, 6, 30),
    cpr: "900671-0206",
    role: Some((Role::TrustedEmployee, "Vejle Kommune")),
    does: "trusted employee at borgerservice in Vejle",
};

/// Dina holds the network together.
pub const DINA: Townsman = Townsman {
    user_name: "dina",
    name: "Dina Søgaard",
    born: date(1979, 1, 21),
    cpr: "810179-0304",
    role: Some((Role::Coordinator, NETWORK)),
    does: "coordinator of the network",
};

/// Erik runs the installation.
pub const ERIK: Townsman = Townsman {
    user_name: "erik",
    name: "Erik Bruun",
    born: date(1966, 11, 8),
    cpr: "681166-0403",
    role: Some((Role::Administrator, NETWORK)),
    does: "administrator",
};

/// Frida owns a pizzeria, and reads its post.
pub const FRIDA: Townsman = Townsman {
    user_name: "frida",
    name: "Frida Russo",
    born: date(1980, 5, 5),
    cpr: "650580-0500",
    role: Some((Role::MailAdministrator, post::PIZZERIA)),
    does: "owns a pizzeria",
};

/// Gustav is 17, and is called to Forsvarets Dag.
pub const GUSTAV: Townsman = Townsman {
    user_name: "gustav",
    name: "Gustav Friis",
    born: date(2009, 2, 10),
    cpr: "700209-4607",
    role: None,
    does: "seventeen, at school",
};

/// Hanne answers the post of a municipality.
pub const HANNE: Townsman = Townsman {
    user_name: "hanne",
    name: "Hanne Toft",
    born: date(1974, 8, 17),
    cpr: "770874-0706",
    role: Some((Role::MailAdministrator, post::MUNICIPALITY)),
    does: "answers the post of a made-up municipality",
};

const NETWORK: &str = "Netværk for hjælp (opdigtet)";
const EVERYBODY: [Townsman; 8] = [AASE, BO, CONNY, DINA, ERIK, FRIDA, GUSTAV, HANNE];

/// What somebody in the town does, by user name.
#[must_use]
pub fn what_they_do(user_name: &str) -> &'static str {
    EVERYBODY.iter().find(|person| person.user_name == user_name).map_or("", |person| person.does)
}

impl Townsman {
    pub(crate) fn number(&self) -> Cpr {
        self.cpr.parse().expect("every number in the town is one")
    }
}

/// The broker's name for somebody in the town.
fn subject(person: &Townsman) -> String {
    format!("town-{}", person.user_name)
}

/// Gives everybody a MitID, a row, and a role.
pub(crate) async fn move_in(work: &mut Work<'_>) -> Result<(), TownError> {
    let network = OrganisationDetails::new(NETWORK, OrganisationKind::Association);
    let network = organisation(work, network).await?;
    post::found(work).await?;
    let organisations = people::organisations(work.tx()).await?;
    for person in EVERYBODY {
        let refused = |error: String| TownError::Refused(format!("{}: {error}", person.user_name));
        practice::mitid::add_user(work, person.user_name, &subject(&person), person.name, person.born)
            .await
            .map_err(|error| refused(error.to_string()))?;
        practice::mitid::give_cpr(work, person.user_name, &person.number())
            .await
            .map_err(|error| refused(error.to_string()))?;
        let new = NewPerson { name: person.name.to_owned(), birth_date: Some(person.born) };
        let row = people::create_person(work, new).await?;
        people::cpr::keep(work, row.id, &person.number())
            .await
            .map_err(|error| refused(error.to_string()))?;
        people::link_identity(work, "demo", &subject(&person), row.id)
            .await
            .map_err(|error| refused(error.to_string()))?;
        if let Some((role, place)) = person.role {
            let of = organisations.iter().find(|organisation| organisation.name == place);
            let of = of.map_or(network, |organisation| organisation.id);
            let today = work.today();
            people::add_member(work, row.id, of, role, today, None)
                .await
                .map_err(|error| refused(error.to_string()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_replacement_number_of_their_own_that_fits_their_birth_date() {
        for person in EVERYBODY {
            let number = person.number();
            assert!(number.is_replacement(), "{}", person.name);
            assert_eq!(number.birth_date(), person.born, "{}", person.name);
            let same = EVERYBODY.iter().filter(|other| other.number() == number).count();
            assert_eq!(same, 1, "{}", person.name);
        }
    }
}
