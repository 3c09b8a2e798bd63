//! Proof that somebody holds the private half of a key that we remember: how a node that has no valid certificate any
//! more asks for new ones.
//!
//! The signed text names its purpose, so that a signature made for anything else never counts here.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::SigningKey;

use crate::{Key, PkiError};

const PURPOSE: &[u8] = b"ironstone node proof v1\0";

/// A public key as it is remembered: the point, base64.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublicKey(Vec<u8>);

/// A signature over a purpose and a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof(pub Vec<u8>);

impl PublicKey {
    pub fn of(key: &Key) -> Result<Self, PkiError> {
        Ok(Self(key.pair()?.public_key_raw().to_vec()))
    }

    pub fn from_bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn text(&self) -> String {
        STANDARD.encode(&self.0)
    }

    pub fn parse(text: &str) -> Option<Self> {
        STANDARD.decode(text).ok().map(Self)
    }

    pub fn verifies(&self, message: &[u8], proof: &Proof) -> bool {
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &self.0).verify(&framed(message), &proof.0).is_ok()
    }
}

impl Proof {
    pub fn make(key: &Key, message: &[u8]) -> Result<Self, PkiError> {
        Ok(Self(key.pair()?.sign(&framed(message)).map_err(PkiError::Key)?))
    }
}

fn framed(message: &[u8]) -> Vec<u8> {
    [PURPOSE, message].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_holder_of_the_key_proves_the_message() {
        let (key, other) = (Key::generate().unwrap(), Key::generate().unwrap());
        let public = PublicKey::parse(&PublicKey::of(&key).unwrap().text()).unwrap();
        let proof = Proof::make(&key, b"n1 now").unwrap();
        assert!(public.verifies(b"n1 now", &proof));
        assert!(!public.verifies(b"n2 now", &proof));
        assert!(!PublicKey::of(&other).unwrap().verifies(b"n1 now", &proof));
    }
}
