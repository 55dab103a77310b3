#!/usr/bin/env bash
# pmezard/go-difflib 1.0.0: its patch of a file that ends with a line break cannot be applied.
#
# The library writes unified diffs. Its SplitLines is there to make the lines of a text for them,
# and makes one more than there are when the text ends with a line break, as files do: an empty
# one. So a change near the end has a line behind it in the patch that the file has not, and git
# apply refuses it. A text without a break at its end is given one: to add the break
# is to add an empty line, in a patch that cannot be applied either.
#
# Guessed: git apply makes the second text. Seen: refused every time but far from the end.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/pmezard/go-difflib v1.0.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/pmezard/go-difflib/difflib"
)

func main() {
	before, _ := os.ReadFile("before")
	after, _ := os.ReadFile("after")
	text, err := difflib.GetUnifiedDiffString(difflib.UnifiedDiff{
		A: difflib.SplitLines(string(before)), B: difflib.SplitLines(string(after)),
		FromFile: "a/flow.json", ToFile: "b/flow.json", Context: 3,
	})
	if err != nil {
		panic(err)
	}
	fmt.Print(text)
}
GO
GOFLAGS=-mod=mod go build -o differ . 2> log || { cat log; exit 1; }
for change in '{\n  "a": 1\n}\n|{\n  "a": 2\n}\n' '{}\n|[]\n' '{}|{}\n' '1\n2\n3\n4\n5\n|0\n2\n3\n4\n5\n'; do
  printf '%b' "${change%|*}" | tee before > flow.json
  printf '%b' "${change#*|}" > after
  ./differ > change.patch
  if git apply change.patch 2> told && cmp flow.json after; then verdict=applied; else verdict=$(tail -n 1 told); fi
  echo "$change: $verdict, $(grep -cx '[ +]' change.patch || true) empty lines"
done > seen
echo "go-difflib $(go list -m -f '{{.Version}}' github.com/pmezard/go-difflib)"
cat seen
diff - seen <<'TEXT'
{\n  "a": 1\n}\n|{\n  "a": 2\n}\n: error: flow.json: patch does not apply, 1 empty lines
{}\n|[]\n: error: flow.json: patch does not apply, 1 empty lines
{}|{}\n: error: flow.json: patch does not apply, 1 empty lines
1\n2\n3\n4\n5\n|0\n2\n3\n4\n5\n: applied, 0 empty lines
TEXT
