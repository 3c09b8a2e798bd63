//! One token from `main` down that says "stop"; each loop waits on it.

use tokio_util::sync::CancellationToken;

/// Asks for an orderly end, and lets work wait for being asked. Clones are the same token.
#[derive(Clone, Debug, Default)]
pub struct Shutdown {
    token: CancellationToken,
}

impl Shutdown {
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks this token and all its children to stop. Asking twice does nothing more.
    pub fn request(&self) {
        self.token.cancel();
    }

    pub fn is_requested(&self) -> bool {
        self.token.is_cancelled()
    }

    /// Returns once a stop was asked for. Cancel-safe: nothing is lost when dropped.
    pub async fn requested(&self) {
        self.token.cancelled().await;
    }

    /// As [`Shutdown::requested`], for futures that must not borrow the token.
    pub fn requested_owned(&self) -> impl Future<Output = ()> + Send + 'static {
        self.token.clone().cancelled_owned()
    }

    /// A token that stops with this one, and can be stopped alone.
    pub fn child(&self) -> Shutdown {
        Self { token: self.token.child_token() }
    }
}
