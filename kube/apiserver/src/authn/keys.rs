//! Keys of service-account tokens: PEM files in, signatures out, and the key set that `/openid/v1/jwks` publishes.
//!
//! ES256 and RS256, as upstream's issuer knows them; a key's id is the hash of its public half (as upstream:
//! pkg/serviceaccount/jwt.go, keyIDFromPublicKey), so tokens of an upstream cluster stay good with its keys.

use std::path::{Path, PathBuf};

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{
    self, ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RsaKeyPair,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use x509_parser::prelude::FromDer;
use x509_parser::x509::SubjectPublicKeyInfo;

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("read {path}")]
    Read {
        path: PathBuf,
        #[source]
        err: std::io::Error,
    },
    #[error("{path} holds no key of a kind that service-account tokens use (ECDSA P-256 or RSA)")]
    Content { path: PathBuf },
    #[error("sign a token")]
    Sign,
}

/// The key that signs.
pub(crate) struct SigningKey {
    pair: Pair,
    pub public: PublicKey,
}

enum Pair {
    Ecdsa(EcdsaKeyPair),
    Rsa(RsaKeyPair),
}

/// One key that verifies.
#[derive(Clone, Debug)]
pub(crate) struct PublicKey {
    pub id: String,
    pub algorithm: Algorithm,
    /// The point, or the PKCS#1 structure.
    body: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Es256,
    Rs256,
}

/// Every key that verifies.
#[derive(Clone, Debug, Default)]
pub(crate) struct VerifyingKeys(pub Vec<PublicKey>);

impl Algorithm {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Rs256 => "RS256",
        }
    }
}

impl PublicKey {
    /// From the DER form of a subject's public key info.
    fn from_spki(der: &[u8]) -> Option<Self> {
        let (_, info) = SubjectPublicKeyInfo::from_der(der).ok()?;
        let body = info.subject_public_key.data.to_vec();
        let algorithm = match info.algorithm.algorithm.to_id_string().as_str() {
            "1.2.840.10045.2.1" if body.len() == 65 => Algorithm::Es256,
            "1.2.840.113549.1.1.1" => Algorithm::Rs256,
            _ => return None,
        };
        let id = URL_SAFE_NO_PAD.encode(digest(&SHA256, der).as_ref());
        Some(Self { id, algorithm, body })
    }

    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        let algorithm: &dyn signature::VerificationAlgorithm = match self.algorithm {
            Algorithm::Es256 => &ECDSA_P256_SHA256_FIXED,
            Algorithm::Rs256 => &signature::RSA_PKCS1_2048_8192_SHA256,
        };
        signature::UnparsedPublicKey::new(algorithm, &self.body).verify(message, signature).is_ok()
    }

    /// Members of a JSON web key, in upstream's order.
    pub(crate) fn jwk(&self) -> Vec<(&'static str, String)> {
        let mut members = vec![("use", "sig".to_owned())];
        match self.algorithm {
            Algorithm::Es256 => {
                let (x, y) = self.body.get(1..).unwrap_or_default().split_at(self.body.len().saturating_sub(1) / 2);
                members.extend([("kty", "EC".into()), ("kid", self.id.clone()), ("crv", "P-256".into())]);
                members.extend([
                    ("alg", "ES256".into()),
                    ("x", URL_SAFE_NO_PAD.encode(x)),
                    ("y", URL_SAFE_NO_PAD.encode(y)),
                ]);
            }
            Algorithm::Rs256 => {
                members.extend([("kty", "RSA".into()), ("kid", self.id.clone()), ("alg", "RS256".into())]);
                if let Some((n, e)) = rsa_numbers(&self.body) {
                    members.extend([("n", URL_SAFE_NO_PAD.encode(n)), ("e", URL_SAFE_NO_PAD.encode(e))]);
                }
            }
        }
        members
    }
}

impl SigningKey {
    pub(crate) fn load(path: &Path) -> Result<Self, KeyError> {
        let text = read(path)?;
        let unusable = || KeyError::Content { path: path.to_owned() };
        let blocks = pem::parse_many(&text).map_err(|_| unusable())?;
        blocks.iter().find_map(|block| Self::from_der(block.tag(), block.contents())).ok_or_else(unusable)
    }

