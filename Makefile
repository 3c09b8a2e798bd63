# The only door: everything that is built, booted, tested or measured starts here. `make help` lists the targets.
# What the commands do stands in Rust (image/builder, qemu/cluster, tests/run); this file says which is called with what.

export CARGO_TARGET_DIR ?= $(HOME)/.cache/ironstone/target
export PATH := $(HOME)/.cargo/bin:$(PATH)

# Stock programs that tests meet, unpacked beside the system; tests look here.
export IRONSTONE_PEERS ?= $(HOME)/.cache/ironstone/peers
export ETCD_BIN ?= $(IRONSTONE_PEERS)/trixie/usr/bin
export KUBE_API_GOLDENS ?= $(IRONSTONE_PEERS)/testing/usr/share/gocode/src/k8s.io/api/testdata/HEAD

NAME ?= cluster
WORKERS ?= 1
NODES ?= machines
BUILT := $(CARGO_TARGET_DIR)/debug
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# RocksDB's bindings need libclang, the image needs mmdebstrap (and uidmap, without root), machines need QEMU and its firmware;
# qemu-utils is left out on purpose: disks are plain files of our own.
PACKAGES := build-essential ca-certificates clang libclang-dev mmdebstrap qemu-system-x86 ovmf uidmap

# One selection wherever programs are built: another would switch on other features of what they share.
PROGRAMS := $(addprefix --package ,image-builder qemu-cluster apid-machinectl kube-bin machined-bin qemu-runtime)

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 20

.PHONY: cluster
cluster: programs image ## build, make the image, boot a cluster (WORKERS=n NAME=x NODES=machines|native|none)
	out/bin/cluster up --name $(NAME) --workers $(WORKERS) --nodes $(NODES)

.PHONY: cluster-down
cluster-down: ## stop the cluster NAME and remove everything it made
	out/bin/cluster down --name $(NAME)

.PHONY: programs
programs: packages targets ## build our programs into out/bin
	cargo build $(PROGRAMS)
	cargo build --package image-descriptions
	cargo build --package machined-init --package kube-pause --target x86_64-unknown-linux-musl
	cargo build --package machined-loader --target x86_64-unknown-uefi
	@mkdir -p out/bin out/share
	@for p in image cluster machinectl kube machined native-runtime; do cp -uf $(BUILT)/$$p out/bin/; done
	@for p in init pause; do cp -uf $(CARGO_TARGET_DIR)/x86_64-unknown-linux-musl/debug/$$p out/bin/; done
	@cp -uf $(CARGO_TARGET_DIR)/x86_64-unknown-uefi/debug/loader.efi out/bin/
	@if [ ! -e out/share/descriptions.gz ] || [ $(BUILT)/image-descriptions -nt out/share/descriptions.gz ]; then $(BUILT)/image-descriptions out/share/descriptions.gz; fi

.PHONY: image
image: programs ## make the disk image of out/bin's programs in out/image
	out/bin/image build

.PHONY: test
test: packages peers ## pass the tests: rules, one process, native nodes, machines
	cargo run --quiet --package tests-run -- test

.PHONY: test-machines
test-machines: packages peers ## everything that only machines can show: limits, faults, time (long)
	cargo run --quiet --package tests-run -- test-machines

.PHONY: verify
verify: packages ## formatting, lints, house rules; writes nothing
	cargo run --quiet --package tests-run -- verify

.PHONY: fix
fix: ## format, and apply what clippy can
	cargo fmt --all
	cargo clippy --workspace --all-targets --fix --allow-dirty --allow-staged

.PHONY: generate
generate: ## make every generated/ folder again from the committed facts
	cargo run --quiet --package tests-generate

.PHONY: bench
bench: programs image peers ## measure sizes, speed and memory, and the store beside Debian's etcd; one table
	cargo build $(PROGRAMS) --package tests-store --package tests-bench
	$(BUILT)/bench $(if $(ONLY),--only $(ONLY))

.PHONY: peers
peers: packages ## fetch kubectl, etcd and golden objects from Debian, beside the system
	cargo run --quiet --package tests-peers -- $(IRONSTONE_PEERS)

.PHONY: deny
deny: ## licences, bans and sources of dependencies, where cargo-deny is installed
	@if command -v cargo-deny >/dev/null; then cargo deny check; else echo "skipped: cargo-deny: not installed on this host"; fi

.PHONY: packages
packages: ## install Debian packages that are missing (sudo for this only)
	@missing=""; for p in $(PACKAGES); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
		echo "installing:$$missing"; \
		$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

.PHONY: targets
targets:
	@for t in x86_64-unknown-linux-musl x86_64-unknown-uefi; do \
		rustup target list --installed | grep -qx $$t || rustup target add $$t; done
