//! The container runtime behind one trait: what the kubelet may ask of it, over CRI v1 and containerd's own API.
//!
//! Decides nothing about pods. The messages of CRI are the vocabulary on both sides ([`api`]); what containerd alone can do
//! (importing an archive, mounting an image) is behind the same trait, and a runtime without it says so.

mod error;
mod service;

mod containerd;
#[cfg(any(test, feature = "testing"))]
mod fake;
mod import;

pub use containerd::Containerd;
pub use error::{CriError, Kind};
#[cfg(any(test, feature = "testing"))]
pub use fake::{Behaviour, FakeCri};
pub use import::{Archive, ImportError, Imported};
pub use service::{Cri, Events, ExecOutput, ImageMount, PullAuth};

/// CRI v1, generated from `proto/runtime/v1/api.proto` by `make generate`.
#[allow(unreachable_pub, clippy::all, clippy::pedantic, missing_docs)]
pub mod api {
    include!("../generated/runtime.v1.rs");
}

/// The parts of containerd's own API that CRI lacks, generated from `proto/containerd`.
#[allow(unreachable_pub, clippy::all, clippy::pedantic, missing_docs, dead_code)]
mod native {
    pub mod types {
        include!("../generated/containerd.types.rs");
    }
    pub mod services {
        pub mod content {
            pub mod v1 {
                include!("../generated/containerd.services.content.v1.rs");
            }
        }
        pub mod images {
            pub mod v1 {
                include!("../generated/containerd.services.images.v1.rs");
            }
        }
        pub mod leases {
            pub mod v1 {
                include!("../generated/containerd.services.leases.v1.rs");
            }
        }
        pub mod snapshots {
            pub mod v1 {
                include!("../generated/containerd.services.snapshots.v1.rs");
            }
        }
    }
}
