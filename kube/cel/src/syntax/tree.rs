//! The tree of an expression. Macros are already expanded in it: `all`, `map` and their like are [`Fold`]s.

use std::sync::Arc;

/// A number of its own for each node: types and references are kept beside the tree, by this number.
pub(crate) type ExprId = usize;

/// An identifier, field or function name.
pub(crate) type Name = Arc<str>;

/// The variable in which a fold collects its result; no expression can name it.
pub(crate) const ACCUMULATOR: &str = "@result";

#[derive(Debug, Clone)]
pub(crate) struct Expr {
    pub(crate) id: ExprId,
    /// Where it stands, in code points.
    pub(crate) at: usize,
    /// Levels of nodes below and including this one; bounds recursion over the tree.
    pub(crate) depth: usize,
    pub(crate) node: Node,
}

#[derive(Debug, Clone)]
pub(crate) enum Node {
    Literal(Literal),
    Ident(Name),
    Select {
        operand: Box<Expr>,
        field: Name,
        /// `has(a.b)`: only whether it is there.
        test: bool,
    },
    Call {
        function: Name,
        target: Option<Box<Expr>>,
        args: Vec<Expr>,
    },
    List {
        items: Vec<Expr>,
        /// Places of `?` elements.
        optional: Vec<usize>,
    },
    Map(Vec<Entry>),
    Message {
        name: Name,
        fields: Vec<FieldInit>,
    },
    Fold(Box<Fold>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Double(f64),
    String(Arc<str>),
    Bytes(Arc<[u8]>),
}

#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) key: Expr,
    pub(crate) value: Expr,
    pub(crate) optional: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct FieldInit {
    pub(crate) at: usize,
    pub(crate) name: Name,
    pub(crate) value: Expr,
    pub(crate) optional: bool,
}

/// A loop over a range that carries one value along.
#[derive(Debug, Clone)]
pub(crate) struct Fold {
    pub(crate) range: Expr,
    pub(crate) var: Name,
    /// Two-variable macros: index and element, or key and value.
    pub(crate) var2: Option<Name>,
    pub(crate) accu: Name,
    pub(crate) init: Expr,
    pub(crate) condition: Expr,
    pub(crate) step: Expr,
    pub(crate) result: Expr,
}

impl Node {
    /// The level of the deepest child.
    pub(super) fn depth(&self) -> usize {
        let most = |items: &[Expr]| items.iter().map(|item| item.depth).max().unwrap_or(0);
        match self {
            Node::Literal(_) | Node::Ident(_) => 0,
            Node::Select { operand, .. } => operand.depth,
            Node::Call { target, args, .. } => target.as_ref().map_or(0, |it| it.depth).max(most(args)),
            Node::List { items, .. } => most(items),
            Node::Map(entries) => entries.iter().map(|it| it.key.depth.max(it.value.depth)).max().unwrap_or(0),
            Node::Message { fields, .. } => fields.iter().map(|it| it.value.depth).max().unwrap_or(0),
            Node::Fold(fold) => [&fold.range, &fold.init, &fold.condition, &fold.step, &fold.result]
                .iter()
                .map(|it| it.depth)
                .max()
                .unwrap_or(0),
        }
    }
}

impl Expr {
    pub(crate) fn as_ident(&self) -> Option<&Name> {
        if let Node::Ident(name) = &self.node { Some(name) } else { None }
    }

    pub(crate) fn as_literal(&self) -> Option<&Literal> {
        if let Node::Literal(literal) = &self.node { Some(literal) } else { None }
    }

    /// `a.b.c` as a dotted name, when it is nothing else.
    pub(crate) fn qualified_name(&self) -> Option<String> {
        match &self.node {
            Node::Ident(name) => Some(name.to_string()),
            Node::Select { operand, field, test: false } => Some(format!("{}.{field}", operand.qualified_name()?)),
            _ => None,
        }
    }
}
