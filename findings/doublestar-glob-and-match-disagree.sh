#!/usr/bin/env bash
# doublestar 4.10.4: a/{**,b} is a and all below it for Glob, but not a for Match.
#
# ** stands for no folder, too, so a/** matches a; both functions agree there. Put the
# same ** into braces, with any alternative, and Match leaves a out, while Glob, which
# looks at files, still finds it. A tool that lists with Glob and later asks Match, or
# takes braces to mean the same as their alternatives one by one, treats a in two ways.
#
# Guessed: yes everywhere. Seen: one no.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/bmatcuk/doublestar/v4 v4.10.4
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"slices"
	"testing/fstest"

	"github.com/bmatcuk/doublestar/v4"
)

func main() {
	files := fstest.MapFS{"a/c/d": {}}
	for _, pattern := range []string{"a/**", "a/{**,b}"} {
		for _, name := range []string{"a", "a/c", "a/c/d"} {
			found, err := doublestar.Glob(files, pattern)
			matches, errMatch := doublestar.Match(pattern, name)
			fmt.Println(pattern, name, "Glob", slices.Contains(found, name), err, "Match", matches, errMatch)
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "doublestar $(go list -m -f '{{.Version}}' github.com/bmatcuk/doublestar/v4)"
cat seen
diff - seen <<'TEXT'
a/** a Glob true <nil> Match true <nil>
a/** a/c Glob true <nil> Match true <nil>
a/** a/c/d Glob true <nil> Match true <nil>
a/{**,b} a Glob true <nil> Match false <nil>
a/{**,b} a/c Glob true <nil> Match true <nil>
a/{**,b} a/c/d Glob true <nil> Match true <nil>
TEXT
