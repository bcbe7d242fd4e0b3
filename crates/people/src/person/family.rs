//! Who is near family of whom, and who has died: what the population register tells of people beyond their names.

use basics::Id;
use jiff::civil::Date;
use realm::{Change, PersonTag, Work};
use store::{DbError, Tx, params, row};

/// What one is to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    /// The other is their parent.
    Parent,
    /// The other is their child.
    Child,
    /// They are married, or registered partners.
    Spouse,
    /// They have a parent in common.
    Sibling,
}

impl Kin {
    fn code(self) -> &'static str {
        match self {
            Kin::Parent => "parent",
            Kin::Child => "child",
            Kin::Spouse => "spouse",
            Kin::Sibling => "sibling",
        }
    }

    fn seen_from_the_other(self) -> Self {
        match self {
            Kin::Parent => Kin::Child,
            Kin::Child => Kin::Parent,
            Kin::Spouse | Kin::Sibling => self,
        }
    }
}

row! {
    struct Relative {
        relative: Id<PersonTag>,
    }
}

row! {
    struct Death {
        died_on: Option<Date>,
    }
}

/// Notes that `relative` is `kin` of the person, for both of them.
///
/// # Errors
/// When one of them is not known, or the database does not answer.
pub async fn note_relatives(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    relative: Id<PersonTag>,
    kin: Kin,
) -> Result<(), DbError> {
    for (one, other, kin) in [(person, relative, kin), (relative, person, kin.seen_from_the_other())] {
        work.tx()
            .run(
                "insert into people_relative (person, relative, kind)
                 values ($1, $2, $3)
                 on conflict (person, relative) do update set kind = excluded.kind",
                params![one, other, kin.code()],
            )
            .await?;
        work.record(Change::new("relative.note", "person", &one).concerns(one));
    }
    Ok(())
}

/// Near family of a person.
///
/// # Errors
/// When the database does not answer.
pub async fn relatives_of(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Id<PersonTag>>, DbError> {
    let rows: Vec<Relative> =
        tx.all("select relative from people_relative where person = $1", params![person]).await?;
    Ok(rows.into_iter().map(|row| row.relative).collect())
}

/// Notes that somebody has died.
///
/// # Errors
/// When the database does not answer.
pub async fn note_death(work: &mut Work<'_>, person: Id<PersonTag>, died_on: Date) -> Result<(), DbError> {
    work.tx().run("update people_person set died_on = $2 where id = $1", params![person, died_on]).await?;
    work.record(Change::new("person.die", "person", &person).concerns(person).after(&died_on));
    Ok(())
}

/// The day on which somebody died; none while they live.
///
/// # Errors
/// When the database does not answer.
pub async fn died_on(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Date>, DbError> {
    let found: Option<Death> =
        tx.optional("select died_on from people_person where id = $1", params![person]).await?;
    Ok(found.and_then(|found| found.died_on))
}

/// Keeps other writers of this person's affairs waiting until the work ends.
///
/// # Errors
/// When the database does not answer.
pub async fn hold(tx: &Tx, person: Id<PersonTag>) -> Result<(), DbError> {
    super::lock(tx, person).await.map(|_| ())
}
