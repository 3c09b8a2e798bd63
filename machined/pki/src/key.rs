//! One private key, never printed, and fingerprints of what is public.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use machined_base::Secret;
use rcgen::{KeyPair, PKCS_ECDSA_P256_SHA256};

use crate::PkiError;

/// A private key as PKCS #8 PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pem: Secret<String>,
}

/// SHA-256 of a certificate's DER, shown as hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Key {
    /// A new ECDSA P-256 key.
    pub fn generate() -> Result<Self, PkiError> {
        let pair = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).map_err(PkiError::Generate)?;
        Ok(Self { pem: Secret::new(pair.serialize_pem()) })
    }

    pub fn from_pem(pem: &str) -> Result<Self, PkiError> {
        KeyPair::from_pem(pem).map_err(PkiError::Key)?;
        Ok(Self { pem: Secret::new(pem.to_owned()) })
    }

    pub fn pem(&self) -> &str {
        self.pem.expose()
    }

    /// The public half as PEM (SubjectPublicKeyInfo), which is how Kubernetes reads service-account keys.
    pub fn public_pem(&self) -> Result<String, PkiError> {
        Ok(self.pair()?.public_key_pem())
    }

    pub(crate) fn pair(&self) -> Result<KeyPair, PkiError> {
        KeyPair::from_pem(self.pem.expose()).map_err(PkiError::Key)
    }
}

impl Fingerprint {
    pub fn of_der(der: &[u8]) -> Self {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(digest(&SHA256, der).as_ref());
        Self(bytes)
    }

    /// From 64 hexadecimal digits; colons between them are passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text.bytes().filter(|byte| *byte != b':').collect();
        let mut bytes = [0; 32];
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_prints_nothing_of_itself() {
        let key = Key::generate().unwrap();
        assert!(key.pem().contains("BEGIN PRIVATE KEY"));
        assert!(!format!("{key:?}").contains("BEGIN"));
        assert!(key.public_pem().unwrap().contains("BEGIN PUBLIC KEY"));
        assert_eq!(Key::from_pem(key.pem()).unwrap(), key);
    }

    #[test]
    fn fingerprints_are_read_with_and_without_colons() {
        let print = Fingerprint::of_der(b"x");
        let text = print.to_string();
        assert_eq!(Fingerprint::parse(&text), Some(print));
        let colons: Vec<&str> = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap()).collect();
        assert_eq!(Fingerprint::parse(&colons.join(":").to_uppercase()), Some(print));
        assert_eq!(Fingerprint::parse("abcd"), None);
    }
}
