//! What a program asks, read from JSON. Every fault names its field, and says nothing of what stood there: it may have been a
//! CPR number.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::Targets;
use crate::actions::PLACES;
use crate::mandates::{Thing, catalogue};

/// Something is wrong with a question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A field is missing, or is no text or object where it must be one.
    #[error("{0}: {1}")]
    Shape(String, &'static str),
    /// A value does not read.
    #[error("{0}: {1}")]
    Value(String, &'static str),
    /// A value names something that there is not.
    #[error("{0}: {1}")]
    Unknown(String, &'static str),
}

/// What a question is about, as AuthZEN names it in `resource.type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResourceKind {
    /// The post of whoever `id` names.
    Mailbox,
    /// The letter `id` in the post of `properties.owner`.
    Letter,
    /// The service of code `id`, as far as it is about `properties.owner`.
    Service,
    /// The case of number `id` of `properties.owner`.
    Case,
    /// The person `id`.
    Person,
    /// The organisation `id`.
    Organisation,
    /// This installation: what belongs to nobody in particular.
    Installation,
}

impl ResourceKind {
    /// Each of them.
    pub const ALL: [ResourceKind; 7] = [
        ResourceKind::Mailbox,
        ResourceKind::Letter,
        ResourceKind::Service,
        ResourceKind::Case,
        ResourceKind::Person,
        ResourceKind::Organisation,
        ResourceKind::Installation,
    ];

    /// The word in `resource.type`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            ResourceKind::Mailbox => "mailbox",
            ResourceKind::Letter => "letter",
            ResourceKind::Service => "service",
            ResourceKind::Case => "case",
            ResourceKind::Person => "person",
            ResourceKind::Organisation => "organisation",
            ResourceKind::Installation => "installation",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether the action is one that is done to such a thing.
    #[must_use]
    pub fn takes(self, action: &str) -> bool {
        let Some((_, targets)) = PLACES.iter().find(|(name, _)| *name == action) else { return false };
        let is_post = action.starts_with("mail.");
        let is_service = action.starts_with("service.");
        match self {
            ResourceKind::Mailbox | ResourceKind::Letter => is_post,
            ResourceKind::Service => is_service,
            ResourceKind::Case => is_post || is_service,
            ResourceKind::Person => {
                matches!(targets, Targets::People | Targets::Both) && !is_post && !is_service
            }
            ResourceKind::Organisation => {
                matches!(targets, Targets::Organisations | Targets::Both) && !is_post && !is_service
            }
            ResourceKind::Installation => *targets == Targets::Nothing,
        }
    }
}

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// What it is.
    pub kind: ResourceKind,
    /// Whose it is; nobody's where it is the installation.
    pub owner: Option<Uuid>,
    pub(super) service: Option<String>,
    folder: Option<Uuid>,
    letter: Option<Uuid>,
    arrived: Option<Timestamp>,
    sender: Option<Uuid>,
    case_number: Option<String>,
    production_unit: Option<String>,
}

impl Resource {
    /// As the decision takes it. What is not said is not within a limit that asks for it.
    #[must_use]
    pub fn thing(&self) -> Thing<'_> {
        Thing {
            service: self.service.as_deref(),
            folder: self.folder,
            letter: self.letter,
            arrived: self.arrived,
            sender: self.sender.map(Id::from_uuid),
            case_number: self.case_number.as_deref(),
            production_unit: self.production_unit.as_deref(),
        }
    }
}

/// May this person do this action to this thing?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Who.
    pub subject: Id<PersonTag>,
    /// Which of the actions.
    pub action: &'static str,
    /// To what.
    pub resource: Resource,
}

impl Evaluation {
    /// Reads a question.
    ///
    /// # Errors
    /// At the first field that is missing, does not read, or names what there is not.
    pub fn read(request: &Map<String, Value>) -> Result<Self, Fault> {
        Raw::within(&Fields::of(request))?.read()
    }
}

