//! Kept engines with the same mandates in memory, asked the same questions. They are given less to do: only what is in force
//! today, without days, limits, employers and what was passed on; every answer is compared with ours.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use casbin::{CoreApi as _, DefaultModel, Enforcer, MemoryAdapter, MgmtApi as _};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request, RestrictedExpression,
};

use super::Asked;
use super::fill::{Size, power};

/// How long an engine is asked, at most.
const LONGEST: Duration = Duration::from_secs(10);

/// Each line is a mandate's action, as in casbin's own examples.
const LINES: &str = "[request_definition]\nr = sub, obj, act\n[policy_definition]\np = sub, obj, act\n\
    [policy_effect]\ne = some(where (p.eft == allow))\n\
    [matchers]\nm = r.sub == r.obj || r.sub == p.sub && r.obj == p.obj && r.act == p.act\n";

/// Each mandate is a role that its holder has, in the domain of an action: what casbin finds by a map rather than line by line.
const ROLES: &str = "[request_definition]\nr = sub, owner, role, act\n[policy_definition]\np = any\n\
    [role_definition]\ng = _, _, _\n[policy_effect]\ne = some(where (p.eft == allow))\n\
    [matchers]\nm = r.sub == r.owner || g(r.sub, r.role, r.act)\n";

const POLICIES: &str = r#"
    permit (principal, action == Action::"mail.read", resource)
        when { principal == resource.owner || principal in resource.readers };
    permit (principal, action == Action::"mail.write", resource)
        when { principal == resource.owner || principal in resource.writers };
    permit (principal, action == Action::"service.see", resource)
        when { principal == resource.owner || principal in resource.seers };
"#;

/// How fast an engine answered, over how many questions.
pub(crate) struct Speed {
    pub(crate) asked: usize,
    pub(crate) per_second: f64,
}

/// The actions that are asked about and that mandate `n` opens today.
fn opened(size: Size, n: i64) -> &'static [&'static str] {
    if access::mandates::in_force(&size.mandate(n), super::moment()).is_err() {
        return &[];
    }
    match power(n) {
        "post.read" => &["mail.read"],
        "post.read_write" => &["mail.read", "mail.write"],
        _ => &["service.see"],
    }
}

/// Asks until the time is over, and compares.
fn timed<Q>(asked: &[Asked], question: impl Fn(&Asked) -> Q, answer: impl Fn(&Q) -> bool) -> Speed {
    let prepared: Vec<(Q, &Asked)> = asked.iter().map(|one| (question(one), one)).collect();
    let (begun, cpu) = (Instant::now(), super::on_cpu());
    let mut done = 0;
    for (question, one) in &prepared {
        assert_eq!(answer(question), one.is_allowed, "{one:?}");
        done += 1;
        if begun.elapsed() > LONGEST {
            break;
        }
    }
    Speed { asked: done, per_second: done as f64 / (super::on_cpu() - cpu).as_secs_f64() }
}

/// casbin with a line for each action of the first `mandates`; only questions about these are asked.
pub(crate) async fn casbin_lines(size: Size, mandates: i64, asked: &[Asked]) -> (usize, Speed) {
    let model = DefaultModel::from_str(LINES).await.unwrap();
    let mut enforcer = Enforcer::new(model, MemoryAdapter::default()).await.unwrap();
    enforcer.enable_auto_save(false);
    let mut lines = Vec::new();
    for n in 0..mandates {
        let (holder, owner) = (size.holder(n).to_string(), size.owner(n).to_string());
        let of = |action: &&str| vec![holder.clone(), owner.clone(), (*action).to_owned()];
        lines.extend(opened(size, n).iter().map(of));
    }
    let mut seen = HashSet::new();
    lines.retain(|line| seen.insert(line.clone()));
    let count = lines.len();
    enforcer.add_policies(lines).await.unwrap();
    let some: Vec<Asked> = asked.iter().filter(|one| one.about < mandates).cloned().collect();
    let question = |one: &Asked| (one.asker.to_string(), one.owner.to_string(), one.action);
    let speed = timed(&some, question, |question| enforcer.enforce(question.clone()).unwrap());
    (count, speed)
}

/// casbin with a role for each mandate.
pub(crate) async fn casbin_roles(size: Size, asked: &[Asked]) -> Speed {
    let model = DefaultModel::from_str(ROLES).await.unwrap();
    let mut enforcer = Enforcer::new(model, MemoryAdapter::default()).await.unwrap();
    enforcer.enable_auto_save(false);
    enforcer.add_policy(vec!["any".to_owned()]).await.unwrap();
    let mut links = HashSet::new();
    for n in 0..size.mandates {
        let (holder, role) = (size.holder(n).to_string(), format!("of {}", size.owner(n)));
        let of = |action: &&str| vec![holder.clone(), role.clone(), (*action).to_owned()];
        links.extend(opened(size, n).iter().map(of));
    }
    enforcer.add_grouping_policies(links.into_iter().collect()).await.unwrap();
    let question =
        |one: &Asked| (one.asker.to_string(), one.owner.to_string(), format!("of {}", one.owner), one.action);
    timed(asked, question, |question| enforcer.enforce(question.clone()).unwrap())
}

fn uid(kind: &str, name: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(kind.parse().unwrap(), cedar_policy::EntityId::new(name))
}

/// Cedar with three policies, a group for each owner and action, and the holders in these groups.
pub(crate) fn cedar(size: Size, asked: &[Asked]) -> Speed {
    let policies: PolicySet = POLICIES.parse().unwrap();
    let mut groups: HashMap<i64, HashSet<EntityUid>> = HashMap::new();
    let mut owners = HashSet::new();
    for n in 0..size.mandates {
        owners.insert(size.owner(n));
        for action in opened(size, n) {
            let group = uid("Group", &format!("{} {action}", size.owner(n)));
            groups.entry(size.holder(n)).or_default().insert(group);
        }
    }
    owners.extend(asked.iter().map(|one| one.owner));
    let posts = owners.into_iter().map(|owner| {
        let group =
            |action: &str| RestrictedExpression::new_entity_uid(uid("Group", &format!("{owner} {action}")));
        let attributes = HashMap::from([
            ("owner".to_owned(), RestrictedExpression::new_entity_uid(uid("User", &owner.to_string()))),
            ("readers".to_owned(), group("mail.read")),
            ("writers".to_owned(), group("mail.write")),
            ("seers".to_owned(), group("service.see")),
        ]);
        Entity::new(uid("Post", &owner.to_string()), attributes, HashSet::new()).unwrap()
    });
    let holders = groups
        .into_iter()
        .map(|(holder, groups)| Entity::new_no_attrs(uid("User", &holder.to_string()), groups));
    let entities = Entities::from_entities(posts.chain(holders), None).unwrap();
    let authorizer = Authorizer::new();
    let question = |one: &Asked| {
        let (who, whose) = (uid("User", &one.asker.to_string()), uid("Post", &one.owner.to_string()));
        Request::new(who, uid("Action", one.action), whose, Context::empty(), None).unwrap()
    };
    timed(asked, question, |request| {
        authorizer.is_authorized(request, &policies, &entities).decision() == Decision::Allow
    })
}
