//! The manifest of one static pod of the control plane. Pure text.

/// What differs between the components.
#[derive(Clone, Debug)]
pub(crate) struct Pod<'a> {
    /// Such as `kube-apiserver`.
    pub(crate) name: &'a str,
    /// Its name within the program `kube`.
    pub(crate) program: &'a str,
    pub(crate) config: &'a str,
    pub(crate) cpu: &'a str,
    pub(crate) memory: &'a str,
    /// Directories of the node beside `/usr` and the configuration: name, path, writable.
    pub(crate) mounts: &'a [(&'a str, &'a str, bool)],
    /// Where it accepts connections when it is alive.
    pub(crate) probe: Option<u16>,
    /// Changes when the pod must be made anew.
    pub(crate) revision: &'a str,
}

/// The image that the OS carries; never pulled.
pub(crate) const IMAGE: &str = "ironstone.local/system:v1";

impl Pod<'_> {
    /// As upstream's kubeadm writes them (cmd/kubeadm/app/util/staticpod): names, labels, priority, host network.
    pub(crate) fn render(&self, configuration: &str) -> String {
        let Pod { name, program, config, cpu, memory, revision, .. } = self;
        let mut volumes = format!(
            "  - {{name: usr, hostPath: {{path: /usr, type: Directory}}}}
  - {{name: configuration, hostPath: {{path: {configuration}, type: Directory}}}}
"
        );
        let mut mounts = format!(
            "    - {{name: usr, mountPath: /usr, readOnly: true}}
    - {{name: configuration, mountPath: {configuration}, readOnly: true}}
"
        );
        for (volume, path, writable) in self.mounts {
            volumes.push_str(&format!("  - {{name: {volume}, hostPath: {{path: {path}, type: DirectoryOrCreate}}}}\n"));
            mounts.push_str(&format!("    - {{name: {volume}, mountPath: {path}, readOnly: {}}}\n", !writable));
        }
        let probe = self.probe.map(|port| {
            format!(
                "    livenessProbe:
      tcpSocket: {{host: 127.0.0.1, port: {port}}}
      initialDelaySeconds: 10
      periodSeconds: 10
      timeoutSeconds: 15
      failureThreshold: 8
"
            )
        });
        format!(
            "apiVersion: v1
kind: Pod
metadata:
  name: {name}
  namespace: kube-system
  labels: {{component: {name}, tier: control-plane}}
  annotations: {{ironstone.dev/revision: \"{revision}\"}}
spec:
  hostNetwork: true
  priority: 2000001000
  priorityClassName: system-node-critical
  securityContext: {{seccompProfile: {{type: RuntimeDefault}}}}
  terminationGracePeriodSeconds: 30
  tolerations: [{{operator: Exists}}]
  containers:
  - name: {name}
    image: {IMAGE}
    imagePullPolicy: Never
    command: [/usr/bin/kube, {program}, --config, {config}]
    resources: {{requests: {{cpu: {cpu}, memory: {memory}}}}}
{probe}    volumeMounts:
{mounts}  volumes:
{volumes}",
            probe = probe.unwrap_or_default(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_mounts_the_verified_system_and_pulls_nothing() {
        let pod = Pod {
            name: "kube-apiserver",
            program: "apiserver",
            config: "/run/etc/kubernetes/config/apiserver.yaml",
            cpu: "250m",
            memory: "128Mi",
            mounts: &[("socket", "/run/etcd", false), ("data", "/var/lib/etcd", true)],
            probe: Some(6443),
            revision: "abc",
        };
        let text = pod.render("/run/etc/kubernetes");
        for line in [
            "  hostNetwork: true",
            "    imagePullPolicy: Never",
            "    command: [/usr/bin/kube, apiserver, --config, /run/etc/kubernetes/config/apiserver.yaml]",
            "    - {name: usr, mountPath: /usr, readOnly: true}",
            "    - {name: socket, mountPath: /run/etcd, readOnly: true}",
            "    - {name: data, mountPath: /var/lib/etcd, readOnly: false}",
            "      tcpSocket: {host: 127.0.0.1, port: 6443}",
            "  annotations: {ironstone.dev/revision: \"abc\"}",
        ] {
            assert!(text.lines().any(|found| found == line), "{line:?} is missing in\n{text}");
        }
        let silent = Pod { probe: None, ..pod }.render("/run/etc/kubernetes");
        assert!(!silent.contains("livenessProbe"));
    }
}
