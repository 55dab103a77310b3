#!/usr/bin/env bash
# osteele/liquid 1.6.0: a date that is missing is the first of January of the year 1.
#
# What is missing is nil, and nil prints nothing (Shopify's description of Liquid's types).
# The filter date turns it into Go's empty time instead and writes that, without an error;
# so "your appointment is on" is followed by a day that nobody chose, and default, which is
# there for what is missing, does not help any more when it stands behind the filter.
#
# Guessed: nothing and "soon", as liquidjs (and Ruby's engine) print. Seen: the year 1.
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
	if err := json.Unmarshal([]byte(`{"empty": null}`), &data); err != nil {
		panic(err)
	}
	engine := liquid.NewEngine()
	for _, template := range []string{
		`{{ missing }}`,
		`{{ missing | date: "%Y-%m-%d" }}`,
		`{{ empty | date: "%B %-d" }}`,
		`{{ missing | date: "%Y" | default: "soon" }}`,
		`{{ missing | default: "soon" | upcase }}`,
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
const engine = new Liquid(), data = {"empty": null};
for (const template of [
  `{{ missing }}`,
  `{{ missing | date: "%Y-%m-%d" }}`,
  `{{ empty | date: "%B %-d" }}`,
  `{{ missing | date: "%Y" | default: "soon" }}`,
  `{{ missing | default: "soon" | upcase }}`,
]) console.log("%s", template, "gives", JSON.stringify(engine.parseAndRenderSync(template, data)));
JS
node other.js > other
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid)"
cat seen
echo "liquidjs 10.30.1, for comparison"
cat other
diff - seen <<'TEXT'
{{ missing }} gives "", error <nil>
{{ missing | date: "%Y-%m-%d" }} gives "0001-01-01", error <nil>
{{ empty | date: "%B %-d" }} gives "January 1", error <nil>
{{ missing | date: "%Y" | default: "soon" }} gives "0001", error <nil>
{{ missing | default: "soon" | upcase }} gives "SOON", error <nil>
TEXT
diff - other <<'TEXT'
{{ missing }} gives ""
{{ missing | date: "%Y-%m-%d" }} gives ""
{{ empty | date: "%B %-d" }} gives ""
{{ missing | date: "%Y" | default: "soon" }} gives "soon"
{{ missing | default: "soon" | upcase }} gives "SOON"
TEXT
