//! The elements around a place in a document, and the namespaces that are declared in them.

use std::borrow::Cow;

use quick_xml::name::{
    Namespace, NamespaceError, NamespaceResolver, PrefixDeclaration, QName, ResolveResult,
};

use crate::wire::{Name, Space, XSI};

/// The elements that have begun and not ended, outermost first.
pub(crate) struct Elements {
    open: Vec<Open>,
    /// Their names, one behind the other.
    names: Vec<u8>,
    namespaces: NamespaceResolver,
    /// The prefix that was looked up last, with its colon, and what it stands for: nearly always the next one too.
    last_prefix: Option<(Vec<u8>, Option<Space>)>,
}

struct Open {
    /// Where its name begins among the names, and where the part behind the prefix does.
    name: usize,
    local: usize,
    space: Option<Space>,
    is_plain: bool,
    declares: bool,
}

impl Elements {
    /// None. There is room for as many as a message needs.
    pub(crate) fn new() -> Self {
        Self {
            open: Vec::with_capacity(8),
            names: Vec::with_capacity(160),
            namespaces: NamespaceResolver::default(),
            last_prefix: None,
        }
    }

    /// An element begins, and declares namespaces. A plain one is one that quick-xml was not told of.
    pub(crate) fn begin<'n>(
        &mut self,
        name: &[u8],
        declared: impl Iterator<Item = (PrefixDeclaration<'n>, Cow<'n, str>)>,
        is_plain: bool,
    ) -> Result<(), NamespaceError> {
        let mut declares = false;
        for (prefix, uri) in declared {
            if !declares {
                declares = true;
                self.last_prefix = None;
                let level = self.namespaces.level();
                let deeper = level.checked_add(1).ok_or(NamespaceError::TooDeeplyNested(level.into()))?;
                self.namespaces.set_level(deeper);
            }
            self.namespaces.add(prefix, Namespace(&uri))?;
        }
        let prefix = name.iter().position(|byte| *byte == b':').map_or(0, |colon| colon + 1);
        let space = self.space(name, prefix);
        let begins = self.names.len();
        self.open.push(Open { name: begins, local: begins + prefix, space, is_plain, declares });
        self.names.extend_from_slice(name);
        Ok(())
    }

    fn space(&mut self, name: &[u8], prefix: usize) -> Option<Space> {
        let prefix = &name[..prefix];
        if let Some((last, space)) = &self.last_prefix
            && last == prefix
        {
            return *space;
        }
        let name = std::str::from_utf8(name).expect("names are cut out of texts");
        let space = match self.namespaces.resolve_element(QName(name)).0 {
            ResolveResult::Bound(Namespace(uri)) => Space::of(uri),
            ResolveResult::Unbound => Some(Space::Bare),
            ResolveResult::Unknown(_) => None,
        };
        self.last_prefix = Some((prefix.to_vec(), space));
        space
    }

    /// The innermost ends.
    pub(crate) fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.names.truncate(open.name);
        if open.declares {
            self.namespaces.pop();
            self.last_prefix = None;
        }
    }

    /// How many they are.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The name of the innermost, as it stands.
    pub(crate) fn name(&self) -> Option<&[u8]> {
        self.open.last().map(|open| &self.names[open.name..])
    }

    /// The name of the innermost, if that is a plain element.
    pub(crate) fn plain_name(&self) -> Option<&[u8]> {
        self.open.last().filter(|open| open.is_plain).map(|open| &self.names[open.name..])
    }

    /// The namespace of the innermost, if it is one we know.
    pub(crate) fn innermost_space(&self) -> Option<Space> {
        self.open.last().and_then(|open| open.space)
    }

    /// The name of the innermost without its prefix.
    pub(crate) fn local_name(&self) -> &[u8] {
        self.open.last().map_or(&[], |open| &self.names[open.local..])
    }

    /// Whether the innermost has this name.
    pub(crate) fn is_at(&self, name: Name) -> bool {
        self.innermost_space() == Some(name.space) && self.local_name() == name.local.as_bytes()
    }

    /// Whether an attribute of the innermost is no fact, but declares a namespace or tells where a schema lies, which every
    /// document may do.
    pub(crate) fn is_about_names(&self, attribute: &str) -> bool {
        let name = QName(attribute);
        if name.as_namespace_binding().is_some() {
            return true;
        }
        let (space, local) = self.namespaces.resolve_attribute(name);
        matches!(space, ResolveResult::Bound(Namespace(XSI)))
            && matches!(local.into_inner(), "schemaLocation" | "noNamespaceSchemaLocation")
    }
}
