#!/usr/bin/env bash
# hashicorp/go-version 1.9.0: 1.0.0-alpha is newer than 1.0.0-alpha.beta.
#
# Semantic versioning says how versions are ordered: of two that are alike so far, the one with
# more parts behind the hyphen is newer. The library does so when the part that is over is a
# number, as in alpha and alpha.1, and the other way round when it is a word. So the first three
# of the eight versions that semver.org sorts as an example are out of order, "newest" picks the
# older of rc and rc.hotfix, and the constraint "> 1.0.0-rc" leaves out the other. There is no
# error. Masterminds/semver and golang.org/x/mod follow the rule. Terraform compares the versions
# of modules with this one.
#
# Guessed: semver.org's order. Seen: alpha third instead of first.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/Masterminds/semver/v3 v3.4.0
	github.com/hashicorp/go-version v1.9.0
	golang.org/x/mod v0.30.0
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"sort"

	masterminds "github.com/Masterminds/semver/v3"
	"github.com/hashicorp/go-version"
	"golang.org/x/mod/semver"
)

func main() {
	var versions version.Collection
	for _, text := range []string{"1.0.0", "1.0.0-rc.1", "1.0.0-beta.11", "1.0.0-beta.2", "1.0.0-beta", "1.0.0-alpha.beta", "1.0.0-alpha.1", "1.0.0-alpha"} {
		versions = append(versions, version.Must(version.NewVersion(text)))
	}
	sort.Sort(versions)
	fmt.Println("sorted:", versions)
	for _, pair := range [][2]string{{"1.0.0-alpha", "1.0.0-alpha.1"}, {"1.0.0-alpha", "1.0.0-alpha.beta"}, {"1.0.0-rc", "1.0.0-rc.hotfix"}, {"1.0.0-rc.1", "1.0.0-rc.1.2"}, {"1.0.0-rc.1", "1.0.0-rc.1.hotfix"}} {
		a, b := pair[0], pair[1]
		ours := version.Must(version.NewVersion(a)).Compare(version.Must(version.NewVersion(b)))
		constraint, err := version.NewConstraint("> " + a)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s and %s: %d, in %q %v; semver %d, x/mod %d\n", a, b, ours, constraint.String(), constraint.Check(version.Must(version.NewVersion(b))), masterminds.MustParse(a).Compare(masterminds.MustParse(b)), semver.Compare("v"+a, "v"+b))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-version $(go list -m -f '{{.Version}}' github.com/hashicorp/go-version)"
cat seen
diff - seen <<'TEXT'
sorted: [1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-alpha 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0]
1.0.0-alpha and 1.0.0-alpha.1: -1, in "> 1.0.0-alpha" true; semver -1, x/mod -1
1.0.0-alpha and 1.0.0-alpha.beta: 1, in "> 1.0.0-alpha" false; semver -1, x/mod -1
1.0.0-rc and 1.0.0-rc.hotfix: 1, in "> 1.0.0-rc" false; semver -1, x/mod -1
1.0.0-rc.1 and 1.0.0-rc.1.2: -1, in "> 1.0.0-rc.1" true; semver -1, x/mod -1
1.0.0-rc.1 and 1.0.0-rc.1.hotfix: 1, in "> 1.0.0-rc.1" false; semver -1, x/mod -1
TEXT
