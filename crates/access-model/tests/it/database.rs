//! The same comparison over rows: worlds are written into a database, and `access::consider` reads them.

use std::path::Path;

use access::mandates::{Mandate, Party};
use access::{Holder, consider};
use access_model::compare::Pair;
use access_model::{World, questions};
use jiff::Timestamp;
use store::{Store, Tx, params};
use uuid::Uuid;

const WORLDS: u64 = 60;

fn noon() -> Timestamp {
    Timestamp::from_second(access_model::NOON).unwrap()
}

#[tokio::test]
async fn rows_on_sqlite_are_decided_as_the_model_says() {
    let folder = tempfile::tempdir().unwrap();
    let file: &Path = folder.path();
    compare(&format!("sqlite:{}", file.join("worlds.db").display())).await;
}

#[tokio::test]
async fn rows_on_postgres_are_decided_as_the_model_says() {
    compare(&testing::new_postgres().await).await;
}

async fn compare(url: &str) {
    let store = Store::open(url).await.unwrap();
    schema::MIGRATIONS.run(&store, noon()).await.unwrap();
    let pair = Pair::shipped();
    let (mut asked, mut by_mandate) = (0, 0);
    for number in 0..WORLDS {
        let mut world = access_model::world(&pair.model.tables, 21, number);
        // A database keeps no parent that is not there.
        let ids: Vec<_> = world.mandates.iter().map(|mandate| mandate.id).collect();
        for mandate in &mut world.mandates {
            mandate.parent = mandate.parent.filter(|parent| ids.contains(parent));
        }
        let tx = store.write().await.unwrap();
        write(&tx, &world).await;
        for one in questions(&pair.model.tables, &world, 21, number, 40) {
            let (decision, looked_at) = consider(&tx, one.person, one.question()).await.unwrap();
            if let Some(what) = pair.difference(&world, &one, &decision) {
                panic!("world {number}: {one:?}\n{what}\nread: {looked_at:#?}");
            }
            asked += 1;
            by_mandate += usize::from(!looked_at.is_empty());
        }
        // The next world begins with nothing.
        drop(tx);
    }
    assert_eq!(asked, 2_400);
    assert!(by_mandate > 400, "{by_mandate} questions looked at mandates");
}

async fn write(tx: &Tx, world: &World) {
    let now = noon();
    for person in &world.people {
        let sql = "insert into people_person (id, name, created_at) values ($1, 'Somebody', $2)";
        tx.run(sql, params![*person, now]).await.unwrap();
    }
    for organisation in &world.organisations {
        let sql = "insert into people_organisation (id, name, kind, description, created_at)
             values ($1, 'Somewhere', 'company', '', $2)";
        tx.run(sql, params![*organisation, now]).await.unwrap();
    }
    for one in &world.memberships {
        tx.run(
            "insert into people_membership (id, person, organisation, role, valid_from, valid_to)
             values ($1, $2, $3, $4, $5, $6)",
            params![one.id, one.person, one.organisation, one.role.code(), one.valid_from, one.valid_to],
        )
        .await
        .unwrap();
    }
    for mandate in &world.mandates {
        insert(tx, mandate).await;
    }
    // Parents last: some come later than what passes them on.
    for mandate in world.mandates.iter().filter(|mandate| mandate.parent.is_some()) {
        let sql = "update access_mandate set parent = $2 where id = $1";
        tx.run(sql, params![mandate.id, mandate.parent]).await.unwrap();
    }
}

fn kind(holder: Holder) -> &'static str {
    match holder {
        Holder::Person(_) => "person",
        Holder::Organisation(_) => "organisation",
    }
}

async fn insert(tx: &Tx, mandate: &Mandate) {
    let (holder, holder_kind) = match mandate.to {
        Party::Person(person) | Party::Employee { person, .. } => (person.uuid(), "person"),
        Party::Organisation(organisation) => (organisation.uuid(), "organisation"),
    };
    let employer = match mandate.to {
        Party::Employee { organisation, .. } => Some(organisation),
        Party::Person(_) | Party::Organisation(_) => None,
    };
    let (terms, limits) = (&mandate.terms, &mandate.terms.limits);
    let folders =
        limits.folders.as_ref().map(|some| some.iter().map(Uuid::to_string).collect::<Vec<_>>().join(";"));
    tx.run(
        "insert into access_mandate (id, owner, owner_kind, giver, giver_kind, holder, holder_kind, employer, basis,
             asked_by, state, powers, starts_on, ends_on, until_at, folders, has_past, since_at, sender, letter,
             case_number, production_unit, created_at, state_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
             $23, $24)",
        params![
            mandate.id,
            mandate.owner.uuid(),
            kind(mandate.owner),
            mandate.giver.uuid(),
            kind(mandate.giver),
            holder,
            holder_kind,
            employer,
            mandate.basis.code(),
            mandate.asked_by.code(),
            mandate.state.code(),
            terms.powers.join(";"),
            terms.starts_on,
            terms.ends_on,
            mandate.until,
            folders,
            i64::from(terms.with_past_mail),
            limits.since,
            limits.sender,
            limits.letter,
            limits.case_number.as_deref(),
            limits.production_unit.as_deref(),
            mandate.created_at,
            mandate.state_at
        ],
    )
    .await
    .unwrap();
}
