//! What would change between two configurations, for people: secrets are hidden on both sides.

use similar::TextDiff;

/// A unified difference; empty when nothing changes.
pub(crate) fn difference(before: &str, next: &str) -> String {
    let (hidden_before, hidden_next) = (hide(before), hide(next));
    let difference = TextDiff::from_lines(&hidden_before, &hidden_next);
    let text = difference.unified_diff().context_radius(3).header("in force", "applied").to_string();
    if text.is_empty() && before != next {
        return "only secrets change\n".to_owned();
    }
    text
}

/// Keys, and what stands in blocks below them, become one word.
fn hide(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut block: Option<usize> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if let Some(above) = block {
            if line.trim().is_empty() || indent > above {
                continue;
            }
            block = None;
        }
        let key = line.trim_start().trim_start_matches("- ").split(':').next().unwrap_or_default();
        if matches!(key.trim_matches(['"', '\'']), "key" | "joinTicket") {
            out.push_str(&format!("{:indent$}{key}: [redacted]\n", ""));
            block = Some(indent);
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_hidden_and_changes_shown() {
        let text = |name: &str, key: &str| {
            format!("hostname: {name}\nmachine:\n  key: |\n    {key}\n    more\n  certificate: x\njoinTicket: {key}\n")
        };
        let shown = difference(&text("n1", "hush"), &text("n2", "hush"));
        assert!(shown.contains("-hostname: n1\n+hostname: n2\n"), "{shown}");
        assert!(!shown.contains("hush"));
        assert!(shown.contains("certificate: x"));
        assert_eq!(difference(&text("n1", "a"), &text("n1", "b")), "only secrets change\n");
        assert_eq!(difference("a\n", "a\n"), "");
    }

    #[test]
    fn a_quoted_or_inline_secret_is_hidden_too() {
        assert_eq!(hide("\"key\": secret\n"), "\"key\": [redacted]\n");
        assert_eq!(hide("key: -----BEGIN\n  x\nnext: 1\n"), "key: [redacted]\nnext: 1\n");
    }
}
