//! Groups that another server serves, by APIService objects.
//!
//! Not done yet: a request for such a group is answered as one for a group that does not exist, and an APIService that
//! names a service is refused when it is created (`admission::unsupported`), so that none is accepted and ignored.

use http::Response;

use crate::http::body::Body;
use crate::http::call::Call;
use crate::status::Result;

pub(crate) async fn aggregated(_: &Call) -> Result<Option<Response<Body>>> {
    Ok(None)
}
