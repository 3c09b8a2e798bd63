//! Volumes of a pod: exactly one source each, and what each source asks for.
//!
//! As upstream: ValidateVolumes, validateVolumeSource of pkg/apis/core/validation. Sources whose drivers have left the
//! tree (and which a cluster without those drivers cannot mount) are checked for their required fields.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use super::container::{PULL_POLICIES, resource_field};
use crate::check::{Faults, each, int, label_selector, quantity, some, text};
use crate::core::claim;
use crate::formats;

const MODE: &str = "must be a number between 0 and 0777 (octal), both inclusive";
const FIELD_PATHS: &[&str] =
    &["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];

/// What a source asks for.
enum Needs {
    Check(fn(&Value, &Path<'_>, &mut ErrorList)),
    /// These texts must be there.
    Texts(&'static [&'static str]),
}

/// Every source in upstream's order; the second name is the path in its faults, where that differs.
const SOURCES: &[(&str, &str, Needs)] = &[
    ("emptyDir", "", Needs::Check(empty_dir)),
    ("hostPath", "", Needs::Check(host_path)),
    ("gitRepo", "", Needs::Check(git_repo)),
    ("gcePersistentDisk", "persistentDisk", Needs::Texts(&["pdName"])),
    ("awsElasticBlockStore", "", Needs::Texts(&["volumeID"])),
    ("secret", "", Needs::Check(secret)),
    ("nfs", "", Needs::Check(nfs)),
    ("iscsi", "", Needs::Check(iscsi)),
    ("glusterfs", "", Needs::Texts(&["endpoints", "path"])),
    ("flocker", "", Needs::Check(flocker)),
    ("persistentVolumeClaim", "", Needs::Texts(&["claimName"])),
    ("rbd", "", Needs::Check(rbd)),
    ("cinder", "", Needs::Texts(&["volumeID"])),
    ("cephfs", "", Needs::Check(cephfs)),
    ("quobyte", "", Needs::Texts(&["registry", "volume"])),
    ("downwardAPI", "", Needs::Check(downward)),
    ("fc", "", Needs::Check(fibre_channel)),
    ("flexVolume", "", Needs::Texts(&["driver"])),
    ("configMap", "", Needs::Check(config_map)),
    ("azureFile", "", Needs::Texts(&["secretName", "shareName"])),
    ("vsphereVolume", "", Needs::Texts(&["volumePath"])),
    ("photonPersistentDisk", "", Needs::Texts(&["pdID"])),
    ("portworxVolume", "", Needs::Texts(&["volumeID"])),
    ("azureDisk", "", Needs::Texts(&["diskName", "diskURI"])),
    ("storageos", "", Needs::Texts(&["volumeName"])),
    ("projected", "", Needs::Check(projected)),
    ("scaleIO", "", Needs::Texts(&["gateway", "system", "volumeName"])),
    ("csi", "", Needs::Check(csi)),
    ("ephemeral", "", Needs::Check(ephemeral)),
    ("image", "", Needs::Check(image)),
];

/// Checks all volumes; gives those that containers may mount.
pub(super) fn volumes<'v>(
    spec: &'v Value,
    pod_name: Option<&str>,
    at: &Path<'_>,
    errors: &mut ErrorList,
) -> Vec<(&'v str, &'v Value)> {
    let list = at.child("volumes");
    let volumes = spec.items(&["volumes"]);
    let created: Vec<String> = volumes
        .iter()
        .filter(|volume| some(volume, "ephemeral").is_some())
        .filter_map(|volume| Some(format!("{}-{}", pod_name?, text(volume, "name"))))
        .collect();
    let mut good: Vec<(&str, &Value)> = Vec::with_capacity(volumes.len());
    for (index, volume) in volumes.iter().enumerate() {
        let at = list.index(index);
        let name = text(volume, "name");
        let mut faults = ErrorList::new();
        source(volume, pod_name, &at, &mut faults);
        faults.named(volume, "name", &at, formats::dns_label);
        if good.iter().any(|(other, _)| *other == name) {
            faults.duplicate(&at.child("name"), name);
        }
        if faults.is_empty() {
            good.push((name, volume));
        }
        errors.append(&mut faults);
        if let Some(claim) = some(volume, "persistentVolumeClaim").map(|claim| text(claim, "claimName"))
            && created.iter().any(|other| other == claim)
        {
            let at = at.child("persistentVolumeClaim");
            errors.invalid(
                &at.child("claimName"),
                claim,
                "must not reference a PVC that gets created for an ephemeral volume",
            );
        }
    }
    good
}

fn source(volume: &Value, pod_name: Option<&str>, at: &Path<'_>, errors: &mut ErrorList) {
    let mut found = false;
    for (name, shown, needs) in SOURCES {
        let Some(source) = some(volume, name) else { continue };
        if found {
            errors.forbidden(&at.child(name), "may not specify more than 1 volume type");
            continue;
        }
        found = true;
        let at_source = at.child(if shown.is_empty() { name } else { shown });
        match needs {
            Needs::Check(check) => check(source, &at_source, errors),
            Needs::Texts(names) => names.iter().for_each(|name| errors.present(source, name, &at_source)),
        }
        let own = text(volume, "name");
        if let Some(pod_name) = pod_name.filter(|_| *name == "ephemeral" && !own.is_empty()) {
            let claim = format!("{pod_name}-{own}");
            for fault in formats::dns_subdomain(&claim) {
                errors.invalid(&at.child("name"), own, format!("PVC name {claim:?}: {fault}"));
            }
        }
    }
    if !found {
        errors.required(at, "must specify a volume type");
    }
}

fn empty_dir(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    if some(source, "sizeLimit").is_some_and(|limit| quantity(limit).is_negative()) {
        errors.forbidden(&at.child("sizeLimit"), "SizeLimit field must be a valid resource quantity");
    }
}

fn host_path(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(source, "path", at);
    no_backsteps(text(source, "path"), &at.child("path"), errors);
    errors.one_of(
        source,
        "type",
        at,
        &["", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"],
    );
}

fn git_repo(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(source, "repository", at);
    descending_path(text(source, "directory"), &at.child("directory"), errors);
}

fn nfs(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(source, "server", at);
    errors.present(source, "path", at);
    let path = text(source, "path");
    if !path.starts_with('/') {
        errors.invalid(&at.child("path"), path, "must be an absolute path");
    }
}

fn iscsi(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(source, "targetPortal", at);
    let name = text(source, "iqn");
    if name.is_empty() {
        errors.required(&at.child("iqn"), "");
    } else if !["iqn", "eui", "naa"].iter().any(|prefix| name.starts_with(prefix)) {
        errors.invalid(&at.child("iqn"), name, "must be valid format");
    }
    errors.between(source, "lun", at, 0, 255);
    if (source.flag(&["chapAuthDiscovery"]) || source.flag(&["chapAuthSession"])) && some(source, "secretRef").is_none()
    {
        errors.required(&at.child("secretRef"), "");
    }
}

fn flocker(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    match (text(source, "datasetName"), text(source, "datasetUUID")) {
        ("", "") => errors.required(at, "one of datasetName and datasetUUID is required"),
        (name, uuid) => {
            if !name.is_empty() && !uuid.is_empty() {
                errors.invalid(at, "resource", "datasetName and datasetUUID can not be specified simultaneously");
            }
            if name.contains('/') {
                errors.invalid(&at.child("datasetName"), name, "must not contain '/'");
            }
        }
    }
}

fn rbd(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    cephfs(source, at, errors);
    errors.present(source, "image", at);
}

fn cephfs(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    if source.items(&["monitors"]).is_empty() {
        errors.required(&at.child("monitors"), "");
    }
}

fn fibre_channel(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let (names, ids) = (source.items(&["targetWWNs"]), source.items(&["wwids"]));
    if names.is_empty() && ids.is_empty() {
        errors.required(&at.child("targetWWNs"), "must specify either targetWWNs or wwids, but not both");
    }
    if !names.is_empty() && !ids.is_empty() {
        errors.invalid(
            &at.child("targetWWNs"),
            Value::from(names.to_vec()),
            "targetWWNs and wwids can not be specified simultaneously",
        );
    }
    if !names.is_empty() {
        match source.get("lun").and_then(Value::as_int) {
            None => errors.required(&at.child("lun"), "lun is required if targetWWNs is specified"),
            Some(_) => errors.between(source, "lun", at, 0, 255),
        }
    }
}

fn secret(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(source, "secretName", at);
    mode(source, "defaultMode", at, errors);
    each(source, "items", at, |_, item, at| key_to_path(item, at, errors));
}

fn config_map(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(source, "name", at);
    mode(source, "defaultMode", at, errors);
    each(source, "items", at, |_, item, at| key_to_path(item, at, errors));
}

fn mode(source: &Value, name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    if let Some(mode) = source.get(name).and_then(Value::as_int).filter(|mode| !(0..=0o777).contains(mode)) {
        errors.invalid(&at.child(name), mode, MODE);
    }
}

fn key_to_path(item: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(item, "key", at);
    errors.present(item, "path", at);
    local_path(text(item, "path"), &at.child("path"), errors);
    mode(item, "mode", at, errors);
}

fn downward(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    mode(source, "defaultMode", at, errors);
    // As upstream: the index of the file is not part of the path.
    source.items(&["items"]).iter().for_each(|file| downward_file(file, at, errors));
}

fn downward_file(file: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(file, "path", at);
    local_path(text(file, "path"), &at.child("path"), errors);
    match (some(file, "fieldRef"), some(file, "resourceFieldRef")) {
        (Some(field), other) => {
            object_field(field, FIELD_PATHS, &at.child("fieldRef"), errors);
            if other.is_some() {
                errors.invalid(at, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
            }
        }
        (None, Some(field)) => resource_field(field, true, &at.child("resourceFieldRef"), errors),
        (None, None) => errors.required(at, "one of fieldRef and resourceFieldRef is required"),
    }
    mode(file, "mode", at, errors);
}

fn projected(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    mode(source, "defaultMode", at, errors);
    let mut paths: Vec<String> = Vec::new();
    let mut take = |path: &str, shown: &str, errors: &mut ErrorList| {
        if path.is_empty() {
            return;
        }
        if paths.iter().any(|other| other == path) {
            errors.invalid(at, shown, "conflicting duplicate paths");
        } else {
            paths.push(path.to_owned());
        }
    };
    each(source, "sources", at, |_, item, item_at| {
        let mut kinds = 0;
        for name in ["secret", "configMap"] {
            let Some(projection) = some(item, name) else { continue };
            kinds += 1;
            let at = item_at.child(name);
            errors.present(projection, "name", &at);
            each(projection, "items", &at, |_, key, at| {
                key_to_path(key, at, errors);
                take(text(key, "path"), text(projection, "name"), errors);
            });
        }
        if let Some(projection) = some(item, "downwardAPI") {
            kinds += 1;
            let at = item_at.child("downwardAPI");
            for file in projection.items(&["items"]) {
                downward_file(file, &at, errors);
                take(text(file, "path"), text(file, "path"), errors);
            }
        }
        if let Some(token) = some(item, "serviceAccountToken") {
            kinds += 1;
            let at_token = item_at.child("serviceAccountToken");
            let seconds = int(token, "expirationSeconds");
            if seconds < 600 {
                errors.invalid(
                    &at_token.child("expirationSeconds"),
                    seconds,
                    "may not specify a duration less than 10 minutes",
                );
            }
            if seconds > 1 << 32 {
                errors.invalid(
                    &at_token.child("expirationSeconds"),
                    seconds,
                    "may not specify a duration larger than 2^32 seconds",
                );
            }
            match text(token, "path") {
                "" => errors.required(&at.child("path"), ""),
                path => local_path(path, &at.child("path"), errors),
            }
        }
        if let Some(bundle) = some(item, "clusterTrustBundle") {
            kinds += 1;
            trust_bundle(bundle, &item_at.child("clusterTrustBundle"), errors);
            take(text(bundle, "path"), text(bundle, "path"), errors);
        }
        if let Some(certificate) = some(item, "podCertificate") {
            kinds += 1;
            let at = item_at.child("podCertificate");
            pod_certificate(certificate, &at, errors);
            for name in CERTIFICATE_PATHS {
                take(text(certificate, name), text(certificate, name), errors);
            }
        }
        if kinds > 1 {
            errors.forbidden(item_at, "may not specify more than 1 volume type per source");
        }
    });
}

fn trust_bundle(bundle: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let (name, signer) = (some(bundle, "name"), some(bundle, "signerName"));
    match (name.and_then(Value::as_str), signer.and_then(Value::as_str)) {
        (Some(_), Some(_)) => {
            errors.invalid(at, bundle.clone(), "only one of name and signerName may be used");
        }
        (Some(name), None) => {
            if name.is_empty() {
                errors.required(&at.child("name"), "must be a valid object name");
            }
            for fault in formats::dns_subdomain(name.rsplit(':').next().unwrap_or("")) {
                errors.invalid(&at.child("name"), name, format!("not a valid clustertrustbundlename: {fault}"));
            }
            if let Some(selector) = some(bundle, "labelSelector") {
                errors.invalid(
                    &at.child("labelSelector"),
                    selector.clone(),
                    "labelSelector must be unset if name is specified",
                );
            }
        }
        (None, Some(signer)) => {
            if signer.is_empty() {
                errors.required(&at.child("signerName"), "must be a valid signer name");
            }
            crate::certificates::signer_name(signer, &at.child("signerName"), errors);
            label_selector(some(bundle, "labelSelector"), &at.child("labelSelector"), errors);
        }
        (None, None) => errors.required(at, "either name or signerName must be specified"),
    }
    errors.present(bundle, "path", at);
    local_path(text(bundle, "path"), &at.child("path"), errors);
}

const CERTIFICATE_PATHS: [&str; 3] = ["credentialBundlePath", "keyPath", "certificateChainPath"];
const KEY_TYPES: &[&str] = &["RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519"];

fn pod_certificate(certificate: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let signer = text(certificate, "signerName");
    crate::certificates::signer_name(signer, &at.child("signerName"), errors);
    let kind = text(certificate, "keyType");
    if !KEY_TYPES.contains(&kind) {
        errors.not_supported(&at.child("keyType"), kind, KEY_TYPES);
    }
    if let Some(seconds) = certificate.get("maxExpirationSeconds").and_then(Value::as_int) {
        let own =
            signer.split('/').next().is_some_and(|host| host == "kubernetes.io" || host.ends_with(".kubernetes.io"));
        let most = if own { 24 * 3600 } else { 91 * 24 * 3600 };
        let at = at.child("maxExpirationSeconds");
        if seconds < 3600 {
            errors.invalid(&at, seconds, "if provided, maxExpirationSeconds must be >= 3600");
        }
        if seconds > most {
            errors.invalid(&at, seconds, format!("if provided, maxExpirationSeconds must be <= {most}"));
        }
    }
    let mut found = false;
    for name in CERTIFICATE_PATHS {
        let path = text(certificate, name);
        if !path.is_empty() {
            found = true;
            local_path(path, &at.child(name), errors);
        }
    }
    if !found {
        errors.required(at, "specify at least one of credentialBundlePath, keyPath, and certificateChainPath");
    }
}

fn csi(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    driver_name(text(source, "driver"), &at.child("driver"), errors);
    if let Some(secret) = some(source, "nodePublishSecretRef") {
        match text(secret, "name") {
            "" => errors.required(&at.child("nodePublishSecretRef").child("name"), ""),
            name => errors.form(&at.child("name"), name, formats::dns_subdomain),
        }
    }
}

/// The name of a CSI driver.
pub(crate) fn driver_name(name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    if name.is_empty() {
        errors.required(at, "");
        return;
    }
    if name.len() > 63 {
        errors.push(kube_api::field::FieldError::too_long(at, 63));
    }
    for fault in formats::dns_subdomain(&name.to_lowercase()) {
        errors.invalid(at, name, fault);
    }
}

fn ephemeral(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let at = at.child("volumeClaimTemplate");
    match some(source, "volumeClaimTemplate") {
        None => errors.required(&at, ""),
        Some(template) => claim::template(template, &at, errors),
    }
}

fn image(source: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(source, "reference", at);
    errors.required_one_of(source, "pullPolicy", at, PULL_POLICIES);
}

/// A reference to a field of the pod.
pub(super) fn object_field(field: &Value, paths: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(field, "apiVersion", at);
    let path = text(field, "fieldPath");
    let at_path = at.child("fieldPath");
    if path.is_empty() {
        errors.required(&at_path, "");
        return;
    }
    let known = |path: &str| {
        FIELD_PATHS.contains(&path)
            || matches!(
                path,
                "spec.nodeName"
                    | "spec.restartPolicy"
                    | "spec.serviceAccountName"
                    | "spec.schedulerName"
                    | "status.phase"
                    | "status.hostIP"
                    | "status.hostIPs"
                    | "status.podIP"
                    | "status.podIPs"
            )
    };
    let subscript = path.strip_suffix("']").and_then(|rest| rest.split_once("['"));
    match subscript {
        Some(("metadata.annotations", key)) => errors.form(at, &key.to_lowercase(), formats::qualified_name),
        Some(("metadata.labels", key)) => errors.form(at, key, formats::qualified_name),
        Some((other, _)) => errors.invalid(
            &at_path,
            path,
            format!("error converting fieldPath: field label does not support subscript: {other}"),
        ),
        None if !known(path) => {
            errors.invalid(&at_path, path, format!("error converting fieldPath: field label not supported: {path}"))
        }
        None if !paths.contains(&path) => errors.not_supported(&at_path, path, paths),
        None => {}
    }
}

/// A relative path that stays below its root.
pub(super) fn descending_path(path: &str, at: &Path<'_>, errors: &mut ErrorList) {
    if path.starts_with('/') {
        errors.invalid(at, path, "must be a relative path");
    }
    no_backsteps(path, at, errors);
}

pub(super) fn no_backsteps(path: &str, at: &Path<'_>, errors: &mut ErrorList) {
    if path.split('/').any(|step| step == "..") {
        errors.invalid(at, path, "must not contain '..'");
    }
}

/// A relative path that no mount of ours hides its own files behind.
fn local_path(path: &str, at: &Path<'_>, errors: &mut ErrorList) {
    descending_path(path, at, errors);
    if path.starts_with("..") && !path.starts_with("../") {
        errors.invalid(at, path, "must not start with '..'");
    }
}
