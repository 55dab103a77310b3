#!/usr/bin/env bash
# osteele/liquid 1.6.0: the hyphen of the next {{- eats the end of the value before it.
#
# A hyphen trims the white space of the template on its side. Here it trims whatever has
# been written so far, so the blank or line break at the end of a value (what a person
# typed, say) goes as well when the next markup happens to begin with {{-.
#
# Guessed: "[ b y]", as liquidjs (and Ruby's engine) print. Seen: "[ by]".
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/osteele/liquid v1.6.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/osteele/liquid"
)

func main() {
	engine := liquid.NewEngine()
	for _, template := range []string{
		"[{{ ' b ' }}{{ sign }}]",
		"[{{ ' b ' }}{{- sign }}]",
	} {
		out, err := engine.ParseAndRenderString(template, map[string]any{"sign": "y"})
		fmt.Printf("%s gives %q, error %v\n", template, out, err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . liquidjs@10.30.1 > log || { cat log; exit 1; }
cat > other.js <<'JS'
const { Liquid } = require("liquidjs");
const engine = new Liquid();
for (const template of [
		"[{{ ' b ' }}{{ sign }}]",
		"[{{ ' b ' }}{{- sign }}]",
]) console.log(template, "gives", JSON.stringify(engine.parseAndRenderSync(template, { sign: "y" })));
JS
node other.js > other
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid)"
cat seen
echo "liquidjs 10.30.1, for comparison"
cat other
diff - seen <<'TEXT'
[{{ ' b ' }}{{ sign }}] gives "[ b y]", error <nil>
[{{ ' b ' }}{{- sign }}] gives "[ by]", error <nil>
TEXT
diff - other <<'TEXT'
[{{ ' b ' }}{{ sign }}] gives "[ b y]"
[{{ ' b ' }}{{- sign }}] gives "[ b y]"
TEXT
