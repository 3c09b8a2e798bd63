//! Rules about prose: links and paths lead somewhere, a sentence has its line, and promises name their tests.

use crate::tree::{complain, files, root, sources};

/// Top-level names; a path in prose that starts with one must exist.
const TOP: [&str; 9] = ["machined", "apid", "kube", "image", "rootfs", "qemu", "tests", "docs", ".ci"];

fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

fn looks_like_path(word: &str) -> bool {
    let mut parts = word.split('/');
    let first = parts.next().unwrap_or_default();
    TOP.contains(&first)
        && parts.next().is_some_and(|p| !p.is_empty())
        && !word.contains([' ', '*', '<', '{', '$', ':'])
        && !word.chars().any(|c| c.is_ascii_uppercase() && !word.ends_with(".md"))
}

#[test]
fn paths_in_docs_exist() {
    let mut complaints = Vec::new();
    for file in files(&[".md"]) {
        for (number, line) in file.text.lines().enumerate() {
            for word in quoted(line).filter(|w| looks_like_path(w)) {
                if !root().join(word.trim_end_matches('/')).exists() {
                    complaints.push(format!("{}:{}: {word} does not exist", file.path, number + 1));
                }
            }
        }
    }
    complain("paths named in docs exist", complaints);
}

#[test]
fn links_in_docs_lead_somewhere() {
    let mut complaints = Vec::new();
    for file in files(&[".md"]) {
        let folder = root().join(&file.path).parent().expect("a file has a folder").to_owned();
        for (number, line) in file.text.lines().enumerate() {
            for rest in line.split("](").skip(1) {
                let target = rest.split(')').next().unwrap_or_default().split('#').next().unwrap_or_default();
                let outside = target.is_empty() || target.contains("://");
                if !outside && !folder.join(target).exists() {
                    complaints.push(format!("{}:{}: {target}", file.path, number + 1));
                }
            }
        }
    }
    complain("links between pages lead somewhere", complaints);
}

#[test]
fn one_sentence_stands_on_one_line() {
    let mut complaints = Vec::new();
    for file in files(&[".md"]) {
        let mut fenced = false;
        for (number, line) in file.text.lines().enumerate() {
            fenced ^= line.trim_start().starts_with("```");
            if fenced || line.starts_with('|') || line.starts_with('#') {
                continue;
            }
            let plain: String =
                line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').split('`').step_by(2).collect();
            let two = plain.split(". ").skip(1).any(|next| next.chars().next().is_some_and(|c| c.is_uppercase()));
            if two {
                complaints.push(format!("{}:{}: {line}", file.path, number + 1));
            }
        }
    }
    complain("Markdown has one sentence a line", complaints);
}

#[test]
fn each_walk_is_a_page() {
    let walks = ["deployment_to_pod", "apply_config_to_join"];
    let missing = walks.iter().filter(|w| !root().join(format!("docs/walks/{w}.md")).exists());
    complain("a walk is a page in docs/walks", missing.map(ToString::to_string).collect());
}

#[test]
fn every_promise_names_a_test_that_exists() {
    // A row of the specification's promises ends in `folder::test_name`; the function must stand in that folder.
    let page = files(&["SPECIFICATION.md"]);
    let sources = sources();
    let mut complaints = Vec::new();
    let mut rows = 0;
    for file in page {
        for (number, line) in file.text.lines().enumerate() {
            for word in quoted(line).filter(|w| w.contains("::") && w.contains('/') && !w.contains(' ')) {
                rows += 1;
                let Some((folder, test)) = word.split_once("::") else { continue };
                let name = test.rsplit("::").next().unwrap_or_default();
                let stands =
                    sources.iter().any(|f| f.path.starts_with(folder) && f.text.contains(&format!("fn {name}(")));
                if !stands {
                    complaints.push(format!("{}:{}: {word}: no such test", file.path, number + 1));
                }
            }
        }
    }
    assert!(rows > 0, "docs/SPECIFICATION.md names no test");
    complain("each promise names the test that proves it", complaints);
}
