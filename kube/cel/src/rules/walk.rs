//! Runs the rules of a schema over an object, outermost first, until the budget is used up.

use kube_api::crd::{Kind, Structural};
use kube_api::field::{Fault as Kinds, FieldError, Path};
use kube_api::value::{List, Object, Value};

use super::{CALL_LIMIT, Compiled, MESSAGE_MAX, OBJECT_BUDGET, Rules, Verdict};
use crate::eval::Variables;
use crate::program::Program;
use crate::value::{Fault, Outcome, Shape, Val, adapt};

/// What a node was before, for rules about what did not change.
#[derive(Clone, Copy, Default)]
struct Before<'v> {
    /// This node now and before, where they can be told to be the same one.
    current: Option<(&'v Value, Option<&'v Value>)>,
    /// The same of the nearest node above for which that holds.
    parent: Option<(&'v Value, Option<&'v Value>)>,
}

impl<'v> Before<'v> {
    fn unchanged(&self) -> bool {
        match self.current.or(self.parent) {
            Some((new, Some(old))) => new == old,
            _ => false,
        }
    }

    fn below(&self, new: &'v Value, old: Option<&'v Value>, known: bool) -> Before<'v> {
        match self.current {
            None => *self,
            Some(_) => Before { current: known.then_some((new, old)), parent: self.current },
        }
    }
}

struct Walk {
    verdict: Verdict,
    /// Below zero when no more rules are run.
    budget: i64,
}

struct Given<'a> {
    own: Outcome<'a>,
    old: Option<Outcome<'a>>,
}

impl<'a> Variables<'a> for Given<'a> {
    fn variable(&self, name: &str) -> Option<Outcome<'a>> {
        match name {
            "self" => Some(self.own.clone()),
            "oldSelf" => self.old.clone(),
            _ => None,
        }
    }
}

impl Rules {
    /// What the rules say of an object; `old` is what it replaces.
    pub fn validate<'v>(&'v self, schema: &'v Structural, object: &'v Value, old: Option<&'v Value>) -> Verdict {
        let mut walk = Walk { verdict: Verdict::default(), budget: OBJECT_BUDGET };
        let before = Before { current: old.map(|old| (object, Some(old))), parent: None };
        walk.node(self, schema, (object, old), before, &Path::ROOT);
        for fault in &mut walk.verdict.faults {
            // As upstream: a path to the object itself is written so.
            if fault.field.is_empty() {
                fault.field = "<nil>".into();
            }
        }
        walk.verdict
    }
}

