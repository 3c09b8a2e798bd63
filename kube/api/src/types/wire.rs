//! The messages whose JSON form is not an object: times, quantities, raw JSON. They are written by hand because Go
//! writes them by hand too; `types::meta` shows them.

use jiff::Timestamp;
use prost::Message;

/// Seconds since 1970; the zero value is Go's zero time, which nobody set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Message)]
pub struct Time {
    #[prost(int64, tag = "1")]
    pub seconds: i64,
    #[prost(int32, tag = "2")]
    pub nanos: i32,
}

/// As `Time`, kept to the microsecond.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Message)]
pub struct MicroTime {
    #[prost(int64, tag = "1")]
    pub seconds: i64,
    #[prost(int32, tag = "2")]
    pub nanos: i32,
}

impl Time {
    pub fn is_zero(&self) -> bool {
        self.seconds == 0 && self.nanos == 0
    }

    /// `None` for a time that nobody set.
    pub fn timestamp(&self) -> Option<Timestamp> {
        if self.is_zero() { None } else { Timestamp::new(self.seconds, self.nanos).ok() }
    }
}

impl MicroTime {
    pub fn is_zero(&self) -> bool {
        self.seconds == 0 && self.nanos == 0
    }

    /// `None` for a time that nobody set.
    pub fn timestamp(&self) -> Option<Timestamp> {
        if self.is_zero() { None } else { Timestamp::new(self.seconds, self.nanos).ok() }
    }
}

/// To the second, as upstream stores it.
impl From<Timestamp> for Time {
    fn from(at: Timestamp) -> Time {
        Time { seconds: at.as_second(), nanos: 0 }
    }
}

/// To the microsecond, as upstream stores it.
impl From<Timestamp> for MicroTime {
    fn from(at: Timestamp) -> MicroTime {
        let micros = at.as_microsecond();
        let nanos = i32::try_from(micros.rem_euclid(1_000_000) * 1000).expect("below a second");
        MicroTime { seconds: micros.div_euclid(1_000_000), nanos }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Message)]
pub struct Duration {
    /// Nanoseconds.
    #[prost(int64, required, tag = "1")]
    pub duration: i64,
}

/// A number with a unit, as text; `kube_api::quantity` computes with it.
#[derive(Clone, PartialEq, Eq, Hash, Message)]
pub struct Quantity {
    #[prost(string, required, tag = "1")]
    pub string: String,
}

impl From<&str> for Quantity {
    fn from(text: &str) -> Quantity {
        Quantity { string: text.to_owned() }
    }
}

/// A port, a percentage: an integer (`type` 0) or text (`type` 1).
#[derive(Clone, PartialEq, Eq, Hash, Message)]
pub struct IntOrString {
    #[prost(int64, required, tag = "1")]
    pub r#type: i64,
    #[prost(int32, required, tag = "2")]
    pub int_val: i32,
    #[prost(string, required, tag = "3")]
    pub str_val: String,
}

impl IntOrString {
    /// The text, when it is one.
    pub fn text(&self) -> Option<&str> {
        if self.r#type == 1 { Some(&self.str_val) } else { None }
    }

    /// The integer, when it is one.
    pub fn int(&self) -> Option<i32> {
        if self.r#type == 0 { Some(self.int_val) } else { None }
    }
}

impl From<i32> for IntOrString {
    fn from(int_val: i32) -> IntOrString {
        IntOrString { int_val, ..IntOrString::default() }
    }
}

impl From<&str> for IntOrString {
    fn from(text: &str) -> IntOrString {
        IntOrString { r#type: 1, str_val: text.to_owned(), ..IntOrString::default() }
    }
}

/// Any object, as JSON text (or an envelope, where the sender speaks protobuf).
#[derive(Clone, PartialEq, Eq, Hash, Message)]
pub struct RawExtension {
    #[prost(bytes = "vec", tag = "1")]
    pub raw: Vec<u8>,
}

/// A field set of `managedFields`, as JSON text.
#[derive(Clone, PartialEq, Eq, Hash, Message)]
pub struct FieldsV1 {
    #[prost(bytes = "vec", tag = "1")]
    pub raw: Vec<u8>,
}

/// A list that may be absent (`Verbs`, `ExtraValue`).
#[derive(Clone, PartialEq, Eq, Hash, Message)]
pub struct Items {
    #[prost(string, repeated, tag = "1")]
    pub items: Vec<String>,
}

use crate::types::apiextensions::JSONSchemaProps;

#[derive(Clone, PartialEq, Message)]
pub struct JSONSchemaPropsOrBool {
    #[prost(bool, required, tag = "1")]
    pub allows: bool,
    #[prost(message, optional, boxed, tag = "2")]
    pub schema: Option<Box<JSONSchemaProps>>,
}

#[derive(Clone, PartialEq, Message)]
pub struct JSONSchemaPropsOrArray {
    #[prost(message, optional, boxed, tag = "1")]
    pub schema: Option<Box<JSONSchemaProps>>,
    #[prost(message, repeated, tag = "2")]
    pub json_schemas: Vec<JSONSchemaProps>,
}

#[derive(Clone, PartialEq, Message)]
pub struct JSONSchemaPropsOrStringArray {
    #[prost(message, optional, boxed, tag = "1")]
    pub schema: Option<Box<JSONSchemaProps>>,
    #[prost(string, repeated, tag = "2")]
    pub property: Vec<String>,
}
