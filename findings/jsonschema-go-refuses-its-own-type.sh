#!/usr/bin/env bash
# jsonschema-go 0.4.3: the schema of a Go type refuses that type's own JSON.
#
# For makes a schema of a Go type, and the Go SDK of the Model Context Protocol checks by
# it what tools return. It does not look at how encoding/json writes some types: []byte
# becomes a list of numbers (it is base64 text), the tag's option "string" is ignored,
# big.Int becomes text (it is a number), and a nil map is not allowed although a nil slice
# and a nil pointer are. No error comes before a value is checked.
#
# Guessed: what json.Marshal writes is valid. Seen: four of six are not.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/google/jsonschema-go v0.4.3
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/google/jsonschema-go/jsonschema"
)

func check[T any](name string, value T) {
	schema, err := jsonschema.For[T](nil)
	if err != nil {
		fmt.Println(name, err)
		return
	}
	resolved, err := schema.Resolve(nil)
	if err != nil {
		fmt.Println(name, err)
		return
	}
	text, _ := json.Marshal(value)
	var read any
	json.Unmarshal(text, &read)
	fmt.Printf("%s: %s, valid %v\n", name, text, resolved.Validate(read) == nil)
}

func main() {
	check("nil slice", struct{ A []int }{})
	check("nil pointer", struct{ A *int }{})
	check("nil map", struct{ A map[string]int }{})
	check("bytes", struct{ A []byte }{[]byte("hello")})
	check("option string", struct {
		A int `json:",string"`
	}{5})
	check("big.Int", struct{ A *big.Int }{big.NewInt(5)})
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "jsonschema-go $(go list -m -f '{{.Version}}' github.com/google/jsonschema-go)"
cat seen
diff - seen <<'TEXT'
nil slice: {"A":null}, valid true
nil pointer: {"A":null}, valid true
nil map: {"A":null}, valid false
bytes: {"A":"aGVsbG8="}, valid false
option string: {"A":"5"}, valid false
big.Int: {"A":5}, valid false
TEXT
