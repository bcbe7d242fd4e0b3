//! Writing what was understood, and only what is other than before.

use realm::{Change, Work};

use super::{Before, TakeError, Taken, Understood};
use crate::model::HelpPoint;
use crate::sql;

pub(super) async fn write(
    work: &mut Work<'_>,
    understood: Understood,
    before: &Before,
    mut progress: impl FnMut(usize, usize),
) -> Result<Taken, TakeError> {
    let Understood { organisations, points, warnings } = understood;
    let mut taken = Taken { organisations: 0, added: 0, changed: 0, unchanged: 0, warnings };
    for (id, details) in organisations {
        taken.organisations += usize::from(people::put_organisation(work, id, details).await?);
    }
    let (same, other): (Vec<HelpPoint>, Vec<HelpPoint>) =
        points.into_iter().partition(|point| before.points.get(&point.id) == Some(point));
    taken.unchanged = same.len();
    // A service or a rule may have moved from one point to another: all of them let go before any takes hold.
    for known in other.iter().filter_map(|point| before.points.get(&point.id)) {
        let bare =
            HelpPoint { services: Vec::new(), rules: Vec::new(), exceptions: Vec::new(), ..known.clone() };
        sql::insert(work.tx(), &bare).await?;
    }
    let of = other.len();
    for (done, mut point) in other.into_iter().enumerate() {
        let known = before.points.get(&point.id);
        let change = Change::new("help_point.import", "help_point", &point.id);
        let change = match known {
            Some(known) => {
                point.version = known.version + 1;
                taken.changed += 1;
                change.before(known)
            }
            None => {
                taken.added += 1;
                change
            }
        };
        sql::insert(work.tx(), &point).await?;
        work.record(change.after(&point));
        progress(done + 1, of);
    }
    if taken.organisations + taken.added + taken.changed > 0 {
        sql::raise_revision(work.tx()).await?;
    }
    Ok(taken)
}
