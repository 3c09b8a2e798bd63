// A client of our API server, written on Debian's client-go as a controller's author would write it.
// Runs every scenario and prints "ok NAME" for each, or its fault; any fault makes the exit code 1.
//
// It decides nothing about the server: what is compared is what upstream's server answers to the same calls.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
)

// A scenario sees one namespace of its own.
type scenario struct {
	name string
	run  func(ctx context.Context, it *desk) error
}

type desk struct {
	config    *rest.Config
	namespace string
	// Speaks protobuf.
	client *kubernetes.Clientset
}

var scenarios = []scenario{
	{"discovery", discovers},
	{"errors", errorsAreTyped},
	{"typed informer in protobuf", informs},
	{"metadata informer", informsOfMetadata},
	{"dynamic informer of a custom resource", informsOfCustom},
	{"pages", pages},
	{"retry on conflict", retries},
	{"server-side apply", applies},
	{"scale and eviction", scalesAndEvicts},
	{"leader election", elects},
	{"events", records},
	{"logs", readsLogs},
	{"exec by WebSocket", execsByWebSocket},
	{"exec by SPDY", execsBySPDY},
	{"port-forward by SPDY", forwardsBySPDY},
}

func main() {
	kubeconfig := flag.String("kubeconfig", "", "how to reach the server")
	namespace := flag.String("namespace", "", "where to work")
	flag.IntVar(&podPort, "pod-port", 0, "the port on which every pod answers")
	flag.Parse()
	if err := run(*kubeconfig, *namespace); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(kubeconfig, namespace string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	config.QPS, config.Burst = 200, 400
	typed := rest.CopyConfig(config)
	typed.ContentType = "application/vnd.kubernetes.protobuf"
	typed.AcceptContentTypes = "application/vnd.kubernetes.protobuf"
	client, err := kubernetes.NewForConfig(typed)
	if err != nil {
		return err
	}
	it := &desk{config: config, namespace: namespace, client: client}
	faults := 0
	for _, one := range scenarios {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		err := one.run(ctx, it)
		cancel()
		if err != nil {
			faults++
			fmt.Printf("FAILED %s: %v\n", one.name, err)
			continue
		}
		fmt.Println("ok", one.name)
	}
	if faults > 0 {
		return fmt.Errorf("%d of %d scenarios failed", faults, len(scenarios))
	}
	return nil
}

// until waits for a condition; the scenario's own deadline ends it.
func until(ctx context.Context, what string, is func() (bool, error)) error {
	for {
		done, err := is()
		if err != nil || done {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("waited in vain for %s", what)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
