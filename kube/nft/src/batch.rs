//! One change of the rules: what is added and removed together, or not at all.
//!
//! - The batch may carry the generation that its author has seen; the kernel refuses it when somebody changed rules since.
//! - Order matters: a chain stands before rules and verdicts that name it.

use crate::attribute::Attributes;
use crate::expression::Expression;
use crate::set::{Element, Set, SetRef};
use crate::uapi::{
    NFT_MSG_DELCHAIN, NFT_MSG_DELRULE, NFT_MSG_DELSET, NFT_MSG_DELSETELEM, NFT_MSG_DELTABLE, NFT_MSG_NEWCHAIN,
    NFT_MSG_NEWRULE, NFT_MSG_NEWSET, NFT_MSG_NEWSETELEM, NFT_MSG_NEWTABLE, NFTA_CHAIN_HOOK, NFTA_CHAIN_NAME,
    NFTA_CHAIN_POLICY, NFTA_CHAIN_TABLE, NFTA_CHAIN_TYPE, NFTA_HOOK_HOOKNUM, NFTA_HOOK_PRIORITY, NFTA_LIST_ELEM,
    NFTA_RULE_CHAIN, NFTA_RULE_EXPRESSIONS, NFTA_RULE_TABLE, NFTA_SET_ELEM_LIST_ELEMENTS, NFTA_SET_ELEM_LIST_SET,
    NFTA_SET_ELEM_LIST_SET_ID, NFTA_SET_ELEM_LIST_TABLE, NFTA_SET_NAME, NFTA_SET_TABLE, NFTA_TABLE_NAME,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Ipv4,
    Inet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainKind {
    Filter,
    Nat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    Prerouting,
    Input,
    Forward,
    Output,
    Postrouting,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    Accept,
    Drop,
}

/// A chain; a base chain where `hook` is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    pub name: String,
    pub hook: Option<(ChainKind, Hook, i32, Policy)>,
}

/// Messages of one transaction for one table.
#[derive(Clone, Debug)]
pub struct Batch {
    family: Family,
    table: String,
    generation: Option<u32>,
    messages: Vec<Message>,
    next_set: u32,
}

#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) kind: i32,
    pub(crate) flags: i32,
    pub(crate) attributes: Attributes,
    /// For messages about refusals.
    pub(crate) what: String,
}

/// As many elements as fit into one attribute with room to spare.
const ELEMENTS: usize = 512;

impl Chain {
    pub fn plain(name: impl Into<String>) -> Self {
        Chain { name: name.into(), hook: None }
    }
}

impl Batch {
    pub fn new(family: Family, table: impl Into<String>) -> Self {
        Batch { family, table: table.into(), generation: None, messages: Vec::new(), next_set: 1 }
    }

