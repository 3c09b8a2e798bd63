// Single objects: errors, pages, conflicts, apply, scale, eviction, events, and who leads.
package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	corev1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	applycorev1 "k8s.io/client-go/applyconfigurations/core/v1"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/scheme"
	typedcorev1 "k8s.io/client-go/kubernetes/typed/core/v1"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"
	"k8s.io/client-go/tools/leaderelection"
	"k8s.io/client-go/tools/leaderelection/resourcelock"
	"k8s.io/client-go/tools/pager"
	"k8s.io/client-go/tools/record"
	"k8s.io/client-go/util/retry"
)

func discovers(_ context.Context, it *desk) error {
	cached := memory.NewMemCacheClient(it.client.Discovery())
	mapper := restmapper.NewShortcutExpander(restmapper.NewDeferredDiscoveryRESTMapper(cached), cached, nil)
	for short, kind := range map[string]string{"deploy": "Deployment", "po": "Pod", "hpa": "HorizontalPodAutoscaler"} {
		found, err := mapper.KindFor(schema.GroupVersionResource{Resource: short})
		if err != nil || found.Kind != kind {
			return fmt.Errorf("%s is %v (%w)", short, found, err)
		}
	}
	lists, err := it.client.Discovery().ServerPreferredResources()
	if err != nil || len(lists) < 15 {
		return fmt.Errorf("%d groups are preferred (%w)", len(lists), err)
	}
	version, err := it.client.Discovery().ServerVersion()
	if err != nil || version.Minor != "36" {
		return fmt.Errorf("version %v (%w)", version, err)
	}
	if _, err := it.client.Discovery().OpenAPISchema(); err != nil {
		return fmt.Errorf("OpenAPI v2: %w", err)
	}
	paths, err := it.client.Discovery().OpenAPIV3().Paths()
	if err != nil || paths["apis/apps/v1"] == nil {
		return fmt.Errorf("OpenAPI v3 has %d paths (%w)", len(paths), err)
	}
	return nil
}

func errorsAreTyped(ctx context.Context, it *desk) error {
	maps := it.client.CoreV1().ConfigMaps(it.namespace)
	if _, err := maps.Get(ctx, "nothing", metav1.GetOptions{}); !apierrors.IsNotFound(err) {
		return fmt.Errorf("not found is %v", err)
	}
	if _, err := maps.Create(ctx, configMap("twice", nil), metav1.CreateOptions{}); err != nil {
		return err
	}
	if _, err := maps.Create(ctx, configMap("twice", nil), metav1.CreateOptions{}); !apierrors.IsAlreadyExists(err) {
		return fmt.Errorf("already exists is %v", err)
	}
	_, err := maps.Create(ctx, configMap("Bad_Name", nil), metav1.CreateOptions{})
	cause, found := apierrors.StatusCause(err, metav1.CauseTypeFieldValueInvalid)
	if !apierrors.IsInvalid(err) || !found || cause.Field != "metadata.name" {
		return fmt.Errorf("invalid is %v, cause %+v", err, cause)
	}
	other := rest.CopyConfig(it.config)
	other.Impersonate = rest.ImpersonationConfig{UserName: "nobody"}
	nobody, err := kubernetes.NewForConfig(other)
	if err != nil {
		return err
	}
	if _, err := nobody.CoreV1().Secrets(it.namespace).List(ctx, metav1.ListOptions{}); !apierrors.IsForbidden(err) {
		return fmt.Errorf("forbidden is %v", err)
	}
	options := metav1.ListOptions{ResourceVersion: "1", ResourceVersionMatch: metav1.ResourceVersionMatchExact}
	if _, err := maps.List(ctx, options); !apierrors.IsResourceExpired(err) && !apierrors.IsGone(err) && err != nil {
		return fmt.Errorf("an old revision is %v", err)
	}
	uid := metav1.Preconditions{}
	wrong := "00000000-0000-0000-0000-000000000000"
	uid.UID = (*typesUID)(&wrong)
	if err := maps.Delete(ctx, "twice", metav1.DeleteOptions{Preconditions: &uid}); !apierrors.IsConflict(err) {
		return fmt.Errorf("a wrong uid is %v", err)
	}
	return nil
}

