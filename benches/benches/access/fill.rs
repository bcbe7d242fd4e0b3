//! The people and mandates that are measured with, made by formulas: the same in the database and in memory.

use access::Holder;
use access::mandates::{AskedBy, Basis, Limits, Mandate, Party, State, Terms};
use basics::Id;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use people::{Membership, OrganisationTag, Role};
use realm::{PersonTag, Realm};
use store::{Engine, params};
use uuid::Uuid;

/// How many mandates each owner has given.
pub(crate) const EACH: i64 = 4;
/// How many organisations there are that employees work in.
const ORGANISATIONS: i64 = 1_000;
/// How many rows are written in one statement.
const AT_ONCE: i64 = 250_000;
/// When everything began.
const BEGAN: Date = date(2020, 1, 1);
const LAST: Date = date(2035, 1, 1);

/// How much there is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) people: i64,
    pub(crate) mandates: i64,
}

fn id(kind: u128, n: i64) -> Uuid {
    Uuid::from_u128((kind << 64) | u128::try_from(n).unwrap())
}

pub(crate) fn person(n: i64) -> Id<PersonTag> {
    Id::from_uuid(id(0, n))
}

fn organisation(n: i64) -> Id<OrganisationTag> {
    Id::from_uuid(id(1, n))
}

impl Size {
    /// The number of the person whose things mandate `n` opens.
    pub(crate) fn owner(self, n: i64) -> i64 {
        1 + (n / EACH) * 19 % self.people
    }

    /// The number of the person to whom it is given.
    pub(crate) fn holder(self, n: i64) -> i64 {
        1 + (n * 7919 + 13) % self.people
    }

    /// The mandate, as [`fill`] writes it.
    pub(crate) fn mandate(self, n: i64) -> Mandate {
        let (owner, holder) = (Holder::Person(person(self.owner(n))), person(self.holder(n)));
        let to = match employer(n) {
            Some(organisation) => Party::Employee { person: holder, organisation },
            None => Party::Person(holder),
        };
        let folders = (n % 8 == 1).then(|| vec![id(3, n)]);
        Mandate {
            id: Id::from_uuid(id(2, n)),
            owner,
            giver: owner,
            to,
            parent: None,
            basis: Basis::Digital,
            asked_by: AskedBy::Giver,
            state: state(n),
            terms: Terms {
                powers: vec![power(n).to_owned()],
                starts_on: BEGAN,
                ends_on: (n % 3 == 0).then_some(LAST),
                with_past_mail: true,
                limits: Limits { folders, ..Limits::default() },
            },
            until: None,
            created_at: Timestamp::UNIX_EPOCH,
            state_at: Timestamp::UNIX_EPOCH,
            pending_until: None,
            first_used_at: None,
            last_used_at: None,
        }
    }

    /// What its holder is where it makes them an employee.
    pub(crate) fn membership(self, n: i64) -> Option<Membership> {
        Some(Membership {
            id: Id::from_uuid(id(4, n)),
            person: person(self.holder(n)),
            organisation: employer(n)?,
            role: Role::Employee,
            valid_from: BEGAN,
            valid_to: None,
        })
    }
}

fn employer(n: i64) -> Option<Id<OrganisationTag>> {
    (n % 10 == 5).then(|| organisation(1 + n % ORGANISATIONS))
}

pub(crate) fn power(n: i64) -> &'static str {
    match n % 10 {
        0..=6 => "post.read",
        7 | 8 => "post.read_write",
        _ => "tax.see",
    }
}

fn state(n: i64) -> State {
    match n % 20 {
        3 => State::Withdrawn,
        13 => State::Expired,
        _ => State::Active,
    }
}

