// Streams through the API server to a kubelet: logs, exec by both protocols, port-forward.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/portforward"
	"k8s.io/client-go/tools/remotecommand"
	"k8s.io/client-go/transport/spdy"
	"k8s.io/client-go/util/exec"
)

type typesUID = types.UID

// Every pod answers on it, with one line.
var podPort int

// A running pod of the deployment that an earlier scenario made.
func runningPod(ctx context.Context, it *desk) (string, error) {
	name := ""
	err := until(ctx, "a running pod", func() (bool, error) {
		pods, err := it.client.CoreV1().Pods(it.namespace).List(ctx, metav1.ListOptions{LabelSelector: "app=web"})
		if err != nil {
			return false, err
		}
		for _, pod := range pods.Items {
			if pod.Status.Phase == corev1.PodRunning && pod.DeletionTimestamp == nil {
				name = pod.Name
			}
		}
		return name != "", nil
	})
	return name, err
}

func readsLogs(ctx context.Context, it *desk) error {
	pod, err := runningPod(ctx, it)
	if err != nil {
		return err
	}
	following, stop := context.WithCancel(ctx)
	defer stop()
	options := &corev1.PodLogOptions{Follow: true}
	stream, err := it.client.CoreV1().Pods(it.namespace).GetLogs(pod, options).Stream(following)
	if err != nil {
		return err
	}
	defer stream.Close()
	line := make([]byte, len("started\n"))
	if _, err := io.ReadFull(stream, line); err != nil || string(line) != "started\n" {
		return fmt.Errorf("the log says %q (%w)", line, err)
	}
	return nil
}

func execRequest(it *desk, pod string, command []string) (*rest.Request, error) {
	client, err := kubernetes.NewForConfig(it.config)
	if err != nil {
		return nil, err
	}
	options := &corev1.PodExecOptions{Command: command, Stdin: true, Stdout: true, Stderr: true}
	request := client.CoreV1().RESTClient().Post().Resource("pods").Namespace(it.namespace).Name(pod).
		SubResource("exec").VersionedParams(options, scheme.ParameterCodec)
	return request, nil
}

func execs(ctx context.Context, it *desk, executor func(*rest.Request) (remotecommand.Executor, error)) error {
	pod, err := runningPod(ctx, it)
	if err != nil {
		return err
	}
	once := func(script, input string) (string, string, error) {
		request, err := execRequest(it, pod, []string{"sh", "-c", script})
		if err != nil {
			return "", "", err
		}
		run, err := executor(request)
		if err != nil {
			return "", "", err
		}
		var stdout, stderr bytes.Buffer
		streams := remotecommand.StreamOptions{Stdin: strings.NewReader(input), Stdout: &stdout, Stderr: &stderr}
		err = run.StreamWithContext(ctx, streams)
		return stdout.String(), stderr.String(), err
	}
	stdout, stderr, err := once("cat; echo beside >&2", "hello\n")
	if err != nil || stdout != "hello\n" || stderr != "beside\n" {
		return fmt.Errorf("%q, %q (%w)", stdout, stderr, err)
	}
	_, _, err = once("exit 7", "")
	var ended exec.CodeExitError
	if !errors.As(err, &ended) || ended.Code != 7 {
		return fmt.Errorf("exit code 7 is %v", err)
	}
	// More than any buffer on the way.
	stdout, _, err = once("head -c 3000000 /dev/zero", "")
	if err != nil || len(stdout) != 3000000 {
		return fmt.Errorf("%d bytes (%w)", len(stdout), err)
	}
	return nil
}

func execsByWebSocket(ctx context.Context, it *desk) error {
	return execs(ctx, it, func(request *rest.Request) (remotecommand.Executor, error) {
		return remotecommand.NewWebSocketExecutor(it.config, "GET", request.URL().String())
	})
}

func execsBySPDY(ctx context.Context, it *desk) error {
	return execs(ctx, it, func(request *rest.Request) (remotecommand.Executor, error) {
		return remotecommand.NewSPDYExecutor(it.config, "POST", request.URL())
	})
}

func forwardsBySPDY(ctx context.Context, it *desk) error {
	pod, err := runningPod(ctx, it)
	if err != nil {
		return err
	}
	transport, upgrader, err := spdy.RoundTripperFor(it.config)
	if err != nil {
		return err
	}
	url := it.client.CoreV1().RESTClient().Post().Resource("pods").Namespace(it.namespace).Name(pod).
		SubResource("portforward").URL()
	dialer := spdy.NewDialer(upgrader, &http.Client{Transport: transport}, "POST", url)
	stop, ready := make(chan struct{}), make(chan struct{})
	forwarder, err := portforward.NewOnAddresses(dialer, []string{"127.0.0.1"},
		[]string{fmt.Sprintf(":%d", podPort)}, stop, ready, io.Discard, io.Discard)
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- forwarder.ForwardPorts() }()
	select {
	case <-ready:
	case err := <-ended:
		return fmt.Errorf("ended before it was ready: %w", err)
	case <-ctx.Done():
		return ctx.Err()
	}
	ports, err := forwarder.GetPorts()
	if err != nil {
		return err
	}
	for range 3 {
		answer, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d/", ports[0].Local))
		if err != nil {
			return err
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || string(body) != "hello from the pod\n" {
			return fmt.Errorf("%q (%w)", body, err)
		}
	}
	close(stop)
	return <-ended
}