func pages(ctx context.Context, it *desk) error {
	maps := it.client.CoreV1().ConfigMaps(it.namespace)
	const many = 25
	for n := range many {
		name := fmt.Sprintf("page-%02d", n)
		if _, err := maps.Create(ctx, configMap(name, map[string]string{"paged": "yes"}), metav1.CreateOptions{}); err != nil {
			return err
		}
	}
	calls := 0
	list := pager.New(func(ctx context.Context, options metav1.ListOptions) (runtime.Object, error) {
		calls++
		return maps.List(ctx, options)
	})
	list.PageSize = 10
	found := 0
	err := list.EachListItem(ctx, metav1.ListOptions{LabelSelector: "paged=yes"}, func(runtime.Object) error {
		found++
		return nil
	})
	if err != nil || found != many || calls != 3 {
		return fmt.Errorf("%d objects in %d pages (%w)", found, calls, err)
	}
	return maps.DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "paged=yes"})
}

func retries(ctx context.Context, it *desk) error {
	maps := it.client.CoreV1().ConfigMaps(it.namespace)
	if _, err := maps.Create(ctx, configMap("counter", nil), metav1.CreateOptions{}); err != nil {
		return err
	}
	const writers = 4
	var group sync.WaitGroup
	faults := make([]error, writers)
	for n := range writers {
		group.Add(1)
		go func() {
			defer group.Done()
			backoff := retry.DefaultBackoff
			backoff.Steps = 20
			faults[n] = retry.RetryOnConflict(backoff, func() error {
				now, err := maps.Get(ctx, "counter", metav1.GetOptions{})
				if err != nil {
					return err
				}
				now.Data[fmt.Sprintf("writer-%d", n)] = "was here"
				_, err = maps.Update(ctx, now, metav1.UpdateOptions{})
				return err
			})
		}()
	}
	group.Wait()
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	now, err := maps.Get(ctx, "counter", metav1.GetOptions{})
	if err != nil || len(now.Data) != writers+1 {
		return fmt.Errorf("%v (%w): a write was lost", now.Data, err)
	}
	return nil
}

func applies(ctx context.Context, it *desk) error {
	maps := it.client.CoreV1().ConfigMaps(it.namespace)
	own := func(colour string) *applycorev1.ConfigMapApplyConfiguration {
		return applycorev1.ConfigMap("applied", it.namespace).WithData(map[string]string{"colour": colour})
	}
	if _, err := maps.Apply(ctx, own("blue"), metav1.ApplyOptions{FieldManager: "first"}); err != nil {
		return err
	}
	_, err := maps.Apply(ctx, own("red"), metav1.ApplyOptions{FieldManager: "second"})
	if !apierrors.IsConflict(err) || !strings.Contains(err.Error(), `conflict with "first": .data.colour`) {
		return fmt.Errorf("a conflict is %v", err)
	}
	made, err := maps.Apply(ctx, own("red"), metav1.ApplyOptions{FieldManager: "second", Force: true})
	if err != nil || made.Data["colour"] != "red" {
		return fmt.Errorf("forced: %v (%w)", made, err)
	}
	// What its manager does not apply any more goes.
	empty := applycorev1.ConfigMap("applied", it.namespace)
	made, err = maps.Apply(ctx, empty, metav1.ApplyOptions{FieldManager: "second"})
	if err != nil || len(made.Data) != 0 {
		return fmt.Errorf("given up: %v (%w)", made, err)
	}
	// What one manager owns can be taken out of an object for the next apply.
	held, err := maps.Get(ctx, "applied", metav1.GetOptions{})
	if err != nil {
		return err
	}
	_, err = applycorev1.ExtractConfigMap(held, "second")
	return err
}

func deployment(name string, replicas int32) *appsv1.Deployment {
	marks := map[string]string{"app": name}
	container := corev1.Container{Name: "main", Image: "host.test/main:1", Command: []string{"sh", "-c", "echo started; sleep 1000"}}
	return &appsv1.Deployment{
		ObjectMeta: metav1.ObjectMeta{Name: name},
		Spec: appsv1.DeploymentSpec{
			Replicas: &replicas,
			Selector: &metav1.LabelSelector{MatchLabels: marks},
			Template: corev1.PodTemplateSpec{
				ObjectMeta: metav1.ObjectMeta{Labels: marks},
				Spec:       corev1.PodSpec{Containers: []corev1.Container{container}},
			},
		},
	}
}