/// Writes everything into an empty database.
pub(crate) async fn fill(realm: &Realm, size: Size) {
    let engine = realm.store.engine();
    let people = ("people_person (id, name, birth_date, created_at)".to_owned(), people_columns(engine));
    run(realm, &people, size.people, 1).await;
    let organisations = (
        "people_organisation (id, name, kind, description, created_at)".to_owned(),
        format!("{}, 'Firma ' || n, 'company', '', 0", uuid(engine, 1, "n")),
    );
    run(realm, &organisations, ORGANISATIONS, 1).await;
    let memberships = (
        "people_membership (id, person, organisation, role, valid_from, valid_to)".to_owned(),
        format!(
            "{}, {}, {}, 'employee', '2020-01-01', null",
            uuid(engine, 4, "(n * 10 + 5)"),
            uuid(engine, 0, &holder_of("(n * 10 + 5)", size)),
            uuid(engine, 1, &format!("(1 + (n * 10 + 5) % {ORGANISATIONS})"))
        ),
    );
    run(realm, &memberships, size.mandates / 10, 0).await;
    run(realm, &mandates(engine, size), size.mandates, 0).await;
}

fn people_columns(engine: Engine) -> String {
    format!("{}, 'Person nummer ' || n, '1970-01-01', 0", uuid(engine, 0, "n"))
}

fn holder_of(n: &str, size: Size) -> String {
    format!("(1 + ({n} * 7919 + 13) % {})", size.people)
}

/// The table with its columns, and what stands in them for the mandate `n`.
fn mandates(engine: Engine, size: Size) -> (String, String) {
    let owner = uuid(engine, 0, &format!("(1 + (n / {EACH}) * 19 % {})", size.people));
    let columns = "access_mandate (id, owner, owner_kind, giver, giver_kind, holder, holder_kind, employer, basis, \
         asked_by, state, powers, starts_on, ends_on, folders, has_past, created_at, state_at)";
    let folder = match engine {
        Engine::Sqlite => {
            "printf('00000000-0000-0003-%04x-%012x', (n >> 48) & 65535, n & 281474976710655)".to_owned()
        }
        Engine::Postgres => format!("({})::text", uuid(engine, 3, "n")),
    };
    let values = format!(
        "{id}, {owner}, 'person', {owner}, 'person', {holder}, 'person',
         case when n % 10 = 5 then {employer} end, 'digital', 'giver',
         case n % 20 when 3 then 'withdrawn' when 13 then 'expired' else 'active' end,
         case when n % 10 < 7 then 'post.read' when n % 10 < 9 then 'post.read_write' else 'tax.see' end,
         '2020-01-01', case when n % 3 = 0 then '2035-01-01' end,
         case when n % 8 = 1 then {folder} end, 1, 0, 0",
        id = uuid(engine, 2, "n"),
        holder = uuid(engine, 0, &holder_of("n", size)),
        employer = uuid(engine, 1, &format!("(1 + n % {ORGANISATIONS})")),
    );
    (columns.to_owned(), values)
}

/// An id of a kind from a number.
fn uuid(engine: Engine, kind: u8, n: &str) -> String {
    match engine {
        Engine::Sqlite => format!("unhex(printf('%016x%016x', {kind}, {n}))"),
        Engine::Postgres => format!("(lpad(to_hex({kind}), 16, '0') || lpad(to_hex({n}), 16, '0'))::uuid"),
    }
}

async fn run(realm: &Realm, (table, values): &(String, String), count: i64, first: i64) {
    for from in (0..count).step_by(usize::try_from(AT_ONCE).unwrap()) {
        let tx = realm.store.write().await.unwrap();
        let bound = params![first + from, first + count.min(from + AT_ONCE)];
        let sql = match tx.engine() {
            Engine::Sqlite => format!(
                "with recursive numbered (n) as (select $1 union all select n + 1 from numbered where n + 1 < $2)
                 insert into {table} select {values} from numbered"
            ),
            Engine::Postgres => {
                format!("insert into {table} select {values} from generate_series($1, $2 - 1) as numbered (n)")
            }
        };
        tx.run(&sql, bound).await.unwrap();
        tx.commit().await.unwrap();
    }
}
