//! The application of somebody who has never heard of us (`cases/application.yaml`), and what its user sees of it. The same
//! checks hold on any kind of nodes.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::cluster::Cluster;
use crate::pod_image;

pub(crate) const MANIFEST: &str = "cases/application.yaml";
/// A minute passes before the CronJob's first run.
const CRON_WITHIN: Duration = Duration::from_secs(100);
const WITHIN: Duration = Duration::from_secs(60);

/// Gives every node the image that test pods run.
pub(crate) async fn import(cluster: &Cluster, with_kubectl: bool) -> Result<()> {
    let file = cluster.path("tools.tar");
    std::fs::write(&file, pod_image::archive(with_kubectl)?)?;
    let told = cluster.machinectl(&["image", "import", &file.display().to_string()]).await?.good()?;
    ensure!(told.contains(pod_image::NAME), "{told}");
    Ok(())
}

/// Applies it, and waits until all of it runs.
pub(crate) async fn deploy(cluster: &Cluster) -> Result<()> {
    cluster.ask(&["apply", "--filename", MANIFEST]).await?;
    running(cluster).await?;
    cluster.ask(&["--namespace", "shop", "wait", "--for=condition=Complete", "job/once", "--timeout=120s"]).await?;
    cluster
        .ask(&["wait", "--for=condition=Established", "customresourcedefinition/orders.shop.test", "--timeout=30s"])
        .await?;
    cluster.ask(&["apply", "--filename", "cases/order.yaml"]).await?;
    let orders = cluster.ask(&["--namespace", "shop", "get", "orders", "--no-headers"]).await?;
    ensure!(orders.starts_with("first "), "{orders}");
    Ok(())
}

/// Waits until what should run for ever runs.
pub(crate) async fn running(cluster: &Cluster) -> Result<()> {
    for workload in ["deployment/web", "statefulset/db", "daemonset/agent"] {
        cluster.ask(&["--namespace", "shop", "rollout", "status", workload, "--timeout=180s"]).await?;
    }
    Ok(())
}

/// A command in a pod of the application.
pub(crate) async fn exec(cluster: &Cluster, pod: &str, command: &str) -> Result<String> {
    cluster.ask(&["--namespace", "shop", "exec", pod, "--", "sh", "-c", command]).await
}

/// A pod of the agent on the node.
pub(crate) async fn agent(cluster: &Cluster, node: &str) -> Result<String> {
    let select = format!("spec.nodeName={node}");
    let pods =
        cluster.get(&["--namespace", "shop", "pods", "--selector", "app=agent", "--field-selector", &select]).await?;
    let names = pods["items"].as_array().into_iter().flatten().filter_map(|pod| pod["metadata"]["name"].as_str());
    let names: Vec<&str> = names.collect();
    ensure!(names.len() == 1, "one agent on {node}, not {names:?}");
    Ok(names[0].to_owned())
}

/// Every way to reach the application, from every node.
pub(crate) async fn answers(cluster: &Cluster, nodes: &[String]) -> Result<()> {
    reach(cluster, nodes, async || {
        let mut targets: Vec<String> =
            ["web", "web.shop", "web.shop.svc.cluster.local", "web-node", "db-1.db:8080", "db:8080"]
                .map(|name| format!("http://{name}/"))
                .to_vec();
        let pods = cluster.get(&["--namespace", "shop", "pods", "--selector", "app in (web,db)"]).await?;
        let running = pods["items"].as_array().into_iter().flatten().filter(|pod| pod["status"]["phase"] == "Running");
        targets
            .extend(running.filter_map(|pod| pod["status"]["podIP"].as_str()).map(|ip| format!("http://{ip}:8080/")));
        let addresses = cluster.get(&["nodes"]).await?;
        for node in addresses["items"].as_array().into_iter().flatten() {
            let address =
                node["status"]["addresses"].as_array().into_iter().flatten().find(|a| a["type"] == "InternalIP");
            let address = address.and_then(|a| a["address"].as_str()).unwrap_or_default();
            targets.push(format!("http://{address}:30080/"));
        }
        Ok(targets)
    })
    .await
}

