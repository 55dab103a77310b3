#!/usr/bin/env bash
# evanphx/json-patch 5.9.11: a merge patch that it made does not make what it was made for.
#
# CreateMergePatch is described as returning a patch that converts the first document to the
# second. In a merge patch (RFC 7396) null removes a member of an object, and a list is a
# plain value that replaces the old one, whatever it holds. MergePatch looks into lists: of
# the objects in them it drops the members that are null. A definition's widgets stand in a
# list, so when one changes, all of them lose their nulls. A null that is itself a member of
# a list stays.
#
# Guessed: the second document both times. Seen: the first time without "next".
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/evanphx/json-patch/v5 v5.9.11
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	jsonpatch "github.com/evanphx/json-patch/v5"
)

func main() {
	for _, texts := range [][2]string{
		{`{"transitions":[]}`, `{"transitions":[{"event":"timeout","next":null}]}`},
		{`{"transitions":[]}`, `{"transitions":[null,{"event":"timeout"}]}`},
	} {
		patch, err := jsonpatch.CreateMergePatch([]byte(texts[0]), []byte(texts[1]))
		if err != nil {
			panic(err)
		}
		made, err := jsonpatch.MergePatch([]byte(texts[0]), patch)
		fmt.Printf("wanted %s\npatch  %s\nmade   %s, error %v\n", texts[1], patch, made, err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "json-patch $(go list -m -f '{{.Version}}' github.com/evanphx/json-patch/v5)"
cat seen
diff - seen <<'TEXT'
wanted {"transitions":[{"event":"timeout","next":null}]}
patch  {"transitions":[{"event":"timeout","next":null}]}
made   {"transitions":[{"event":"timeout"}]}, error <nil>
wanted {"transitions":[null,{"event":"timeout"}]}
patch  {"transitions":[null,{"event":"timeout"}]}
made   {"transitions":[null,{"event":"timeout"}]}, error <nil>
TEXT