func scalesAndEvicts(ctx context.Context, it *desk) error {
	deployments := it.client.AppsV1().Deployments(it.namespace)
	if _, err := deployments.Create(ctx, deployment("web", 1), metav1.CreateOptions{}); err != nil {
		return err
	}
	available := func(wanted int32) error {
		return until(ctx, fmt.Sprintf("%d replicas", wanted), func() (bool, error) {
			now, err := deployments.Get(ctx, "web", metav1.GetOptions{})
			return err == nil && now.Status.AvailableReplicas == wanted, err
		})
	}
	if err := available(1); err != nil {
		return err
	}
	scale := &autoscalingv1.Scale{ObjectMeta: metav1.ObjectMeta{Name: "web", Namespace: it.namespace}, Spec: autoscalingv1.ScaleSpec{Replicas: 2}}
	after, err := deployments.UpdateScale(ctx, "web", scale, metav1.UpdateOptions{})
	if err != nil || after.Spec.Replicas != 2 || after.Status.Selector != "app=web" {
		return fmt.Errorf("scale %+v (%w)", after, err)
	}
	if err := available(2); err != nil {
		return err
	}
	pods, err := it.client.CoreV1().Pods(it.namespace).List(ctx, metav1.ListOptions{LabelSelector: "app=web"})
	if err != nil || len(pods.Items) != 2 {
		return fmt.Errorf("%d pods (%w)", len(pods.Items), err)
	}
	gone := pods.Items[0]
	eviction := &policyv1.Eviction{ObjectMeta: metav1.ObjectMeta{Name: gone.Name, Namespace: it.namespace}}
	if err := it.client.CoreV1().Pods(it.namespace).EvictV1(ctx, eviction); err != nil {
		return err
	}
	if err := until(ctx, "the evicted pod's end", func() (bool, error) {
		now, err := it.client.CoreV1().Pods(it.namespace).Get(ctx, gone.Name, metav1.GetOptions{})
		return apierrors.IsNotFound(err) || err == nil && now.UID != gone.UID, nil
	}); err != nil {
		return err
	}
	return available(2)
}

func elects(ctx context.Context, it *desk) error {
	var lead sync.Mutex
	var order []string
	candidate := func(ctx context.Context, name string, led chan<- string) {
		lock := &resourcelock.LeaseLock{
			LeaseMeta:  metav1.ObjectMeta{Name: "leader", Namespace: it.namespace},
			Client:     it.client.CoordinationV1(),
			LockConfig: resourcelock.ResourceLockConfig{Identity: name},
		}
		leaderelection.RunOrDie(ctx, leaderelection.LeaderElectionConfig{
			Lock: lock, ReleaseOnCancel: true,
			LeaseDuration: 3 * time.Second, RenewDeadline: 2 * time.Second, RetryPeriod: 200 * time.Millisecond,
			Callbacks: leaderelection.LeaderCallbacks{
				OnStartedLeading: func(context.Context) {
					lead.Lock()
					order = append(order, name)
					lead.Unlock()
					led <- name
				},
				OnStoppedLeading: func() {},
			},
		})
	}
	led := make(chan string, 2)
	first, resign := context.WithCancel(ctx)
	defer resign()
	second, stop := context.WithCancel(ctx)
	defer stop()
	go candidate(first, "first", led)
	if who := <-led; who != "first" {
		return fmt.Errorf("%s leads", who)
	}
	go candidate(second, "second", led)
	resign()
	select {
	case who := <-led:
		if who != "second" {
			return fmt.Errorf("%s leads", who)
		}
	case <-ctx.Done():
		return fmt.Errorf("nobody follows: %v", order)
	}
	lease, err := it.client.CoordinationV1().Leases(it.namespace).Get(ctx, "leader", metav1.GetOptions{})
	if err != nil || *lease.Spec.HolderIdentity != "second" || *lease.Spec.LeaseTransitions != 1 {
		return fmt.Errorf("the lease is %v (%w)", lease, err)
	}
	return nil
}

func records(ctx context.Context, it *desk) error {
	broadcaster := record.NewBroadcaster()
	defer broadcaster.Shutdown()
	broadcaster.StartRecordingToSink(&typedcorev1.EventSinkImpl{Interface: it.client.CoreV1().Events(it.namespace)})
	recorder := broadcaster.NewRecorder(scheme.Scheme, corev1.EventSource{Component: "go-client"})
	about, err := it.client.CoreV1().ConfigMaps(it.namespace).Create(ctx, configMap("told", nil), metav1.CreateOptions{})
	if err != nil {
		return err
	}
	// The same event again is counted, with a patch.
	recorder.Event(about, corev1.EventTypeNormal, "Seen", "seen by a client")
	recorder.Event(about, corev1.EventTypeNormal, "Seen", "seen by a client")
	return until(ctx, "an event seen twice", func() (bool, error) {
		options := metav1.ListOptions{FieldSelector: "involvedObject.name=told,reason=Seen"}
		found, err := it.client.CoreV1().Events(it.namespace).List(ctx, options)
		return err == nil && len(found.Items) == 1 && found.Items[0].Count == 2, err
	})
}
