//! Asking for permits.

use access::{
    Action, ConfirmHelpPoint, EditHelpPoint, EditOrganisation, ListStale, Place, ReadAudit, Where, allow,
    organisations_where,
};
use http::StatusCode;
use jiff::civil::date;
use page::Problem;
use people::{OrganisationDetails, OrganisationKind, Role, create_organisation, organisations};
use realm::{Actor, AuditRecord, Via};

use crate::world::World;

async fn refusals(world: &World) -> Vec<AuditRecord> {
    let tx = world.realm.read().await.unwrap();
    let mut log = realm::concerning(&tx, world.bo, 100).await.unwrap();
    log.retain(|record| record.action == "access.refuse");
    log
}

async fn status<A: Action>(world: &World, actor: Actor, on: A::On) -> Option<StatusCode>
where
    A::On: Place,
{
    let work = world.realm.work(actor).await.unwrap();
    allow::<A>(work, on).await.err().map(|problem: Problem| problem.status)
}

#[tokio::test]
async fn a_librarian_edits_in_vejle_and_not_in_kolding() {
    let world = World::where_bo_is(&[Role::Librarian]).await;
    let (work, permit) = allow::<EditHelpPoint>(world.work().await, world.vejle).await.unwrap();
    assert_eq!(permit.organisation(), world.vejle);
    assert_eq!(permit.on(), world.vejle);
    work.commit().await.unwrap();
    assert!(refusals(&world).await.is_empty());

    let refused = status::<EditHelpPoint>(&world, world.actor(), world.kolding).await;
    assert_eq!(refused, Some(StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn a_refusal_undoes_the_work_and_stays_in_the_log_itself() {
    let world = World::where_bo_is(&[Role::Librarian]).await;
    let mut work = world.work().await;
    let details = OrganisationDetails::new("Opdigtet", OrganisationKind::Company);
    create_organisation(&mut work, details).await.unwrap();
    assert!(allow::<EditHelpPoint>(work, world.kolding).await.is_err());

    let refusals = refusals(&world).await;
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals[0].subject_kind, "organisation");
    assert_eq!(refusals[0].subject, world.kolding.to_string());
    assert_eq!(refusals[0].reason, "help_point.edit: a role allows this, but not here");
    assert_eq!(refusals[0].actor_label, "Bo Holm");
    assert_eq!(organisations(&world.realm.read().await.unwrap()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_coordinator_confirms_anywhere_and_an_administrator_reads_the_log() {
    let coordinator = World::where_bo_is(&[Role::Coordinator]).await;
    assert_eq!(
        status::<ConfirmHelpPoint>(&coordinator, coordinator.actor(), coordinator.kolding).await,
        None
    );
    assert_eq!(status::<ListStale>(&coordinator, coordinator.actor(), ()).await, None);
    let refused = status::<ReadAudit>(&coordinator, coordinator.actor(), ()).await;
    assert_eq!(refused, Some(StatusCode::FORBIDDEN));
    assert_eq!(refusals(&coordinator).await[0].subject, "audit.read");

    let administrator = World::where_bo_is(&[Role::Administrator]).await;
    assert_eq!(status::<ReadAudit>(&administrator, administrator.actor(), ()).await, None);
    let anywhere = administrator.kolding;
    assert_eq!(status::<EditOrganisation>(&administrator, administrator.actor(), anywhere).await, None);
}

#[tokio::test]
async fn a_role_that_is_taken_away_counts_no_more_at_once() {
    let world = World::where_bo_is(&[Role::Librarian]).await;
    assert_eq!(status::<EditHelpPoint>(&world, world.actor(), world.vejle).await, None);
    let mut work = world.realm.work(Actor::program("test", Via::Program)).await.unwrap();
    let today = work.today();
    let held = people::memberships_of(work.tx(), world.bo, today).await.unwrap();
    people::end_membership(&mut work, held[0].id, today.yesterday().unwrap()).await.unwrap();
    work.commit().await.unwrap();
    let refused = status::<EditHelpPoint>(&world, world.actor(), world.vejle).await;
    assert_eq!(refused, Some(StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn nobody_must_sign_in_first_and_the_program_itself_may_do_everything() {
    let world = World::where_bo_is(&[]).await;
    for via in [Via::Web, Via::Api] {
        let nobody = Actor::program("nobody", via);
        let refused = status::<EditHelpPoint>(&world, nobody, world.vejle).await;
        assert_eq!(refused, Some(StatusCode::UNAUTHORIZED));
    }
    for via in [Via::CommandLine, Via::Program] {
        let program = Actor::program("import", via);
        assert_eq!(status::<EditHelpPoint>(&world, program, world.vejle).await, None);
    }
    // A person at the command line is still that person.
    let bo = Actor { via: Via::CommandLine, ..world.actor() };
    assert_eq!(status::<EditHelpPoint>(&world, bo, world.vejle).await, Some(StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn a_list_knows_where_bo_may_on_which_day() {
    let world = World::where_bo_is(&[Role::Librarian]).await;
    let tx = world.realm.read().await.unwrap();
    let on = async |day| organisations_where::<EditHelpPoint>(&tx, world.bo, day).await.unwrap();
    assert_eq!(on(date(2026, 3, 2)).await, Where::Only(vec![world.vejle]));
    assert!(on(date(2025, 12, 31)).await.is_nowhere());
}
