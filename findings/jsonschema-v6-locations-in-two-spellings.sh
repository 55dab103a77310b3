#!/usr/bin/env bash
# santhosh-tekuri/jsonschema 6.0.3: one of two JSON Pointers is percent-encoded.
#
# A result in JSON Schema's output format has a keywordLocation and an instanceLocation;
# both are JSON Pointers, where a blank is a blank. Here the first is written as if it
# stood in a URL, so whoever looks it up in the schema finds nothing as soon as a name
# has a blank or a letter beyond ASCII. Version 5 of the library encodes both.
#
# Guessed: /properties/my name/type and /my name. Seen: /properties/my%20name/type.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	five "github.com/santhosh-tekuri/jsonschema/v5"
	six "github.com/santhosh-tekuri/jsonschema/v6"
)

const schema = `{"properties": {"my name": {"type": "string"}}}`

func main() {
	data := map[string]any{"my name": 1}
	document, err := six.UnmarshalJSON(strings.NewReader(schema))
	if err != nil {
		fmt.Println(err)
		return
	}
	compiler := six.NewCompiler()
	compiler.AddResource("example.json", document)
	result := compiler.MustCompile("example.json").Validate(data).(*six.ValidationError).BasicOutput().Errors[0]
	fmt.Println("6: keyword", result.KeywordLocation, "instance", result.InstanceLocation)
	before := five.MustCompileString("example.json", schema).Validate(data).(*five.ValidationError).BasicOutput().Errors[1]
	fmt.Println("5: keyword", before.KeywordLocation, "instance", before.InstanceLocation)
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "jsonschema $(go list -m -f '{{.Version}}' github.com/santhosh-tekuri/jsonschema/v6) and $(go list -m -f '{{.Version}}' github.com/santhosh-tekuri/jsonschema/v5)"
cat seen
diff - seen <<'TEXT'
6: keyword /properties/my%20name/type instance /my name
5: keyword /properties/my%20name/type instance /my%20name
TEXT
