//! Persons, organisations and memberships in the database.

use ::people::{
    AddMemberError, EndMembershipError, LinkError, NewPerson, OrganisationDetails, OrganisationKind, Role,
    add_member, all_memberships_of, create_organisation, create_person, end_membership, identities_of,
    link_identity, members_of, memberships_of, organisation, organisations, person, person_by_identity,
    put_organisation,
};
use basics::Id;
use jiff::civil::{Date, date};
use realm::RealmKind;
use uuid::Uuid;

use crate::world::World;

const NEW_YEAR: Date = date(2026, 1, 1);

fn library() -> OrganisationDetails {
    OrganisationDetails {
        municipality_code: Some("0630".to_owned()),
        cvr: Some("13748136".parse().unwrap()),
        website: Some("https://bibliotek.example".to_owned()),
        ..OrganisationDetails::new("Vejle Bibliotek", OrganisationKind::Library)
    }
}

fn named(name: &str) -> NewPerson {
    NewPerson { name: name.to_owned(), birth_date: None }
}

/// Makes somebody whom the broker knows a librarian in Vejle since New Year.
pub(crate) async fn make_librarian(world: &World, subject: &str) {
    let mut work = world.work().await;
    let bo = person_by_identity(work.tx(), "mitid", subject).await.unwrap().unwrap();
    let vejle = create_organisation(&mut work, library()).await.unwrap();
    add_member(&mut work, bo.id, vejle.id, Role::Librarian, NEW_YEAR, None).await.unwrap();
    work.commit().await.unwrap();
}

#[tokio::test]
async fn an_organisation_reads_back_as_it_was_given_and_an_import_changes_it_only_once() {
    let world = World::new(RealmKind::Live).await;
    let id = Id::from_uuid(Uuid::from_u128(7));
    let mut work = world.work().await;
    assert!(put_organisation(&mut work, id, library()).await.unwrap());
    assert!(!put_organisation(&mut work, id, library()).await.unwrap());
    let renamed = OrganisationDetails { name: "Bibliotekerne i Vejle".to_owned(), cvr: None, ..library() };
    assert!(put_organisation(&mut work, id, renamed.clone()).await.unwrap());
    work.commit().await.unwrap();

    let tx = world.realm.read().await.unwrap();
    let found = organisation(&tx, id).await.unwrap().unwrap();
    assert_eq!(found.details, renamed);
    assert_eq!(organisations(&tx).await.unwrap(), [found]);
    let history = realm::subject_history(&tx, "organisation", &id.to_string(), 10).await.unwrap();
    let did: Vec<_> = history.iter().map(|record| record.action.as_str()).collect();
    assert_eq!(did, ["organisation.edit", "organisation.create"]);
    assert!(history[0].before.as_ref().unwrap().contains("\"name\":\"Vejle Bibliotek\""));
    assert!(history[0].after.as_ref().unwrap().contains("\"cvr\":null"));
}