/// The fields of an object, and where it stands.
pub(super) struct Fields<'v> {
    path: String,
    object: Option<&'v Map<String, Value>>,
    /// Where a field is looked for that is not here.
    defaults: Option<&'v Map<String, Value>>,
}

impl<'v> Fields<'v> {
    pub(super) fn of(object: &'v Map<String, Value>) -> Self {
        Self { path: String::new(), object: Some(object), defaults: None }
    }

    /// One of the questions asked together.
    pub(super) fn item(
        number: usize,
        value: &'v Value,
        defaults: &'v Map<String, Value>,
    ) -> Result<Self, Fault> {
        let path = format!("evaluations[{number}]");
        match value {
            Value::Object(object) => Ok(Self { path, object: Some(object), defaults: Some(defaults) }),
            _ => Err(Fault::Shape(path, "is no object")),
        }
    }

    fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn missing(&self, name: &str) -> Fault {
        Fault::Shape(self.at(name), "is missing")
    }

    /// The value and where it stands; what is null is not there.
    fn value(&self, name: &str) -> Option<(String, &'v Value)> {
        let given = |object: Option<&'v Map<String, Value>>| {
            object.and_then(|object| object.get(name)).filter(|value| !value.is_null())
        };
        match given(self.object) {
            Some(value) => Some((self.at(name), value)),
            None => given(self.defaults).map(|value| (name.to_owned(), value)),
        }
    }

    pub(super) fn optional_object(&self, name: &str) -> Result<Fields<'v>, Fault> {
        match self.value(name) {
            None => Ok(Fields { path: self.at(name), object: None, defaults: None }),
            Some((path, Value::Object(object))) => Ok(Fields { path, object: Some(object), defaults: None }),
            Some((path, _)) => Err(Fault::Shape(path, "is no object")),
        }
    }

    pub(super) fn object(&self, name: &str) -> Result<Fields<'v>, Fault> {
        let fields = self.optional_object(name)?;
        if fields.object.is_some() { Ok(fields) } else { Err(self.missing(name)) }
    }

    pub(super) fn optional_text(&self, name: &str) -> Result<Option<&'v str>, Fault> {
        match self.value(name) {
            None => Ok(None),
            Some((_, Value::String(text))) => Ok(Some(text)),
            Some((path, _)) => Err(Fault::Shape(path, "is no text")),
        }
    }

    pub(super) fn text(&self, name: &str) -> Result<&'v str, Fault> {
        self.optional_text(name)?.ok_or_else(|| self.missing(name))
    }

    /// An optional text as something else.
    fn parsed<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Option<T>,
        why: &'static str,
    ) -> Result<Option<T>, Fault> {
        let text = self.optional_text(name)?;
        text.map(|text| parse(text).ok_or_else(|| Fault::Value(self.at(name), why))).transpose()
    }

    fn uuid(&self, name: &str) -> Result<Option<Uuid>, Fault> {
        self.parsed(name, |text| Uuid::try_parse(text).ok(), NO_ID)
    }
}

const NO_ID: &str = "is no id; a CPR number is not taken here";

/// A question of the right shape. What its values mean is read afterwards: in a batch, a fault in the shape is one of the whole
/// request, and one in a value is one of this question alone.
pub(super) struct Raw<'v> {
    subject: Fields<'v>,
    action: Fields<'v>,
    resource: Fields<'v>,
    properties: Fields<'v>,
}

/// The properties of a resource that are read; others are left alone.
const PROPERTIES: [&str; 8] =
    ["owner", "service", "folder", "letter", "arrived_at", "sender", "case_number", "production_unit"];

impl<'v> Raw<'v> {
    pub(super) fn within(fields: &Fields<'v>) -> Result<Self, Fault> {
        let subject = fields.object("subject")?;
        let action = fields.object("action")?;
        let resource = fields.object("resource")?;
        fields.optional_object("context")?;
        for (entity, names) in
            [(&subject, &["type", "id"][..]), (&action, &["name"]), (&resource, &["type", "id"])]
        {
            for name in names {
                entity.text(name)?;
            }
            entity.optional_object("properties")?;
        }
        let properties = resource.optional_object("properties")?;
        for name in PROPERTIES {
            properties.optional_text(name)?;
        }
        Ok(Self { subject, action, resource, properties })
    }

