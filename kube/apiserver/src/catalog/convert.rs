//! Carries objects between a served version and the stored one.

use kube_api::value::Value;

use super::{Conversion, Served};
use crate::status::Result;

impl Served {
    /// Fills what the client left out, and brings the object into the stored version.
    pub(crate) async fn take_in(&self, object: &mut Value) -> Result<()> {
        let Some(store) = &self.store else { return Ok(()) };
        match &self.conversion {
            Conversion::Same => {}
            Conversion::Renamed => drop(object.set("apiVersion", store.api_version.as_str())),
            Conversion::BuiltIn(version) => {
                (version.default)(object);
                (version.to_storage)(object);
                object.set("apiVersion", store.api_version.as_str());
            }
            Conversion::Custom(custom) => {
                custom.default(object);
                custom.convert(std::slice::from_mut(object), &store.api_version).await?;
            }
        }
        self.default(object);
        Ok(())
    }

    /// Defaults of the stored version, which hold for every version.
    pub(crate) fn default(&self, object: &mut Value) {
        if let Some(store) = &self.store {
            match &store.custom {
                Some(custom) => custom.default(object),
                None => (store.hooks.default)(object),
            }
        }
    }

    /// Brings stored objects into this version.
    pub(crate) async fn give_out(&self, objects: &mut [Value]) -> Result<()> {
        let api_version = self.api_version();
        match &self.conversion {
            Conversion::Same => {}
            Conversion::Renamed => {
                for object in objects {
                    object.set("apiVersion", api_version.as_str());
                }
            }
            Conversion::BuiltIn(version) => {
                for object in objects {
                    (version.from_storage)(object);
                    object.set("apiVersion", api_version.as_str());
                }
            }
            Conversion::Custom(custom) => custom.convert(objects, &api_version).await?,
        }
        Ok(())
    }
}
