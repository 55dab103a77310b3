#!/usr/bin/env bash
# Masterminds/sprig 3.3.0: duration makes 1m35s of "95" and 0s of 95, and an hour is 60m.
#
# In templates of Helm and of many Go programs, duration formats "a given amount of seconds", by
# its description, and its example is a text. A number that stands in the template is Go's int,
# one from JSON a float64; neither is among the types that it knows, and what it does not know
# is 0. So is a time.Duration for durationRound, though the description names it as one of three.
# durationRound gives the largest unit that the length is longer than, so of exactly one it takes
# the unit below. No error comes. A caller is told to wait 0 seconds.
#
# Guessed: 1m35s for each, 2h twice, 1h. Seen: 0s for three and for the time.Duration, and 60m.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/Masterminds/sprig/v3 v3.3.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"text/template"
	"time"

	"github.com/Masterminds/sprig/v3"
)

func main() {
	one := template.Must(template.New("").Funcs(sprig.FuncMap()).Parse("{{duration .}}\n"))
	for _, seconds := range []any{"95", int64(95), 95, 95.0, uint(95)} {
		fmt.Printf("duration of %T %v: ", seconds, seconds)
		if err := one.Execute(os.Stdout, seconds); err != nil {
			panic(err)
		}
	}
	round := template.Must(template.New("").Funcs(sprig.FuncMap()).Parse("{{durationRound .}}\n"))
	for _, length := range []any{"2h10m5s", 2*time.Hour + 10*time.Minute, "1h0m1s", "1h", "24h"} {
		fmt.Printf("durationRound of %T %v: ", length, length)
		if err := round.Execute(os.Stdout, length); err != nil {
			panic(err)
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "sprig $(go list -m -f '{{.Version}}' github.com/Masterminds/sprig/v3)"
cat seen
diff - seen <<'TEXT'
duration of string 95: 1m35s
duration of int64 95: 1m35s
duration of int 95: 0s
duration of float64 95: 0s
duration of uint 95: 0s
durationRound of string 2h10m5s: 2h
durationRound of time.Duration 2h10m0s: 0s
durationRound of string 1h0m1s: 1h
durationRound of string 1h: 60m
durationRound of string 24h: 24h
TEXT