    fn from_der(tag: &str, der: &[u8]) -> Option<Self> {
        let ecdsa = || {
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der)
                .or_else(|_| EcdsaKeyPair::from_private_key_der(&ECDSA_P256_SHA256_FIXED_SIGNING, der))
                .ok()
                .map(Pair::Ecdsa)
        };
        let pair = match tag {
            "EC PRIVATE KEY" => ecdsa()?,
            "RSA PRIVATE KEY" => Pair::Rsa(RsaKeyPair::from_der(der).ok()?),
            "PRIVATE KEY" => match ecdsa() {
                Some(pair) => pair,
                None => Pair::Rsa(RsaKeyPair::from_pkcs8(der).ok()?),
            },
            _ => return None,
        };
        let public = match &pair {
            Pair::Ecdsa(pair) => AsDer::<PublicKeyX509Der<'_>>::as_der(pair.public_key()).ok()?,
            Pair::Rsa(pair) => AsDer::<PublicKeyX509Der<'_>>::as_der(pair.public_key()).ok()?,
        };
        Some(Self { public: PublicKey::from_spki(public.as_ref())?, pair })
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let random = SystemRandom::new();
        match &self.pair {
            Pair::Ecdsa(pair) => {
                pair.sign(&random, message).map(|out| out.as_ref().to_vec()).map_err(|_| KeyError::Sign)
            }
            Pair::Rsa(pair) => {
                let mut out = vec![0; pair.public_modulus_len()];
                pair.sign(&signature::RSA_PKCS1_SHA256, &random, message, &mut out).map_err(|_| KeyError::Sign)?;
                Ok(out)
            }
        }
    }
}

impl VerifyingKeys {
    /// Reads public keys, and the public halves of private ones.
    pub(crate) fn load(paths: &[PathBuf]) -> Result<Self, KeyError> {
        let mut keys: Vec<PublicKey> = Vec::new();
        for path in paths {
            let unusable = || KeyError::Content { path: path.clone() };
            let blocks = pem::parse_many(read(path)?).map_err(|_| unusable())?;
            let found: Vec<PublicKey> = blocks
                .iter()
                .filter_map(|block| match block.tag() {
                    "PUBLIC KEY" => PublicKey::from_spki(block.contents()),
                    "RSA PUBLIC KEY" => rsa_public(block.contents()),
                    tag => SigningKey::from_der(tag, block.contents()).map(|key| key.public),
                })
                .collect();
            if found.is_empty() {
                return Err(unusable());
            }
            for key in found {
                if keys.iter().all(|known| known.id != key.id) {
                    keys.push(key);
                }
            }
        }
        Ok(Self(keys))
    }
}

fn read(path: &Path) -> Result<Vec<u8>, KeyError> {
    std::fs::read(path).map_err(|err| KeyError::Read { path: path.to_owned(), err })
}

/// A bare PKCS#1 public key, wrapped so that its id is that of the wrapped form.
fn rsa_public(der: &[u8]) -> Option<PublicKey> {
    let key = rsa::PublicKeyComponents { n: rsa_numbers(der)?.0, e: rsa_numbers(der)?.1 };
    let parsed: rsa::PublicEncryptingKey = key.try_into().ok()?;
    let spki = AsDer::<PublicKeyX509Der<'_>>::as_der(&parsed).ok()?;
    PublicKey::from_spki(spki.as_ref())
}

/// Modulus and exponent of a PKCS#1 public key, without leading zeros.
fn rsa_numbers(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (_, body) = element(der, 0x30)?;
    let (rest, n) = element(body, 0x02)?;
    let (_, e) = element(rest, 0x02)?;
    let trim = |number: &'_ [u8]| number.iter().position(|byte| *byte != 0).unwrap_or(0);
    Some((n.get(trim(n)..)?, e.get(trim(e)..)?))
}

/// One DER element of this tag: what follows it, and its content.
fn element(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&found, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    if found != tag {
        return None;
    }
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
        (digits.iter().try_fold(0usize, |sum, byte| sum.checked_mul(256)?.checked_add(usize::from(*byte)))?, rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((rest, content))
}
