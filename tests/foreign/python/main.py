"""A client of our API server, written on Debian's python3-kubernetes as anybody would write it.

Runs every scenario and prints "ok NAME" for each, or its fault; any fault makes the exit code 1.
Decides nothing about the server: what is compared is what upstream's server answers to the same calls.
"""

import datetime
import sys
import time
import traceback

from kubernetes import client, config, dynamic, utils, watch
from kubernetes.client.rest import ApiException
from kubernetes.stream import portforward, stream

NAMESPACE = ""
POD_PORT = 0


def until(what, condition, seconds=30):
    """Waits for a condition with a deadline."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


def refused(code, reason, call, *arguments, **options):
    """The call is refused with this code and reason; returns the error."""
    try:
        call(*arguments, **options)
    except ApiException as err:
        assert err.status == code, f"{err.status}, not {code}: {err.body}"
        assert f'"reason":"{reason}"' in err.body, err.body
        return err
    raise AssertionError(f"{call.__name__} was not refused")


def config_map(name, **data):
    return client.V1ConfigMap(metadata=client.V1ObjectMeta(name=name), data=data)


def pod(name, script, **more):
    container = client.V1Container(name="main", image="host.test/main:1", command=["sh", "-c", script], stdin=True)
    spec = client.V1PodSpec(containers=[container], **more)
    return client.V1Pod(metadata=client.V1ObjectMeta(name=name), spec=spec)


def running(core, name):
    until(f"{name} to run", lambda: core.read_namespaced_pod(name, NAMESPACE).status.phase == "Running")


def objects_through_their_life():
    core = client.CoreV1Api()
    made = core.create_namespaced_config_map(NAMESPACE, config_map("life", a="1"))
    age = datetime.datetime.now(datetime.timezone.utc) - made.metadata.creation_timestamp
    assert abs(age) < datetime.timedelta(minutes=5), age
    made.data["a"] = "2"
    replaced = core.replace_namespaced_config_map("life", NAMESPACE, made)
    refused(409, "Conflict", core.replace_namespaced_config_map, "life", NAMESPACE, made)
    patched = core.patch_namespaced_config_map("life", NAMESPACE, {"data": {"b": "3", "a": None}})
    assert patched.data == {"b": "3"}, patched.data
    assert patched.metadata.resource_version != replaced.metadata.resource_version
    listed = core.list_namespaced_config_map(NAMESPACE, field_selector="metadata.name=life")
    assert [one.metadata.name for one in listed.items] == ["life"]
    status = core.delete_namespaced_config_map("life", NAMESPACE)
    assert status.status == "Success", status
    refused(404, "NotFound", core.read_namespaced_config_map, "life", NAMESPACE)


def refusals():
    core, apps = client.CoreV1Api(), client.AppsV1Api()
    refused(422, "Invalid", core.create_namespaced_config_map, NAMESPACE, config_map("Bad_Name"))
    refused(404, "NotFound", apps.read_namespaced_deployment, "nothing", NAMESPACE)
    refused(400, "BadRequest", core.list_namespaced_config_map, NAMESPACE, label_selector="a in (")
    unknown = {"metadata": {"name": "odd"}, "datum": {}}
    refused(400, "BadRequest", core.create_namespaced_config_map, NAMESPACE, unknown, field_validation="Strict")


def pages():
    core = client.CoreV1Api()
    for n in range(5):
        core.create_namespaced_config_map(NAMESPACE, config_map(f"page-{n}"))
    found, token = [], None
    while True:
        part = core.list_namespaced_config_map(NAMESPACE, limit=2, _continue=token)
        found += [one.metadata.name for one in part.items if one.metadata.name.startswith("page-")]
        token = part.metadata._continue
        if not token:
            break
    assert found == [f"page-{n}" for n in range(5)], found


def watches():
    core = client.CoreV1Api()
    since = core.list_namespaced_secret(NAMESPACE).metadata.resource_version
    core.create_namespaced_secret(
        NAMESPACE, client.V1Secret(metadata=client.V1ObjectMeta(name="seen"), string_data={"word": "open"})
    )
    core.patch_namespaced_secret("seen", NAMESPACE, {"stringData": {"word": "shut"}})
    core.delete_namespaced_secret("seen", NAMESPACE)
    seen, follow = [], watch.Watch()
    for event in follow.stream(core.list_namespaced_secret, NAMESPACE, resource_version=since, timeout_seconds=20):
        seen.append((event["type"], event["object"].metadata.name, event["object"].data))
        if event["type"] == "DELETED":
            follow.stop()
    expected = [
        ("ADDED", "seen", {"word": "b3Blbg=="}),
        ("MODIFIED", "seen", {"word": "c2h1dA=="}),
        ("DELETED", "seen", {"word": "c2h1dA=="}),
    ]
    assert seen == expected, seen


def dynamic_client_applies():
    cluster = dynamic.DynamicClient(client.ApiClient())
    maps = cluster.resources.get(api_version="v1", kind="ConfigMap")

    def body(colour):
        return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "applied"}, "data": {"colour": colour}}

    made = maps.server_side_apply(body=body("blue"), namespace=NAMESPACE, field_manager="first")
    assert made.data.colour == "blue", made
    try:
        maps.server_side_apply(body=body("red"), namespace=NAMESPACE, field_manager="second")
    except dynamic.exceptions.ConflictError as err:
        assert b'conflict with \\"first\\": .data.colour' in err.body, err.body
    else:
        raise AssertionError("a conflict was not refused")
    forced = maps.server_side_apply(body=body("red"), namespace=NAMESPACE, field_manager="second", force_conflicts=True)
    assert forced.data.colour == "red", forced


def custom_resources():
    group = f"{NAMESPACE}.python.example.test"
    kinds = {"plural": "gadgets", "singular": "gadget", "kind": "Gadget", "listKind": "GadgetList"}
    schema = {"type": "object", "x-kubernetes-preserve-unknown-fields": True}
    version = {"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": schema}}
    version["subresources"] = {"status": {}}
    spec = {"group": group, "scope": "Namespaced", "names": kinds, "versions": [version]}
    definition = {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": f"gadgets.{group}"},
        "spec": spec,
    }
    extensions, custom = client.ApiextensionsV1Api(), client.CustomObjectsApi()
    extensions.create_custom_resource_definition(definition)

    def established():
        conditions = extensions.read_custom_resource_definition(f"gadgets.{group}").status.conditions or []
        return any(one.type == "Established" and one.status == "True" for one in conditions)

    until("the definition", established)
    where = (group, "v1", NAMESPACE, "gadgets")
    gadget = {"apiVersion": f"{group}/v1", "kind": "Gadget", "metadata": {"name": "one"}, "spec": {"size": 3}}
    until("the new resource", lambda: custom.list_namespaced_custom_object(*where)["kind"] == "GadgetList")
    custom.create_namespaced_custom_object(*where, gadget)
    shown = custom.patch_namespaced_custom_object_status(*where, "one", {"status": {"ready": True}})
    assert shown["status"] == {"ready": True} and shown["spec"] == {"size": 3}, shown
    extensions.delete_custom_resource_definition(f"gadgets.{group}")


def a_deployment_from_yaml_dicts():
    labels = {"app": "web"}
    container = {"name": "web", "image": "example.test/web:1", "resources": {"requests": {"cpu": "10m"}}}
    deployment = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web"},
        "spec": {
            "replicas": 2,
            "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": labels}, "spec": {"containers": [container]}},
        },
    }
    service = {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": "web"},
        "spec": {"selector": labels, "ports": [{"port": 80}]},
    }
    for one in (deployment, service):
        utils.create_from_dict(client.ApiClient(), one, namespace=NAMESPACE)
    apps, discovery = client.AppsV1Api(), client.DiscoveryV1Api()
    until("two replicas", lambda: apps.read_namespaced_deployment("web", NAMESPACE).status.available_replicas == 2)

    def endpoints():
        slices = discovery.list_namespaced_endpoint_slice(NAMESPACE, label_selector="kubernetes.io/service-name=web")
        return sum(len(one.endpoints or []) for one in slices.items) == 2

    until("two endpoints", endpoints)
    apps.patch_namespaced_deployment_scale("web", NAMESPACE, {"spec": {"replicas": 0}})
    until("no replicas", lambda: not apps.read_namespaced_deployment("web", NAMESPACE).status.replicas)


def logs_exec_and_attach():
    core = client.CoreV1Api()
    core.create_namespaced_pod(NAMESPACE, pod("web", "echo started; while read line; do echo got $line; done"))
    running(core, "web")
    until("the log", lambda: core.read_namespaced_pod_log("web", NAMESPACE) == "started\n")
    script = ["sh", "-c", "read line; echo got $line; echo beside >&2; exit 7"]
    session = stream(
        core.connect_get_namespaced_pod_exec,
        "web",
        NAMESPACE,
        command=script,
        stdin=True,
        stdout=True,
        stderr=True,
        tty=False,
        _preload_content=False,
    )
    session.write_stdin("hello\n")
    session.run_forever(timeout=20)
    assert session.read_stdout() == "got hello\n"
    assert session.read_stderr() == "beside\n"
    assert session.returncode == 7, session.returncode
    session.close()
    said = stream(
        core.connect_get_namespaced_pod_exec, "web", NAMESPACE, command=["echo", "hi"], stdout=True, stderr=True
    )
    assert said == "hi\n", said
    attached = stream(
        core.connect_get_namespaced_pod_attach,
        "web",
        NAMESPACE,
        stdin=True,
        stdout=True,
        stderr=False,
        tty=False,
        _preload_content=False,
    )
    attached.write_stdin("across\n")
    assert attached.readline_stdout(timeout=20) == "got across"
    attached.close()


def forwards_ports():
    core = client.CoreV1Api()
    ports = portforward(core.connect_get_namespaced_pod_portforward, "web", NAMESPACE, ports=str(POD_PORT))
    socket = ports.socket(POD_PORT)
    socket.setblocking(True)
    socket.sendall(b"GET / HTTP/1.1\r\nHost: web\r\n\r\n")
    answer = b""
    while part := socket.recv(1024):
        answer += part
    socket.close()
    assert answer.endswith(b"hello from the pod\n"), (answer, ports.error(POD_PORT))


def rights():
    review = client.V1SelfSubjectAccessReview(
        spec=client.V1SelfSubjectAccessReviewSpec(
            resource_attributes=client.V1ResourceAttributes(verb="delete", resource="nodes")
        )
    )
    answer = client.AuthorizationV1Api().create_self_subject_access_review(review)
    assert answer.status.allowed, answer
    nobody = client.ApiClient(header_name="Impersonate-User", header_value="nobody")
    refused(403, "Forbidden", client.CoreV1Api(nobody).list_namespaced_secret, NAMESPACE)


SCENARIOS = [
    objects_through_their_life,
    refusals,
    pages,
    watches,
    dynamic_client_applies,
    custom_resources,
    a_deployment_from_yaml_dicts,
    logs_exec_and_attach,
    forwards_ports,
    rights,
]


def main():
    global NAMESPACE, POD_PORT
    kubeconfig, NAMESPACE, port = sys.argv[1:]
    POD_PORT = int(port)
    config.load_kube_config(kubeconfig)
    faults = 0
    for scenario in SCENARIOS:
        name = scenario.__name__.replace("_", " ")
        try:
            scenario()
        except Exception:  # Every scenario is told of, whatever was wrong with the one before.
            faults += 1
            print(f"FAILED {name}: {traceback.format_exc()}")
        else:
            print(f"ok {name}")
    sys.exit(1 if faults else 0)


main()