impl Walk {
    fn node<'v>(
        &mut self,
        rules: &'v Rules,
        schema: &'v Structural,
        (value, old): (&'v Value, Option<&'v Value>),
        before: Before<'v>,
        path: &Path<'_>,
    ) {
        if value.is_null() || self.budget < 0 {
            return;
        }
        self.rules(rules, schema, (value, old.filter(|old| !old.is_null())), before, path);
        match value {
            Value::Object(object) => self.object(rules, schema, (object, old), before, path),
            Value::List(list) => self.list(rules, schema, (list, old), before, path),
            _ => {}
        }
    }

    fn object<'v>(
        &mut self,
        rules: &'v Rules,
        schema: &'v Structural,
        (object, old): (&'v Object, Option<&'v Value>),
        before: Before<'v>,
        path: &Path<'_>,
    ) {
        for (key, value) in object {
            let old = old.and_then(Value::as_object).and_then(|old| old.get_key(key));
            let own = rules.properties.iter().find(|(own, _)| own == key).map(|(_, rules)| rules);
            let Some(inner_schema) = schema.member(key) else { continue };
            let below = before.below(value, old, true);
            if let Some(inner) = own {
                self.node(inner, inner_schema, (value, old), below, &path.child(key.as_str()));
            } else if let Some(inner) = rules.values.as_deref().filter(|_| schema.property(key).is_none()) {
                self.node(inner, inner_schema, (value, old), below, &path.key(key.as_str()));
            }
        }
    }

    fn list<'v>(
        &mut self,
        rules: &'v Rules,
        schema: &'v Structural,
        (list, old): (&'v List, Option<&'v Value>),
        before: Before<'v>,
        path: &Path<'_>,
    ) {
        let (Some(inner), Some(inner_schema)) = (rules.items.as_deref(), schema.items.as_deref()) else { return };
        let correlates = schema.list_type.as_deref() == Some("map") && !schema.map_keys.is_empty();
        for (at, value) in list.iter().enumerate() {
            let old = if correlates { old.and_then(|old| same_element(value, old, schema)) } else { None };
            self.node(inner, inner_schema, (value, old), before.below(value, old, correlates), &path.index(at));
        }
    }

    fn rules<'v>(
        &mut self,
        rules: &'v Rules,
        schema: &'v Structural,
        (value, old): (&'v Value, Option<&'v Value>),
        before: Before<'v>,
        path: &Path<'_>,
    ) {
        if rules.rules.is_empty() {
            return;
        }
        let word = schema.kind.word();
        if self.budget <= 0 {
            return self.stop(
                path,
                word,
                "validation failed due to running out of cost budget, no further validation rules will be run",
            );
        }
        let shape = if rules.root { Shape::Root(schema) } else { Shape::Schema(schema) };
        let own = adapt(value, shape);
        let was = old.map(|old| adapt(old, shape));
        for rule in &rules.rules {
            let program = match &rule.rule {
                Ok(program) => program,
                Err(why) => {
                    self.fault(invalid(path, word, format!("rule compile error: {why}")));
                    continue;
                }
            };
            if rule.uses_old && was.is_none() && !rule.optional_old {
                continue;
            }
            let optional = |was: &Option<Outcome<'v>>| match was {
                None => Ok(Val::Optional(None)),
                Some(was) => was.clone().map(Val::some),
            };
            let old = if rule.optional_old { Some(optional(&was)) } else { was.clone() };
            let given = Given { own: own.clone(), old };
            if !self.rule(rule, program, &given, Node { schema, value, before, path }) {
                return;
            }
        }
    }

    /// Runs one rule; false when no more are to be run.
    fn rule<'v>(
        &mut self,
        rule: &'v Compiled,
        program: &'v Program,
        given: &Given<'v>,
        node: Node<'_, 'v, '_>,
    ) -> bool {
        let (path, word) = (node.path, node.schema.kind.word());
        let ran = program.run(given, CALL_LIMIT);
        if !self.spend(ran.cost) {
            self.stop(
                path,
                word,
                "validation failed due to running out of cost budget, no further validation rules will be run",
            );
            return false;
        }
        match ran.outcome {
            Ok(Val::Bool(true)) => return true,
            Ok(_) => {}
            Err(fault) => {
                let shown = rule.shown();
                if fault.exhausted {
                    self.stop(path, word, format!("'{fault}': no further validation rules will be run due to call cost exceeds limit for rule: {shown}"));
                    return false;
                }
                let text = if fault.message.starts_with("no such overload") {
                    format!(
                        "'{fault}': call arguments did not match a supported operator, function or macro signature for rule: {shown}"
                    )
                } else {
                    format!("{fault} evaluating rule: {shown}")
                };
                self.fault(invalid(path, word, text));
                return true;
            }
        }
        let detail = match self.message(rule, given) {
            Ok(Some(text)) => text,
            Ok(None) if rule.message.is_empty() => format!("failed rule: {}", rule.shown()),
            Ok(None) => rule.message.trim().to_owned(),
            Err(text) => {
                self.fault(invalid(path, word, text));
                self.budget = -1;
                return false;
            }
        };
        let field = match &rule.field_path {
            None => path.to_string(),
            Some(below) => path.child(below).to_string(),
        };
        let value = match node.schema.kind {
            Kind::Object | Kind::Array => None,
            _ => Some(node.value.clone()),
        };
        let (fault, value, detail) = match rule.reason.as_deref() {
            Some("FieldValueForbidden") => (Kinds::Forbidden, None, detail),
            Some("FieldValueRequired") => (Kinds::Required, None, detail),
            Some("FieldValueDuplicate") => (Kinds::Duplicate, value, String::new()),
            _ => (Kinds::Invalid, value, detail),
        };
        let error = FieldError { fault, field, value, detail };
        // As upstream: what did not change is told, not refused.
        if !rule.uses_old && node.before.unchanged() {
            self.verdict.warnings.push(error.to_string());
        } else {
            self.fault(error);
        }
        true
    }

    fn fault(&mut self, error: FieldError) {
        self.verdict.faults.push(error);
    }

    fn stop(&mut self, path: &Path<'_>, word: &str, text: impl Into<String>) {
        self.fault(invalid(path, word, text));
        self.budget = -1;
    }

    fn spend(&mut self, cost: u64) -> bool {
        let cost = i64::try_from(cost).unwrap_or(i64::MAX);
        if cost > self.budget {
            return false;
        }
        self.budget -= cost;
        true
    }

    /// The text that the rule's own expression makes; nothing when there is none or it fails.
    fn message<'v>(&mut self, rule: &'v Compiled, given: &Given<'v>) -> Result<Option<String>, String> {
        let Some(program) = &rule.message_expression else { return Ok(None) };
        let ran = program.run(given, CALL_LIMIT);
        if !self.spend(ran.cost) {
            return Err("messageExpression evaluation failed due to running out of cost budget, no further validation rules will be run".into());
        }
        match ran.outcome {
            Ok(Val::String(text)) => Ok(usable_message(&text)),
            Err(Fault { exhausted: true, .. }) => Err(format!(
                "no further validation rules will be run due to call cost exceeds limit for messageExpression: {:?}",
                program.source()
            )),
            _ => Ok(None),
        }
    }
}

struct Node<'s, 'v, 'p> {
    schema: &'s Structural,
    value: &'v Value,
    before: Before<'v>,
    path: &'p Path<'p>,
}

/// A message of one line, not empty and not too long.
pub(crate) fn usable_message(text: &str) -> Option<String> {
    let text = text.trim();
    let good = !text.is_empty() && text.len() <= MESSAGE_MAX && !text.contains('\n');
    good.then(|| text.to_owned())
}

fn invalid(path: &Path<'_>, word: &str, text: impl Into<String>) -> FieldError {
    FieldError::invalid(path, word, text)
}

/// The element of an old list-map that has the same keys.
fn same_element<'v>(value: &Value, old: &'v Value, schema: &Structural) -> Option<&'v Value> {
    let object = value.as_object()?;
    old.as_list()?.iter().find(|other| {
        let Some(other) = other.as_object() else { return false };
        schema.map_keys.iter().all(|key| object.get_key(key) == other.get_key(key))
    })
}