#[tokio::test]
async fn what_is_not_committed_never_was() {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.work().await;
    create_organisation(&mut work, library()).await.unwrap();
    drop(work);
    assert!(organisations(&world.realm.read().await.unwrap()).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_identity_belongs_to_one_person() {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.work().await;
    let aase = create_person(&mut work, named("Aase Holm")).await.unwrap();
    let bo = create_person(&mut work, named("Bo Holm")).await.unwrap();
    link_identity(&mut work, "mitid", "a-1", aase.id).await.unwrap();
    link_identity(&mut work, "mitid", "a-1", aase.id).await.unwrap();
    link_identity(&mut work, "staff", "a-1", bo.id).await.unwrap();
    let taken = link_identity(&mut work, "mitid", "a-1", bo.id).await.unwrap_err();
    assert!(matches!(&taken, LinkError::BelongsToAnother { broker } if broker == "mitid"));
    assert!(!taken.to_string().contains("a-1"), "a subject stays out of the log");
    let nobody = Id::from_uuid(Uuid::nil());
    assert!(matches!(link_identity(&mut work, "mitid", "n", nobody).await, Err(LinkError::NoPerson(_))));
    assert_eq!(identities_of(work.tx(), aase.id).await.unwrap().len(), 1);
    assert_eq!(person(work.tx(), bo.id).await.unwrap(), Some(bo));
    assert_eq!(person_by_identity(work.tx(), "mitid", "a-1").await.unwrap(), Some(aase));
}

#[tokio::test]
async fn bo_is_a_librarian_from_his_first_day_to_his_last() {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.work().await;
    let bo = create_person(&mut work, named("Bo Holm")).await.unwrap().id;
    let vejle = create_organisation(&mut work, library()).await.unwrap().id;
    let since = add_member(&mut work, bo, vejle, Role::Librarian, NEW_YEAR, None).await.unwrap();
    let again = add_member(&mut work, bo, vejle, Role::Librarian, date(2027, 1, 1), None).await;
    assert!(matches!(again, Err(AddMemberError::AlreadyMember(before)) if before.id == since.id));
    add_member(&mut work, bo, vejle, Role::Teacher, NEW_YEAR, Some(NEW_YEAR)).await.unwrap();

    let last = date(2026, 6, 30);
    end_membership(&mut work, since.id, last).await.unwrap();
    let later = end_membership(&mut work, since.id, date(2026, 7, 1)).await;
    assert!(matches!(later, Err(EndMembershipError::AlreadyEnded(ended)) if ended == last));
    let roles = async |on| {
        let valid = memberships_of(work.tx(), bo, on).await.unwrap();
        let mut roles: Vec<_> = valid.iter().map(|membership| membership.role).collect();
        // What begins on one day has no order.
        roles.sort_by_key(|role| role.code());
        roles
    };
    assert_eq!(roles(date(2025, 12, 31)).await, []);
    assert_eq!(roles(NEW_YEAR).await, [Role::Librarian, Role::Teacher]);
    assert_eq!(roles(last).await, [Role::Librarian]);
    assert_eq!(roles(date(2026, 7, 1)).await, []);
    assert_eq!(all_memberships_of(work.tx(), bo).await.unwrap().len(), 2);
    let members = members_of(work.tx(), vejle, last).await.unwrap();
    assert_eq!(members.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["Bo Holm"]);
    add_member(&mut work, bo, vejle, Role::Librarian, date(2026, 7, 1), None).await.unwrap();
}

#[tokio::test]
async fn a_role_given_today_can_be_taken_away_today() {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.work().await;
    let bo = create_person(&mut work, named("Bo Holm")).await.unwrap().id;
    let vejle = create_organisation(&mut work, library()).await.unwrap().id;
    let today = work.today();
    let given = add_member(&mut work, bo, vejle, Role::Coordinator, today, None).await.unwrap();
    end_membership(&mut work, given.id, today.yesterday().unwrap()).await.unwrap();
    assert!(memberships_of(work.tx(), bo, today).await.unwrap().is_empty());
    add_member(&mut work, bo, vejle, Role::Coordinator, today, None).await.unwrap();
}

#[tokio::test]
async fn a_membership_needs_a_person_an_organisation_and_days_in_order() {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.work().await;
    let bo = create_person(&mut work, named("Bo Holm")).await.unwrap().id;
    let vejle = create_organisation(&mut work, library()).await.unwrap().id;
    let (no_person, nowhere) = (Id::from_uuid(Uuid::nil()), Id::from_uuid(Uuid::nil()));
    let before = Some(date(2025, 12, 31));
    let helper = Role::Helper;
    let refused = add_member(&mut work, bo, vejle, helper, NEW_YEAR, before).await;
    assert!(matches!(refused, Err(AddMemberError::EndsBeforeItBegins { .. })));
    let refused = add_member(&mut work, no_person, vejle, helper, NEW_YEAR, None).await;
    assert!(matches!(refused, Err(AddMemberError::NoPerson(_))));
    let refused = add_member(&mut work, bo, nowhere, helper, NEW_YEAR, None).await;
    assert!(matches!(refused, Err(AddMemberError::NoOrganisation(_))));
    let refused = end_membership(&mut work, Id::from_uuid(Uuid::nil()), NEW_YEAR).await;
    assert!(matches!(refused, Err(EndMembershipError::NoMembership(_))));
}
