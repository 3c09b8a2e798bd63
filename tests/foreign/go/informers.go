// Informers of three kinds: typed, of metadata alone, and of a custom resource.
package main

import (
	"context"
	"fmt"
	"sync"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/metadata/metadatainformer"
	"k8s.io/client-go/tools/cache"
)

// seen counts what an informer told.
type seen struct {
	sync.Mutex
	added, updated, deleted int
}

func (s *seen) handler() cache.ResourceEventHandlerFuncs {
	count := func(n *int) {
		s.Lock()
		defer s.Unlock()
		*n++
	}
	return cache.ResourceEventHandlerFuncs{
		AddFunc:    func(any) { count(&s.added) },
		UpdateFunc: func(any, any) { count(&s.updated) },
		DeleteFunc: func(any) { count(&s.deleted) },
	}
}

func (s *seen) is(added, updated, deleted int) bool {
	s.Lock()
	defer s.Unlock()
	return s.added == added && s.updated == updated && s.deleted == deleted
}

func configMap(name string, marks map[string]string) *corev1.ConfigMap {
	return &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: marks}, Data: map[string]string{"a": "1"}}
}

func informs(ctx context.Context, it *desk) error {
	marks := map[string]string{"informer": "typed"}
	maps := it.client.CoreV1().ConfigMaps(it.namespace)
	if _, err := maps.Create(ctx, configMap("before", marks), metav1.CreateOptions{}); err != nil {
		return err
	}
	factory := informers.NewSharedInformerFactoryWithOptions(it.client, 0, informers.WithNamespace(it.namespace),
		informers.WithTweakListOptions(func(o *metav1.ListOptions) { o.LabelSelector = "informer=typed" }))
	informer := factory.Core().V1().ConfigMaps()
	told := &seen{}
	if _, err := informer.Informer().AddEventHandler(told.handler()); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	for kind, synced := range factory.WaitForCacheSync(ctx.Done()) {
		if !synced {
			return fmt.Errorf("%v never synced", kind)
		}
	}
	made, err := maps.Create(ctx, configMap("after", marks), metav1.CreateOptions{})
	if err != nil {
		return err
	}
	if err := until(ctx, "two arrivals", func() (bool, error) { return told.is(2, 0, 0), nil }); err != nil {
		return err
	}
	made.Data["a"] = "2"
	if made, err = maps.Update(ctx, made, metav1.UpdateOptions{}); err != nil {
		return err
	}
	if err := until(ctx, "a change", func() (bool, error) { return told.is(2, 1, 0), nil }); err != nil {
		return err
	}
	held, err := informer.Lister().ConfigMaps(it.namespace).Get("after")
	if err != nil || held.Data["a"] != "2" || held.ResourceVersion != made.ResourceVersion {
		return fmt.Errorf("the cache has %+v (%w), not %+v", held, err, made)
	}
	// An object that the selector loses is a departure.
	patch := []byte(`{"metadata":{"labels":{"informer":null}}}`)
	if _, err := maps.Patch(ctx, "after", types.MergePatchType, patch, metav1.PatchOptions{}); err != nil {
		return err
	}
	if err := maps.Delete(ctx, "before", metav1.DeleteOptions{}); err != nil {
		return err
	}
	if err := until(ctx, "two departures", func() (bool, error) { return told.is(2, 1, 2), nil }); err != nil {
		return err
	}
	left, err := informer.Lister().List(labels.Everything())
	if err != nil || len(left) != 0 {
		return fmt.Errorf("the cache still has %d objects (%w)", len(left), err)
	}
	return nil
}

func informsOfMetadata(ctx context.Context, it *desk) error {
	client, err := metadata.NewForConfig(it.config)
	if err != nil {
		return err
	}
	resource := schema.GroupVersionResource{Version: "v1", Resource: "secrets"}
	factory := metadatainformer.NewFilteredSharedInformerFactory(client, 0, it.namespace, nil)
	informer := factory.ForResource(resource)
	told := &seen{}
	if _, err := informer.Informer().AddEventHandler(told.handler()); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	secret := &corev1.Secret{ObjectMeta: metav1.ObjectMeta{Name: "hidden"}, StringData: map[string]string{"word": "open"}}
	if _, err := it.client.CoreV1().Secrets(it.namespace).Create(ctx, secret, metav1.CreateOptions{}); err != nil {
		return err
	}
	if err := until(ctx, "an arrival", func() (bool, error) { return told.is(1, 0, 0), nil }); err != nil {
		return err
	}
	object, err := informer.Lister().ByNamespace(it.namespace).Get("hidden")
	if err != nil {
		return err
	}
	partial, ok := object.(*metav1.PartialObjectMetadata)
	if !ok || partial.UID == "" {
		return fmt.Errorf("%T %+v is no metadata", object, object)
	}
	return client.Resource(resource).Namespace(it.namespace).Delete(ctx, "hidden", metav1.DeleteOptions{})
}

func informsOfCustom(ctx context.Context, it *desk) error {
	client, err := dynamic.NewForConfig(it.config)
	if err != nil {
		return err
	}
	group := it.namespace + ".go.example.test"
	definition := &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
		"metadata": map[string]any{"name": "gadgets." + group},
		"spec": map[string]any{
			"group": group, "scope": "Namespaced",
			"names": map[string]any{"plural": "gadgets", "singular": "gadget", "kind": "Gadget", "listKind": "GadgetList"},
			"versions": []any{map[string]any{
				"name": "v1", "served": true, "storage": true,
				"schema": map[string]any{"openAPIV3Schema": map[string]any{
					"type": "object",
					"properties": map[string]any{"spec": map[string]any{
						"type":       "object",
						"properties": map[string]any{"size": map[string]any{"type": "integer", "default": int64(3)}},
					}},
				}},
			}},
		},
	}}
	definitions := client.Resource(schema.GroupVersionResource{
		Group: "apiextensions.k8s.io", Version: "v1", Resource: "customresourcedefinitions"})
	if _, err := definitions.Create(ctx, definition, metav1.CreateOptions{}); err != nil {
		return err
	}
	resource := schema.GroupVersionResource{Group: group, Version: "v1", Resource: "gadgets"}
	gadgets := client.Resource(resource).Namespace(it.namespace)
	gadget := &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": group + "/v1", "kind": "Gadget",
		"metadata": map[string]any{"name": "one"}, "spec": map[string]any{},
	}}
	if err := until(ctx, "the new resource", func() (bool, error) {
		_, err := gadgets.Create(ctx, gadget, metav1.CreateOptions{})
		return err == nil, nil
	}); err != nil {
		return err
	}
	factory := dynamicinformer.NewFilteredDynamicSharedInformerFactory(client, 0, it.namespace, nil)
	informer := factory.ForResource(resource)
	told := &seen{}
	if _, err := informer.Informer().AddEventHandler(told.handler()); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	if err := until(ctx, "an arrival", func() (bool, error) { return told.is(1, 0, 0), nil }); err != nil {
		return err
	}
	object, err := informer.Lister().ByNamespace(it.namespace).Get("one")
	if err != nil {
		return err
	}
	size, found, err := unstructured.NestedInt64(object.(*unstructured.Unstructured).Object, "spec", "size")
	if err != nil || !found || size != 3 {
		return fmt.Errorf("size is %d, %v (%w): no default", size, found, err)
	}
	if err := definitions.Delete(ctx, "gadgets."+group, metav1.DeleteOptions{}); err != nil {
		return err
	}
	return until(ctx, "a departure", func() (bool, error) { return told.is(1, 0, 1), nil })
}
