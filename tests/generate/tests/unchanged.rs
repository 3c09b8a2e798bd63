//! Generating again from the committed facts changes nothing.

use std::path::Path;

#[test]
fn generating_again_changes_nothing() {
    let root = Path::new("../..");
    for output in tests_generate::outputs(&root).expect("the facts are readable") {
        let committed = std::fs::read_to_string(root.join(&output.path)).unwrap_or_default();
        assert!(committed == output.text, "{} differs from what its facts say: run `make generate`", output.path);
    }
}
