#!/usr/bin/env bash
# goccy/go-yaml 1.19.2: a merge key (<<) overrides what is written beside it.
#
# What a mapping says itself wins over what it merges, wherever the merge key stands. Here
# the later of the two wins in a Go map, so a key before the merge key is lost silently.
# Into a struct the same text is an error (a duplicate key, which it has not), and
# YAMLToJSON writes the key twice and leaves the choice to whoever reads that.
#
# Guessed: 2 everywhere, as the merge key's description and the package yaml (npm) have
# it. Seen: 1, an error, and both.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/goccy/go-yaml v1.19.2
MOD
printf 'base: &base {retries: 1}\njob:\n  retries: 2\n  <<: *base\n' > example.yaml
cat > main.go <<'GO'
package main

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed example.yaml
var text []byte

func main() {
	var asMap map[string]map[string]int
	err := yaml.Unmarshal(text, &asMap)
	fmt.Println("map:", asMap["job"]["retries"], err)
	var asStruct struct{ Base, Job struct{ Retries int } }
	err = yaml.Unmarshal(text, &asStruct)
	fmt.Println("struct:", strings.Split(fmt.Sprint(err), "\n")[0])
	json, err := yaml.YAMLToJSON(text)
	fmt.Println("JSON:", strings.TrimSpace(string(json)), err)
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . yaml@2.9.1 > log || { cat log; exit 1; }
echo "goccy/go-yaml $(go list -m -f '{{.Version}}' github.com/goccy/go-yaml)"
cat seen
node -e 'console.log("yaml 2.9.1 (npm), for comparison:", require("yaml").parse(require("fs").readFileSync("example.yaml", "utf8"), { merge: true }).job.retries)' > other
cat other
diff - seen <<'TEXT'
map: 1 <nil>
struct: [1:23] duplicate key "retries"
JSON: {"base": {"retries": 1}, "job": {"retries": 2, "retries": 1}} <nil>
TEXT
grep -q ': 2$' other
