#!/usr/bin/env bash
# sigs.k8s.io/yaml 1.6.0: JSONToYAML refuses JSON that has an emoji in it, or "\/".
#
# The library, with which Kubernetes's tools read JSON and YAML alike, converts between the two.
# Most JSON is YAML as well, and JSONToYAML reads it with a YAML parser. That one does not know
# how JSON escapes an emoji (\ud83d\ude00, as Python's json and jq -a write it), nor \/ (as PHP
# writes every address), and calls the file wrong. Unmarshal, for whatever is JSON or YAML, does
# the same. encoding/json and goccy/go-yaml's function of the same name read them. So whether a
# flow can be converted depends on the program that wrote it.
#
# Guessed: three times the text as it was. Seen: once.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/goccy/go-yaml v1.19.2
	sigs.k8s.io/yaml v1.6.0
)
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	goccy "github.com/goccy/go-yaml"
	"sigs.k8s.io/yaml"
)

func main() {
	for _, text := range []string{`{"say":"😀"}`, `{"say":"\ud83d\ude00"}`, `{"url":"https:\/\/example.com"}`} {
		var data any
		if err := json.Unmarshal([]byte(text), &data); err != nil {
			panic(err)
		}
		fmt.Printf("%s, which is %v\n", text, data)
		written, err := yaml.JSONToYAML([]byte(text))
		fmt.Printf("  JSONToYAML: %q, %v\n", written, err)
		fmt.Println("  Unmarshal:", yaml.Unmarshal([]byte(text), &data))
		other, err := goccy.JSONToYAML([]byte(text))
		fmt.Printf("  goccy/go-yaml: %q, %v\n", other, err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "sigs.k8s.io/yaml $(go list -m -f '{{.Version}}' sigs.k8s.io/yaml)"
cat seen
diff - seen <<'TEXT'
{"say":"😀"}, which is map[say:😀]
  JSONToYAML: "say: \"\\U0001F600\"\n", <nil>
  Unmarshal: <nil>
  goccy/go-yaml: "say: 😀\n", <nil>
{"say":"\ud83d\ude00"}, which is map[say:😀]
  JSONToYAML: "", yaml: found invalid Unicode character escape code
  Unmarshal: error converting YAML to JSON: yaml: found invalid Unicode character escape code
  goccy/go-yaml: "say: 😀\n", <nil>
{"url":"https:\/\/example.com"}, which is map[url:https://example.com]
  JSONToYAML: "", yaml: found unknown escape character
  Unmarshal: error converting YAML to JSON: yaml: found unknown escape character
  goccy/go-yaml: "url: https://example.com\n", <nil>
TEXT
