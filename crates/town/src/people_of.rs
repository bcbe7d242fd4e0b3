//! The named people.

use basics::{Cpr, Id};
use jiff::civil::{Date, date};
use people::{Kin, NewPerson, OrganisationDetails, OrganisationKind, Role};
use realm::{PersonTag, Work};

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

/// Inge lives next door to Aase, and has asked to help her with her post.
pub const INGE: Townsman = Townsman {
    user_name: "inge",
    name: "Inge Kruse",
    born: date(1950, 4, 12),
    cpr: "720450-0802",
    role: None,
    does: "Aase's neighbour",
};

/// Jens signs for his nursery alone, with his own MitID.
pub const JENS: Townsman = Townsman {
    user_name: "jens",
    name: "Jens Birk",
    born: date(1968, 2, 3),
    cpr: "630268-0901",
    role: Some((Role::Signatory, post::NURSERY)),
    does: "signs for a nursery",
};

/// Karen has rights at the nursery.
pub const KAREN: Townsman = Townsman {
    user_name: "karen",
    name: "Karen Holt",
    born: date(1990, 10, 11),
    cpr: "711090-1002",
    role: Some((Role::Employee, post::NURSERY)),
    does: "works at the nursery",
};

/// Lars has other rights there.
pub const LARS: Townsman = Townsman {
    user_name: "lars",
    name: "Lars Munk",
    born: date(1983, 12, 24),
    cpr: "841283-1101",
    role: Some((Role::Employee, post::NURSERY)),
    does: "works at the nursery",
};

/// Mona signs for the accountant of the nursery.
pub const MONA: Townsman = Townsman {
    user_name: "mona",
    name: "Mona Nygaard",
    born: date(1975, 7, 7),
    cpr: "670775-1204",
    role: Some((Role::Signatory, post::ACCOUNTANT)),
    does: "signs for an accountant",
};

/// Niels works at the accountant's, and does the nursery's VAT.
pub const NIELS: Townsman = Townsman {
    user_name: "niels",
    name: "Niels Skou",
    born: date(1992, 1, 30),
    cpr: "900192-1303",
    role: Some((Role::Employee, post::ACCOUNTANT)),
    does: "works at the accountant's",
};

/// Olga is Conny's colleague, the second pair of eyes, and Gustav's mother.
pub const OLGA: Townsman = Townsman {
    user_name: "olga",
    name: "Olga Friis",
    born: date(1969, 9, 9),
    cpr: "690969-1402",
    role: Some((Role::TrustedEmployee, "Vejle Kommune")),
    does: "trusted employee at borgerservice in Vejle, Gustav's mother",
};

/// Petra works with surveys.
pub const PETRA: Townsman = Townsman {
    user_name: "petra",
    name: "Petra Winther",
    born: date(1988, 6, 12),
    cpr: "720688-1500",
    role: Some((Role::Analyst, NETWORK)),
    does: "analyst of surveys",
};

const NETWORK: &str = "Netværk for hjælp (opdigtet)";
const EVERYBODY: [Townsman; 16] =
    [AASE, BO, CONNY, DINA, ERIK, FRIDA, GUSTAV, HANNE, INGE, JENS, KAREN, LARS, MONA, NIELS, OLGA, PETRA];

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
    let (gustav, olga) = (id_of(work, &GUSTAV).await?, id_of(work, &OLGA).await?);
    people::note_relatives(work, gustav, olga, Kin::Parent).await?;
    Ok(())
}

/// Who somebody in the town is in the database.
pub(crate) async fn id_of(work: &Work<'_>, person: &Townsman) -> Result<Id<PersonTag>, TownError> {
    let found = people::cpr::find(work.tx(), &work.realm.vault, &person.number()).await?;
    found
        .map(|person| person.id)
        .ok_or_else(|| TownError::Refused(format!("{} is not here", person.user_name)))
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
