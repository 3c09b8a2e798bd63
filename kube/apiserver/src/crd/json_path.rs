//! The part of JSONPath that columns of custom resources use: fields, indexes, `[*]`, and filters by equality.
//!
//! As upstream: client-go/util/jsonpath, without functions, unions and recursive descent; a path with those finds nothing.

use kube_api::value::Value;

#[derive(Debug, PartialEq)]
enum Step {
    Field(String),
    Index(i64),
    All,
    /// `[?(@.type=="Ready")]`: path, whether equal is wanted, and the text.
    Where(Vec<String>, bool, String),
}

/// Every value that a path finds.
pub(super) fn find<'v>(object: &'v Value, path: &str) -> Vec<&'v Value> {
    let Some(steps) = parse(path) else { return Vec::new() };
    let mut found = vec![object];
    for step in &steps {
        found = found.into_iter().flat_map(|value| next(value, step)).collect();
    }
    found
}

fn next<'v>(value: &'v Value, step: &Step) -> Vec<&'v Value> {
    match step {
        Step::Field(name) => value.get(name).into_iter().collect(),
        Step::Index(at) => {
            let items = value.as_list().unwrap_or_default();
            let at = if *at < 0 { i64::try_from(items.len()).unwrap_or(0) + at } else { *at };
            usize::try_from(at).ok().and_then(|at| items.get(at)).into_iter().collect()
        }
        Step::All => match value {
            Value::List(items) => items.iter().collect(),
            Value::Object(object) => object.iter().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        },
        Step::Where(path, equal, wanted) => {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let holds = |item: &&Value| {
                let own = match item.pointer(&path) {
                    Some(Value::String(text)) => text.to_string(),
                    Some(Value::Int(number)) => number.to_string(),
                    Some(Value::Bool(flag)) => flag.to_string(),
                    _ => return false,
                };
                (own == *wanted) == *equal
            };
            value.as_list().unwrap_or_default().iter().filter(holds).collect()
        }
    }
}

fn parse(path: &str) -> Option<Vec<Step>> {
    let mut rest = path.trim();
    rest = rest.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(rest);
    rest = rest.strip_prefix('$').unwrap_or(rest);
    let mut steps = Vec::new();
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let end = closing(inner)?;
            steps.push(bracket(inner.get(..end)?)?);
            rest = inner.get(end + 1..)?;
            continue;
        }
        rest = rest.strip_prefix('.').unwrap_or(rest);
        let mut name = String::new();
        let mut letters = rest.char_indices();
        let mut end = rest.len();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '\\' => name.push(letters.next()?.1),
                '.' | '[' => {
                    end = at;
                    break;
                }
                letter => name.push(letter),
            }
        }
        rest = rest.get(end..)?;
        match name.as_str() {
            "" => return None,
            "*" => steps.push(Step::All),
            _ => steps.push(Step::Field(name)),
        }
    }
    Some(steps)
}

/// The bracket that closes, past quotes.
fn closing(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '\'' | '"') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            (None, ']') => return Some(at),
            _ => {}
        }
    }
    None
}

fn bracket(inner: &str) -> Option<Step> {
    let inner = inner.trim();
    if inner == "*" {
        return Some(Step::All);
    }
    let unquoted = |text: &str| {
        let text = text.trim();
        ['\'', '"'].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote)).map(str::to_owned)
    };
    if let Some(name) = unquoted(inner) {
        return Some(Step::Field(name));
    }
    if let Some(filter) = inner.strip_prefix("?(").and_then(|filter| filter.strip_suffix(')')) {
        let (left, equal, right) = match (filter.split_once("=="), filter.split_once("!=")) {
            (Some((left, right)), _) => (left, true, right),
            (None, Some((left, right))) => (left, false, right),
            _ => return None,
        };
        let path = left.trim().strip_prefix("@.")?.split('.').map(str::to_owned).collect();
        return Some(Step::Where(path, equal, unquoted(right).unwrap_or_else(|| right.trim().to_owned())));
    }
    inner.parse().ok().map(Step::Index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_api::value;

    #[test]
    fn paths() {
        let object = value!({
            "spec": {"a.b": 1, "list": [{"x": 1}, {"x": 2}]},
            "status": {"conditions": [{"type": "A", "status": "False"}, {"type": "Ready", "status": "True"}]}
        });
        let check = |path: &str, expected: &str| assert_eq!(format!("{:?}", find(&object, path)), expected, "{path}");
        check(".spec.list[0].x", "[1]");
        check(".spec.list[-1].x", "[2]");
        check(".spec.list[*].x", "[1, 2]");
        check(".spec.a\\.b", "[1]");
        check(".spec['a.b']", "[1]");
        check(".status.conditions[?(@.type==\"Ready\")].status", "[\"True\"]");
        check(".nothing.here", "[]");
        check("..x", "[]");
    }
}
