//! What a client is told when its configuration cannot be applied.

use super::managers::ManagerId;
use super::set::{Path, show};

/// One field that another manager owns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    pub message: String,
    pub field: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// 409, with a cause of type FieldManagerConflict for each field.
    #[error("{message}")]
    Conflict { message: String, causes: Vec<Cause> },
    /// 400.
    #[error("{0}")]
    BadRequest(String),
    /// Upstream answers 500 with this text.
    #[error("{0}")]
    Untyped(String),
}

/// Fields that managers own which a configuration would change.
pub(super) type Conflicts = Vec<(ManagerId, Path)>;

/// As upstream's conflict.go says it.
pub(super) fn error(conflicts: &Conflicts) -> ApplyError {
    let causes = conflicts
        .iter()
        .map(|(id, path)| Cause { message: format!("conflict with {}", name(id)), field: show(path) })
        .collect();
    let message = match conflicts.as_slice() {
        [(id, path)] => format!("Apply failed with 1 conflict: conflict with {}: {}", name(id), show(path)),
        many => {
            let mut lines: Vec<String> = Vec::with_capacity(many.len() + 1);
            let mut last: Option<&ManagerId> = None;
            for (id, path) in many {
                if last != Some(id) {
                    lines.push(format!("conflicts with {}:", name(id)));
                    last = Some(id);
                }
                lines.push(format!("- {}", show(path)));
            }
            format!("Apply failed with {} conflicts: {}", many.len(), lines.join("\n"))
        }
    };
    ApplyError::Conflict { message, causes }
}

fn name(id: &ManagerId) -> String {
    let mut text = format!("{:?}", id.name.as_str());
    if !id.subresource.is_empty() {
        text.push_str(&format!(" with subresource {:?}", id.subresource.as_str()));
    }
    if !id.applied {
        text.push_str(&format!(" using {}", id.api_version));
    }
    text
}
