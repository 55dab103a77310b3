#!/usr/bin/env bash
# liquidjs 10.30.1, osteele/liquid 1.6.0: truncatewords puts "..." behind a text that it
# did not shorten.
#
# The filter's description, Shopify's and that of liquidjs.com/filters/truncatewords, says
# that the dots come if fewer words are asked for than the text has. liquidjs adds them when
# just as many are asked for, osteele/liquid when more are, too. So a name of two words,
# held to two words, is said with dots.
#
# Guessed: "one two" for 2 and 3, as Ruby's engine prints. Seen: "one two..." in three of
# four.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . liquidjs@10.30.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { Liquid } = require("liquidjs");
const engine = new Liquid();
for (const words of [1, 2, 3]) console.log(words, engine.parseAndRenderSync("{{ 'one two' | truncatewords: words }}", { words }));
JS
node example.js > seen
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
	for _, words := range []int{1, 2, 3} {
		out, err := engine.ParseAndRenderString("{{ 'one two' | truncatewords: words }}", map[string]any{"words": words})
		if err != nil {
			panic(err)
		}
		fmt.Println(words, out)
	}
}
GO
GOFLAGS=-mod=mod go run . > other 2> log || { cat log; exit 1; }
echo "liquidjs 10.30.1"
cat seen
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid)"
cat other
diff - seen <<'TEXT'
1 one...
2 one two...
3 one two
TEXT
diff - other <<'TEXT'
1 one...
2 one two...
3 one two...
TEXT
