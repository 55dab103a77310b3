#!/usr/bin/env bash
# wI2L/jsondiff 0.7.1: factorized, its patch writes null where the second document has false.
#
# With the option Factorize the patch copies or moves what stands elsewhere in the document
# instead of repeating it. What is alike is told by hashes, and a hash has neither kinds nor
# separators: null, false and "0" are one to it, so are "", [] and {}, and ["1","23"] and
# ["12","3"]. So a widget that has "parameters":[] and gets "offset":{} has two lists after
# the patch, without an error. Equivalent, which is there to pass over the order of a list,
# passes over such changes as well: it finds no difference at all.
#
# Guessed: the patch makes the second document; two differences. Seen: another; none.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/evanphx/json-patch/v5 v5.9.11
	github.com/wI2L/jsondiff v0.7.1
)
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	jsonpatch "github.com/evanphx/json-patch/v5"
	"github.com/wI2L/jsondiff"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	before := []byte(`{"parameters":[],"save_as":null,"keys":["1","23"]}`)
	after := []byte(`{"parameters":[],"save_as":null,"keys":["1","23"],"offset":{},"record":false,"more":["12","3"]}`)
	for _, way := range []struct {
		name    string
		options []jsondiff.Option
	}{{"plain", nil}, {"factorized", []jsondiff.Option{jsondiff.Factorize()}}} {
		patch := must(json.Marshal(must(jsondiff.CompareJSON(before, after, way.options...))))
		result := must(must(jsonpatch.DecodePatch(patch)).Apply(before))
		fmt.Println(way.name, jsonpatch.Equal(result, after), string(result))
	}
	for _, pair := range [][2]string{{`["a","b"]`, `["b","a"]`}, {`[{"next":null}]`, `[{"next":"0"}]`}, {`[{"parameters":[]}]`, `[{"parameters":{}}]`}} {
		patch := must(jsondiff.CompareJSON([]byte(pair[0]), []byte(pair[1]), jsondiff.Equivalent()))
		fmt.Println("equivalent", pair[0], pair[1], len(patch), "differences")
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "jsondiff $(go list -m -f '{{.Version}}' github.com/wI2L/jsondiff)"
cat seen
diff - seen <<'TEXT'
plain true {"parameters":[],"save_as":null,"keys":["1","23"],"more":["12","3"],"offset":{},"record":false}
factorized false {"parameters":[],"save_as":null,"keys":["1","23"],"more":["1","23"],"offset":[],"record":null}
equivalent ["a","b"] ["b","a"] 0 differences
equivalent [{"next":null}] [{"next":"0"}] 0 differences
equivalent [{"parameters":[]}] [{"parameters":{}}] 0 differences
TEXT
