#!/usr/bin/env bash
# osteele/liquid 1.6.0: a range is a list to join and has no size.
#
# Liquid makes a list of (1..3). The filter join sees three members, size sees none: it
# knows the lengths of Go slices, maps and texts, and a range is a struct of its own. A
# template that counts what it lists prints 0, without an error.
#
# Guessed: 3, as liquidjs (and Ruby's engine) print. Seen: 0.
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
		"{{ (1..3) | join }}",
		"{{ (1..3) | size }}",
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
		"{{ (1..3) | join }}",
		"{{ (1..3) | size }}",
]) console.log(template, "gives", JSON.stringify(engine.parseAndRenderSync(template, { sign: "y" })));
JS
node other.js > other
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid)"
cat seen
echo "liquidjs 10.30.1, for comparison"
cat other
diff - seen <<'TEXT'
{{ (1..3) | join }} gives "1 2 3", error <nil>
{{ (1..3) | size }} gives "0", error <nil>
TEXT
diff - other <<'TEXT'
{{ (1..3) | join }} gives "1 2 3"
{{ (1..3) | size }} gives "3"
TEXT
