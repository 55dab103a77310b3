#!/usr/bin/env bash
# osteele/liquid 1.6.0: the else of a for is skipped when there is no list at all.
#
# else is for a loop that has nothing to go over ("zero length" in Shopify's description of
# the tag). It runs for a list without members. When the variable is missing, null or an
# empty text, neither the body nor the else is printed, and no error comes; nor for a range
# that ends before it begins, unless it ends just one before. After a request that failed,
# "no appointments" is not said.
#
# Guessed: "none" every time, as liquidjs (and Ruby's engine) print. Seen: twice.
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
	if err := json.Unmarshal([]byte(`{"list": [], "null": null, "text": ""}`), &data); err != nil {
		panic(err)
	}
	engine := liquid.NewEngine()
	for _, template := range []string{
		`{% for x in list %}x{% else %}none{% endfor %}`,
		`{% for x in missing %}x{% else %}none{% endfor %}`,
		`{% for x in null %}x{% else %}none{% endfor %}`,
		`{% for x in text %}x{% else %}none{% endfor %}`,
		`{% for x in (1..0) %}x{% else %}none{% endfor %}`,
		`{% for x in (3..1) %}x{% else %}none{% endfor %}`,
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
const engine = new Liquid(), data = {"list": [], "null": null, "text": ""};
for (const template of [
  `{% for x in list %}x{% else %}none{% endfor %}`,
  `{% for x in missing %}x{% else %}none{% endfor %}`,
  `{% for x in null %}x{% else %}none{% endfor %}`,
  `{% for x in text %}x{% else %}none{% endfor %}`,
  `{% for x in (1..0) %}x{% else %}none{% endfor %}`,
  `{% for x in (3..1) %}x{% else %}none{% endfor %}`,
]) console.log("%s", template, "gives", JSON.stringify(engine.parseAndRenderSync(template, data)));
JS
node other.js > other
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid)"
cat seen
echo "liquidjs 10.30.1, for comparison"
cat other
diff - seen <<'TEXT'
{% for x in list %}x{% else %}none{% endfor %} gives "none", error <nil>
{% for x in missing %}x{% else %}none{% endfor %} gives "", error <nil>
{% for x in null %}x{% else %}none{% endfor %} gives "", error <nil>
{% for x in text %}x{% else %}none{% endfor %} gives "", error <nil>
{% for x in (1..0) %}x{% else %}none{% endfor %} gives "none", error <nil>
{% for x in (3..1) %}x{% else %}none{% endfor %} gives "", error <nil>
TEXT
diff - other <<'TEXT'
{% for x in list %}x{% else %}none{% endfor %} gives "none"
{% for x in missing %}x{% else %}none{% endfor %} gives "none"
{% for x in null %}x{% else %}none{% endfor %} gives "none"
{% for x in text %}x{% else %}none{% endfor %} gives "none"
{% for x in (1..0) %}x{% else %}none{% endfor %} gives "none"
{% for x in (3..1) %}x{% else %}none{% endfor %} gives "none"
TEXT
