//! The join ticket: a secret that lets a new node ask for its first certificates.
//!
//! A ticket is `ID.SECRET`: the id may be logged, the secret may not. It is checked in constant time.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::rand;
use machined_base::Secret;

use crate::PkiError;

const ID_DIGITS: usize = 8;
const SECRET_DIGITS: usize = 32;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    id: String,
    secret: Secret<String>,
}

impl Ticket {
    pub fn generate() -> Result<Self, PkiError> {
        Ok(Self { id: random_hex::<{ ID_DIGITS / 2 }>()?, secret: Secret::new(random_hex::<{ SECRET_DIGITS / 2 }>()?) })
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// The whole ticket, for files and for the wire.
    pub fn text(&self) -> Secret<String> {
        Secret::new(format!("{}.{}", self.id, self.secret.expose()))
    }

    /// Whether the other is the same ticket.
    pub fn admits(&self, other: &Ticket) -> bool {
        let ours = self.secret.expose().as_bytes();
        self.id == other.id && verify_slices_are_equal(ours, other.secret.expose().as_bytes()).is_ok()
    }
}

impl FromStr for Ticket {
    type Err = PkiError;

    fn from_str(text: &str) -> Result<Self, PkiError> {
        let hex = |part: &str, digits| {
            part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        };
        match text.split_once('.') {
            Some((id, secret)) if hex(id, ID_DIGITS) && hex(secret, SECRET_DIGITS) => {
                Ok(Self { id: id.to_owned(), secret: Secret::new(secret.to_owned()) })
            }
            // Only what stands before the dot is shown: the rest may be most of a secret.
            _ => Err(PkiError::Ticket { text: text.split('.').next().unwrap_or_default().chars().take(16).collect() }),
        }
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.[redacted]", self.id)
    }
}

fn random_hex<const BYTES: usize>() -> Result<String, PkiError> {
    let mut bytes = [0; BYTES];
    rand::fill(&mut bytes).map_err(|_| PkiError::Generate(rcgen::Error::RemoteKeyError))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_admits_itself_alone_and_hides_its_secret() {
        let ticket = Ticket::generate().unwrap();
        let read: Ticket = ticket.text().expose().parse().unwrap();
        assert!(ticket.admits(&read));
        assert!(!ticket.admits(&Ticket::generate().unwrap()));
        let secret = ticket.text().expose()[9..].to_owned();
        assert!(!format!("{ticket} {ticket:?}").contains(&secret));
        assert!("abc".parse::<Ticket>().is_err() && "0123456z.0".parse::<Ticket>().is_err());
    }
}
