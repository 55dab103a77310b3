#!/usr/bin/env bash
# adrg/strutil 0.3.1: by Jaro, "no" and "on" are 0.83 alike, and "stop" and "post" 0.72.
#
# In Jaro's measure a letter has a partner if the same one stands near enough in the other
# text: at a distance of half the longer text, rounded down, less one. The library
# leaves the "less one" out, so it finds partners that are not, and short texts, of which
# menus and keywords are made, are far too alike; JaroWinkler is made of it. The article
# that the README names for the method has the rule. go-edlib and smetrics keep it. A bound
# of 0.8 takes "on" for "no".
#
# Guessed: the same from the three. Seen: more from strutil, but for the first.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/adrg/strutil v0.3.1
	github.com/hbollon/go-edlib v1.7.0
	github.com/xrash/smetrics v0.0.0-20250705151800-55b8f293f342
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/adrg/strutil/metrics"
	"github.com/hbollon/go-edlib"
	"github.com/xrash/smetrics"
)

func main() {
	for _, texts := range [][2]string{{"martha", "marhta"}, {"no", "on"}, {"one", "eon"}, {"stop", "post"}, {"12345", "54321"}} {
		a, b := texts[0], texts[1]
		fmt.Printf("%s and %s: strutil %.2f, go-edlib %.2f, smetrics %.2f\n", a, b, metrics.NewJaro().Compare(a, b), edlib.JaroSimilarity(a, b), smetrics.Jaro(a, b))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
for library in adrg/strutil hbollon/go-edlib xrash/smetrics; do echo "$library $(go list -m -f '{{.Version}}' github.com/$library)"; done
cat seen
diff - seen <<'TEXT'
martha and marhta: strutil 0.94, go-edlib 0.94, smetrics 0.94
no and on: strutil 0.83, go-edlib 0.00, smetrics 0.00
one and eon: strutil 0.78, go-edlib 0.00, smetrics 0.00
stop and post: strutil 0.72, go-edlib 0.50, smetrics 0.50
12345 and 54321: strutil 0.62, go-edlib 0.47, smetrics 0.47
TEXT