/// What must go on when a node is lost: the Service, from the nodes that are left.
pub(crate) async fn service_answers(cluster: &Cluster, nodes: &[String]) -> Result<()> {
    reach(cluster, nodes, async || Ok(vec!["http://web/".to_owned()])).await
}

/// Addresses are asked for again with each look: a pod that came back has another one, and what was put in place a moment ago
/// reaches each node's rules and DNS a moment later.
async fn reach(cluster: &Cluster, nodes: &[String], targets: impl AsyncFn() -> Result<Vec<String>>) -> Result<()> {
    for node in nodes {
        cluster
            .eventually(WITHIN, &format!("every answer on {node}"), async || {
                let agent = agent(cluster, node).await?;
                for target in targets().await? {
                    let page = exec(cluster, &agent, &format!("wget -q -O - -T 5 {target}")).await.context(target)?;
                    ensure!(page.contains("prepared by web-") || page.contains("db-"), "{page}");
                }
                Ok(true)
            })
            .await?;
    }
    Ok(())
}

/// What a container of the application was given.
pub(crate) async fn surroundings(cluster: &Cluster) -> Result<()> {
    let seen = exec(
        cluster,
        "deployment/web",
        "env; echo; cat /settings/page.txt /one/page.txt /secret/PASSWORD /info/labels /pages/hook.txt",
    )
    .await?;
    for line in [
        "GREETING=hello",
        "PASSWORD=s3cret",
        "KUBERNETES_SERVICE_HOST=10.96.0.1",
        "from the config map",
        "s3cret",
        "app=\"web\"",
        "started",
    ] {
        ensure!(seen.contains(line), "{line:?} is missing in {seen}");
    }
    ensure!(seen.matches("from the config map").count() == 2, "the map is mounted whole and by its subPath: {seen}");
    Ok(())
}

/// A pod asks the API in its own name: what its role allows, and nothing else.
pub(crate) async fn asks_the_api(cluster: &Cluster) -> Result<()> {
    let server = "--server https://kubernetes.default.svc --certificate-authority \
                  /var/run/secrets/kubernetes.io/serviceaccount/ca.crt --token \
                  $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)";
    let get = |what: &str| format!("HOME=/tmp kubectl {server} --namespace shop get {what} 2>&1 || true");
    let allowed = exec(cluster, "deployment/web", &get("configmap settings --output name")).await?;
    ensure!(allowed.trim() == "configmap/settings", "{allowed}");
    let refused = exec(cluster, "deployment/web", &get("secrets")).await?;
    let words = "secrets is forbidden: User \"system:serviceaccount:shop:web\" cannot list resource \"secrets\" in API group \
                 \"\" in the namespace \"shop\"";
    ensure!(refused.contains(words), "{refused}");
    Ok(())
}

/// What runs to its end.
pub(crate) async fn jobs(cluster: &Cluster) -> Result<()> {
    let said = cluster.ask(&["--namespace", "shop", "logs", "job/once"]).await?;
    ensure!(said == "done\n", "{said:?}");
    cluster
        .eventually(CRON_WITHIN, "a run of the CronJob", async || {
            let jobs = cluster.get(&["--namespace", "shop", "jobs"]).await?;
            let jobs = jobs["items"].as_array().into_iter().flatten();
            Ok(jobs
                .filter(|job| job["metadata"]["name"].as_str().is_some_and(|n| n.starts_with("minutely-")))
                .any(|job| job["status"]["succeeded"] == 1))
        })
        .await
}

/// A change in a mounted ConfigMap reaches the files of running pods.
pub(crate) async fn follows_its_settings(cluster: &Cluster) -> Result<()> {
    let patch = r#"{"data":{"page.txt":"changed\n"}}"#;
    cluster.ask(&["--namespace", "shop", "patch", "configmap", "settings", "--patch", patch]).await?;
    cluster
        .eventually(WITHIN, "the new settings in the pod", async || {
            Ok(exec(cluster, "deployment/web", "cat /settings/page.txt").await?.contains("changed"))
        })
        .await
}
