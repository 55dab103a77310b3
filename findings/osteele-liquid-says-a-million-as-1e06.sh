#!/usr/bin/env bash
# osteele/liquid 1.6.0: a million is printed as 1e+06.
#
# A whole number that stands in the template, or in a Go int, is printed with its digits.
# Every number from JSON is a float64 in Go, and so is what plus gives, of whole numbers
# too; from a million on these are printed with an exponent. So a count, an amount or a
# phone number that came as JSON, or one that was added to, is said as "1.5551234567e+10".
#
# Guessed: the digits, as liquidjs (and Ruby's engine) print. Seen: an exponent.
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
	"encoding/json"
	"fmt"

	"github.com/osteele/liquid"
)

func main() {
	var data map[string]any
	if err := json.Unmarshal([]byte(`{"small": 999999, "million": 1000000, "phone": 15551234567}`), &data); err != nil {
		panic(err)
	}
	engine := liquid.NewEngine()
	for _, template := range []string{
		`{{ 1000000 }}`,
		`{{ small }}`,
		`{{ million }}`,
		`{{ phone }}`,
		`{{ 999999 | plus: 1 }}`,
		`{{ "+15551234567" | append: ", " | append: phone }}`,
	} {
		out, err := engine.ParseAndRenderString(template, data)
		fmt.Printf("%s gives %q, error %v\n", template, out, err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . liquidjs@10.30.1 > log || { cat log; exit 1; }
cat > other.js <<'JS'
const { Liquid } = require("liquidjs");
const engine = new Liquid(), data = {"small": 999999, "million": 1000000, "phone": 15551234567};
for (const template of [
  `{{ 1000000 }}`,
  `{{ small }}`,
  `{{ million }}`,
  `{{ phone }}`,
  `{{ 999999 | plus: 1 }}`,
  `{{ "+15551234567" | append: ", " | append: phone }}`,
]) console.log("%s", template, "gives", JSON.stringify(engine.parseAndRenderSync(template, data)));
JS
node other.js > other
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid)"
cat seen
echo "liquidjs 10.30.1, for comparison"
cat other
diff - seen <<'TEXT'
{{ 1000000 }} gives "1000000", error <nil>
{{ small }} gives "999999", error <nil>
{{ million }} gives "1e+06", error <nil>
{{ phone }} gives "1.5551234567e+10", error <nil>
{{ 999999 | plus: 1 }} gives "1e+06", error <nil>
{{ "+15551234567" | append: ", " | append: phone }} gives "+15551234567, 1.5551234567e+10", error <nil>
TEXT
diff - other <<'TEXT'
{{ 1000000 }} gives "1000000"
{{ small }} gives "999999"
{{ million }} gives "1000000"
{{ phone }} gives "15551234567"
{{ 999999 | plus: 1 }} gives "1000000"
{{ "+15551234567" | append: ", " | append: phone }} gives "+15551234567, 15551234567"
TEXT
