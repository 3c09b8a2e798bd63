//! `$(NAME)` in commands, arguments, environment values and sub-paths. Pure.
//!
//! As upstream: third_party/forked/golang/expansion: `$$` is a dollar, an unknown name stays as it was written.

pub(crate) fn expand(text: &str, lookup: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        let (before, dollar) = rest.split_at(at);
        out.push_str(before);
        let after = dollar.get(1..).unwrap_or_default();
        if let Some(after) = after.strip_prefix('$') {
            out.push('$');
            rest = after;
        } else if let Some((name, after)) = after.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
            match lookup(name) {
                Some(value) => out.push_str(&value),
                None => {
                    out.push_str("$(");
                    out.push_str(name);
                    out.push(')');
                }
            }
            rest = after;
        } else {
            out.push('$');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn names_are_replaced_and_everything_else_stays() {
        let check = |text, expected| {
            let lookup = |name: &str| (name == "A").then(|| "x".to_owned());
            assert_eq!(expand(text, lookup), expected, "{text}");
        };
        check("$(A)/$(B)", "x/$(B)");
        check("$$(A) $$", "$(A) $");
        check("$(A", "$(A");
        check("cost $5 $(A)$(A)", "cost $5 xx");
        check("$", "$");
    }
}