    /// Refuse the change when the rules are not those of this generation.
    #[must_use]
    pub fn only_if(mut self, generation: u32) -> Self {
        self.generation = Some(generation);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    pub(crate) fn family(&self) -> u8 {
        match self.family {
            Family::Ipv4 => libc::NFPROTO_IPV4 as u8,
            Family::Inet => libc::NFPROTO_INET as u8,
        }
    }

    pub(crate) fn table(&self) -> &str {
        &self.table
    }

    pub(crate) fn generation(&self) -> Option<u32> {
        self.generation
    }

    pub(crate) fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Adding what exists already changes nothing.
    pub fn add_table(&mut self) {
        let attributes = Attributes::of(|a| {
            a.text(NFTA_TABLE_NAME, &self.table);
        });
        self.push(NFT_MSG_NEWTABLE, libc::NLM_F_CREATE, attributes, "add the table".into());
    }

    /// With everything in it. It must exist: add it before, in the same batch, when that is not known.
    pub fn delete_table(&mut self) {
        let attributes = Attributes::of(|a| {
            a.text(NFTA_TABLE_NAME, &self.table);
        });
        self.push(NFT_MSG_DELTABLE, 0, attributes, "delete the table".into());
    }

    pub fn add_chain(&mut self, chain: &Chain) {
        let attributes = Attributes::of(|a| {
            a.text(NFTA_CHAIN_TABLE, &self.table).text(NFTA_CHAIN_NAME, &chain.name);
            let Some((kind, hook, priority, policy)) = chain.hook else { return };
            let hook = match hook {
                Hook::Prerouting => libc::NF_INET_PRE_ROUTING,
                Hook::Input => libc::NF_INET_LOCAL_IN,
                Hook::Forward => libc::NF_INET_FORWARD,
                Hook::Output => libc::NF_INET_LOCAL_OUT,
                Hook::Postrouting => libc::NF_INET_POST_ROUTING,
            };
            let nest = Attributes::of(|a| {
                a.number(NFTA_HOOK_HOOKNUM, hook as u32).raw(NFTA_HOOK_PRIORITY, &priority.to_be_bytes());
            });
            a.nest(NFTA_CHAIN_HOOK, &nest);
            let policy = if policy == Policy::Accept { libc::NF_ACCEPT } else { libc::NF_DROP };
            a.raw(NFTA_CHAIN_POLICY, &policy.to_be_bytes());
            a.text(NFTA_CHAIN_TYPE, if kind == ChainKind::Nat { "nat" } else { "filter" });
        });
        self.push(NFT_MSG_NEWCHAIN, libc::NLM_F_CREATE, attributes, format!("add chain {}", chain.name));
    }

    /// Nothing may lead to it any more.
    pub fn delete_chain(&mut self, name: &str) {
        let attributes = Attributes::of(|a| {
            a.text(NFTA_CHAIN_TABLE, &self.table).text(NFTA_CHAIN_NAME, name);
        });
        self.push(NFT_MSG_DELCHAIN, 0, attributes, format!("delete chain {name}"));
    }

    /// Removes all rules of a chain, which must exist.
    pub fn flush_chain(&mut self, name: &str) {
        let attributes = Attributes::of(|a| {
            a.text(NFTA_RULE_TABLE, &self.table).text(NFTA_RULE_CHAIN, name);
        });
        self.push(NFT_MSG_DELRULE, 0, attributes, format!("flush chain {name}"));
    }

    /// Appends a rule.
    pub fn add_rule(&mut self, chain: &str, expressions: &[Expression]) {
        let list = Attributes::of(|a| {
            for expression in expressions {
                a.nest(NFTA_LIST_ELEM, &expression.attributes());
            }
        });
        let attributes = Attributes::of(|a| {
            a.text(NFTA_RULE_TABLE, &self.table).text(NFTA_RULE_CHAIN, chain);
            a.nest(NFTA_RULE_EXPRESSIONS, &list);
        });
        self.push(
            NFT_MSG_NEWRULE,
            libc::NLM_F_CREATE | libc::NLM_F_APPEND,
            attributes,
            format!("add a rule to {chain}"),
        );
    }

    pub fn add_set(&mut self, set: &Set) {
        let id = self.next_id();
        let attributes = set.attributes(&self.table, id, false);
        self.push(NFT_MSG_NEWSET, libc::NLM_F_CREATE, attributes, format!("add set {}", set.name));
    }

    /// A set without a name that belongs to the next rule that looks into it.
    pub fn add_anonymous_set(&mut self, set: &Set, elements: &[Element]) -> SetRef {
        let id = self.next_id();
        // The kernel replaces the number sign and what follows by a number of its own.
        let set = Set { name: "__map%d".into(), ..set.clone() };
        let attributes = set.attributes(&self.table, id, true);
        self.push(NFT_MSG_NEWSET, libc::NLM_F_CREATE, attributes, "add an anonymous set".into());
        let reference = SetRef { name: set.name, id: Some(id) };
        self.elements(NFT_MSG_NEWSETELEM, libc::NLM_F_CREATE, &reference, elements);
        reference
    }

    pub fn delete_set(&mut self, name: &str) {
        let attributes = Attributes::of(|a| {
            a.text(NFTA_SET_TABLE, &self.table).text(NFTA_SET_NAME, name);
        });
        self.push(NFT_MSG_DELSET, 0, attributes, format!("delete set {name}"));
    }

    pub fn add_elements(&mut self, set: &str, elements: &[Element]) {
        self.elements(NFT_MSG_NEWSETELEM, libc::NLM_F_CREATE, &SetRef::named(set), elements);
    }

    /// They must be there.
    pub fn delete_elements(&mut self, set: &str, elements: &[Element]) {
        self.elements(NFT_MSG_DELSETELEM, 0, &SetRef::named(set), elements);
    }

    fn elements(&mut self, kind: i32, flags: i32, set: &SetRef, elements: &[Element]) {
        for some in elements.chunks(ELEMENTS) {
            let list = Attributes::of(|a| {
                for element in some {
                    a.nest(NFTA_LIST_ELEM, &element.attributes());
                }
            });
            let attributes = Attributes::of(|a| {
                a.text(NFTA_SET_ELEM_LIST_TABLE, &self.table).text(NFTA_SET_ELEM_LIST_SET, &set.name);
                set.id_into(a, NFTA_SET_ELEM_LIST_SET_ID);
                a.nest(NFTA_SET_ELEM_LIST_ELEMENTS, &list);
            });
            self.push(kind, flags, attributes, format!("change {} elements of set {}", some.len(), set.name));
        }
    }

    fn next_id(&mut self) -> u32 {
        self.next_set += 1;
        self.next_set
    }

    fn push(&mut self, kind: i32, flags: i32, attributes: Attributes, what: String) {
        self.messages.push(Message { kind, flags, attributes, what });
    }
}