    pub(super) fn read(&self) -> Result<Evaluation, Fault> {
        let subject = person(&self.subject)?;
        let kind = kind(&self.resource)?;
        let action = action(&self.action, kind)?;
        Ok(Evaluation { subject, action, resource: self.resource(kind, action)? })
    }

    fn resource(&self, kind: ResourceKind, action: &str) -> Result<Resource, Fault> {
        let owner = match kind {
            ResourceKind::Mailbox | ResourceKind::Person | ResourceKind::Organisation => {
                self.resource.uuid("id")?
            }
            ResourceKind::Letter | ResourceKind::Service | ResourceKind::Case => {
                let owner = self.properties.uuid("owner")?;
                Some(owner.ok_or_else(|| self.properties.missing("owner"))?)
            }
            ResourceKind::Installation => None,
        };
        let mut resource = Resource { kind, owner, ..described(&self.properties)? };
        match kind {
            ResourceKind::Letter => resource.letter = self.resource.uuid("id")?,
            ResourceKind::Service => resource.service = Some(self.resource.text("id")?.to_owned()),
            ResourceKind::Case => resource.case_number = Some(self.resource.text("id")?.to_owned()),
            _ => {}
        }
        // Post belongs to no service; of everything else it must be certain in which service it is done.
        if action.starts_with("mail.") {
            resource.service = None;
        } else if action.starts_with("service.") {
            let Some(service) = &resource.service else { return Err(self.properties.missing("service")) };
            if !catalogue().powers().iter().any(|power| power.service == *service) {
                let field = if kind == ResourceKind::Service {
                    self.resource.at("id")
                } else {
                    self.properties.at("service")
                };
                return Err(Fault::Unknown(field, "is no service of the catalogue"));
            }
        }
        Ok(resource)
    }
}

/// What properties say of a thing.
fn described(properties: &Fields<'_>) -> Result<Resource, Fault> {
    let text = |name| Ok::<_, Fault>(properties.optional_text(name)?.map(str::to_owned));
    Ok(Resource {
        kind: ResourceKind::Installation,
        owner: None,
        service: text("service")?,
        folder: properties.uuid("folder")?,
        letter: properties.uuid("letter")?,
        arrived: properties.parsed(
            "arrived_at",
            |text| text.parse().ok(),
            "is no moment as RFC 3339 has it",
        )?,
        sender: properties.uuid("sender")?,
        case_number: text("case_number")?,
        production_unit: text("production_unit")?,
    })
}

/// The person that a subject is.
pub(super) fn person(subject: &Fields<'_>) -> Result<Id<PersonTag>, Fault> {
    is_person(subject)?;
    let id = subject.uuid("id")?.ok_or_else(|| subject.missing("id"))?;
    Ok(Id::from_uuid(id))
}

pub(super) fn is_person(subject: &Fields<'_>) -> Result<(), Fault> {
    match subject.text("type")? {
        "person" => Ok(()),
        _ => Err(Fault::Unknown(subject.at("type"), "is not person; only people do things")),
    }
}

pub(super) fn kind(resource: &Fields<'_>) -> Result<ResourceKind, Fault> {
    let unknown = || {
        let why = "is none of mailbox, letter, service, case, person, organisation, installation";
        Fault::Unknown(resource.at("type"), why)
    };
    ResourceKind::from_code(resource.text("type")?).ok_or_else(unknown)
}

pub(super) fn action(action: &Fields<'_>, kind: ResourceKind) -> Result<&'static str, Fault> {
    let name = action.text("name")?;
    let unknown = || Fault::Unknown(action.at("name"), "is no action that is done to such a resource");
    PLACES
        .iter()
        .map(|(known, _)| *known)
        .find(|known| *known == name && kind.takes(known))
        .ok_or_else(unknown)
}
