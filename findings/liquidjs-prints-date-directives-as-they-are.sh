#!/usr/bin/env bash
# liquidjs 10.30.1: {{ day | date: "%F %R" }} prints "%F %R".
#
# date takes the directives of strftime, by Shopify's description of the filter, and Ruby's
# engine hands them to Ruby's strftime. liquidjs has a table of its own, and what it lacks
# is printed as text, with no error and in strictFilters, too: the whole date %F, the time
# %T, %R and %r, %D, and the week %V with its year %G. %q, which strftime does not have, is
# "st" or "nd". osteele/liquid 1.6.0 knows all of them but %q.
#
# Guessed: 2026-03-02 and so on. Seen: the directives.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . liquidjs@10.30.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { Liquid } = require("liquidjs");
const engine = new Liquid({ strictFilters: true, timezoneOffset: 0 });
for (const form of ["%Y-%m-%d", "%F", "%H:%M", "%R", "%T", "%r", "%D", "%W", "%G-W%V", "%q"])
  console.log("%s", form + ": " + engine.parseAndRenderSync(`{{ day | date: "${form}" }}`, { day: "2026-03-02T09:05:00Z" }));
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
	"time"

	"github.com/osteele/liquid"
)

func main() {
	engine := liquid.NewEngine()
	for _, form := range []string{"%Y-%m-%d", "%F", "%H:%M", "%R", "%T", "%r", "%D", "%W", "%G-W%V"} {
		text, err := engine.ParseAndRenderString(`{{ day | date: "`+form+`" }}`, map[string]any{"day": time.Date(2026, 3, 2, 9, 5, 0, 0, time.UTC)})
		if err != nil {
			panic(err)
		}
		fmt.Println(form+":", text)
	}
}
GO
GOFLAGS=-mod=mod go run . > other 2> log || { cat log; exit 1; }
echo "liquidjs 10.30.1"
cat seen
echo "osteele/liquid $(go list -m -f '{{.Version}}' github.com/osteele/liquid), for comparison"
cat other
diff - seen <<'TEXT'
%Y-%m-%d: 2026-03-02
%F: %F
%H:%M: 09:05
%R: %R
%T: %T
%r: %r
%D: %D
%W: 09
%G-W%V: %G-W%V
%q: nd
TEXT
diff - other <<'TEXT'
%Y-%m-%d: 2026-03-02
%F: 2026-03-02
%H:%M: 09:05
%R: 09:05
%T: 09:05:00
%r: 09:05:00 AM
%D: 03/02/26
%W: 09
%G-W%V: 2026-W10
TEXT
