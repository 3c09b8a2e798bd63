//! Lists: a view of a tree, or elements made while running. What `x-kubernetes-list-type` says decides what equality
//! and `+` mean.
//!
//! As upstream: apiserver/pkg/cel/common/valuesunstructured.go.

use std::rc::Rc;

use kube_api::value::{Key, Value};

use super::{Outcome, Shape, Val, adapt};

#[derive(Debug, Clone)]
pub struct List<'a> {
    items: Items<'a>,
    kind: ListKind<'a>,
}

#[derive(Debug, Clone)]
enum Items<'a> {
    Tree(&'a [Value], Shape<'a>),
    Made(Rc<Vec<Val<'a>>>),
}

/// How elements are told apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ListKind<'a> {
    /// By their places.
    Atomic,
    /// Each occurs once.
    Set,
    /// By these fields.
    Map(&'a [Key]),
}

impl<'a> List<'a> {
    pub(super) fn tree(items: &'a [Value], element: Shape<'a>, kind: ListKind<'a>) -> List<'a> {
        List { items: Items::Tree(items, element), kind }
    }

    pub fn made(items: Vec<Val<'a>>, kind: ListKind<'a>) -> List<'a> {
        List { items: Items::Made(Rc::new(items)), kind }
    }

    pub fn len(&self) -> usize {
        match &self.items {
            Items::Tree(items, _) => items.len(),
            Items::Made(items) => items.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, at: usize) -> Option<Outcome<'a>> {
        match &self.items {
            Items::Tree(items, shape) => items.get(at).map(|item| adapt(item, *shape)),
            Items::Made(items) => items.get(at).cloned().map(Ok),
        }
    }

    pub fn first(&self) -> Option<Outcome<'a>> {
        self.get(0)
    }

    pub fn iter(&self) -> impl Iterator<Item = Outcome<'a>> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// Every element, or the first fault.
    pub fn all(&self) -> Result<Vec<Val<'a>>, super::Fault> {
        self.iter().collect()
    }

    pub(super) fn kind(&self) -> ListKind<'a> {
        self.kind
    }

    /// Whether an element equals the value.
    pub fn contains(&self, wanted: &Val<'a>) -> bool {
        self.iter().any(|item| item.is_ok_and(|item| item.equals(wanted)))
    }

    /// The place of the element that is the same one as `item`, as the list's kind has it.
    pub(super) fn same(&self, items: &[Val<'a>], item: &Val<'a>) -> Option<usize> {
        match self.kind {
            ListKind::Atomic => None,
            ListKind::Set => items.iter().position(|own| own.equals(item)),
            ListKind::Map(keys) => {
                let wanted = identity(item, keys);
                items.iter().position(|own| same_identity(&identity(own, keys), &wanted))
            }
        }
    }

    /// `self + other`: appended; a set gets what it does not have, a list-map's elements are replaced in place.
    pub(crate) fn plus(self, other: &List<'a>) -> Result<List<'a>, super::Fault> {
        if self.kind == ListKind::Atomic {
            let List { items, kind } = self;
            let mut made = match items {
                Items::Made(items) => items,
                Items::Tree(items, shape) => {
                    Rc::new(items.iter().map(|it| adapt(it, shape)).collect::<Result<_, _>>()?)
                }
            };
            // In a fold nobody else holds the list, and it grows in place.
            Rc::make_mut(&mut made).extend(other.all()?);
            return Ok(List { items: Items::Made(made), kind });
        }
        let mut items = self.all()?;
        for item in other.iter() {
            let item = item?;
            match (self.same(&items, &item), self.kind) {
                (None, _) => items.push(item),
                (Some(at), ListKind::Map(_)) => {
                    if let Some(own) = items.get_mut(at) {
                        *own = item;
                    }
                }
                (Some(_), _) => {}
            }
        }
        Ok(List::made(items, self.kind))
    }
}

/// The fields that name an element of a list-map. The keys are the schema's, unescaped; where an element has no such
/// field, nothing.
pub(super) fn identity<'a>(item: &Val<'a>, keys: &[Key]) -> Vec<Option<Val<'a>>> {
    keys.iter()
        .map(|key| match item {
            Val::Map(map) => map.raw(key),
            _ => None,
        })
        .collect()
}

pub(super) fn same_identity<'a>(one: &[Option<Val<'a>>], other: &[Option<Val<'a>>]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|pair| match pair {
            (Some(one), Some(other)) => one.equals(other),
            (None, None) => true,
            _ => false,
        })
}
