#!/usr/bin/env bash
# gotextdiff 1.0.3: the difference from or to an empty text cannot be applied.
#
# The library is the part of Go's language server that writes unified diffs, made public;
# the description of Format says that tools like patch can be given the output. A text that
# was empty, or becomes empty, has no lines in its hunk, so the header must say 0,0; it says
# 1, as if a line were there. What shows a change looks right, and whatever applies it
# refuses the patch, for a new file of all things. Lines added to some lines, or taken from
# them, are counted rightly.
#
# Guessed: three patches that git takes. Seen: one.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/hexops/gotextdiff v1.0.3
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/hexops/gotextdiff"
	"github.com/hexops/gotextdiff/myers"
	"github.com/hexops/gotextdiff/span"
)

func main() {
	before, after := os.Args[1], os.Args[2]
	edits := myers.ComputeEdits(span.URIFromPath("text"), before, after)
	fmt.Print(gotextdiff.ToUnified("a/text", "b/text", before, edits))
}
GO
GOFLAGS=-mod=mod go build -o write . 2> log || { cat log; exit 1; }
git init -q .
lines=$'one\n'
try() { # name, before, after
  printf %s "$2" > text
  ./write "$2" "$3" > patch
  if git apply patch 2> log && test "$(cat text; echo .)" = "$3."; then result=applied; else result=refused; fi
  echo "$1: $(grep '^@@' patch) $result"
}
{
  try "a line more" "$lines" "$lines$lines"
  try "from nothing" "" "$lines"
  try "to nothing" "$lines" ""
} > seen
echo "gotextdiff $(go list -m -f '{{.Version}}' github.com/hexops/gotextdiff)"
cat seen
diff - seen <<'TEXT'
a line more: @@ -1 +1,2 @@ applied
from nothing: @@ -1 +1 @@ refused
to nothing: @@ -1 +1 @@ refused
TEXT
