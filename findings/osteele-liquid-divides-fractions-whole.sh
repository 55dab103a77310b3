#!/usr/bin/env bash
# osteele/liquid 1.6.0: a fraction divided by a whole number loses its fraction first.
#
# divided_by rounds down between whole numbers; with a fraction on either side Liquid
# divides exactly. Here the type of the divisor alone decides: 1.5 is cut to 1 before the
# division, so an amount divided by a count is wrong by up to a whole unit, silently.
#
# Guessed: 1.5 and 3.75, as liquidjs (and Ruby's engine) print. Seen: 1 and 3.
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
		"{{ 1.5 | divided_by: 1 }}",
		"{{ 7.5 | divided_by: 2 }}",
		"{{ 7.5 | divided_by: 2.0 }}",
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
		"{{ 1.5 | divided_by: 1 }}",
		"{{ 7.5 | divided_by: 2 }}",
		"{{ 7.5 | divided_by: 2.0 }}",
]) console.log(template, "gives", JSON.stringify(engine.parseAndRenderSync(template, { sign: "y" })));
JS
node other.js > other
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid)"
cat seen
echo "liquidjs 10.30.1, for comparison"
cat other
diff - seen <<'TEXT'
{{ 1.5 | divided_by: 1 }} gives "1", error <nil>
{{ 7.5 | divided_by: 2 }} gives "3", error <nil>
{{ 7.5 | divided_by: 2.0 }} gives "3.75", error <nil>
TEXT
diff - other <<'TEXT'
{{ 1.5 | divided_by: 1 }} gives "1.5"
{{ 7.5 | divided_by: 2 }} gives "3.75"
{{ 7.5 | divided_by: 2.0 }} gives "3.75"
TEXT
