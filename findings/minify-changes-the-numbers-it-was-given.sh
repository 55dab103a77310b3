#!/usr/bin/env bash
# tdewolff/minify 2.24.25: minifying JSON changes the numbers of the text that was given.
#
# Bytes takes a text and returns a shorter one; 1000 is 1e3 there, which is the same. The shorter numbers are made in the caller's slice, so that what was
# handed over says something else afterwards: 1e30 retries where there were 1000, 211 for an
# exponent of 21, and text that is no JSON. Who minifies to compare, to hash or to count
# bytes, and then writes or checks what he has, goes on with other values. The description
# of Bytes says that in an error it returns "the original array".
#
# Guessed: the text is as it was. Seen: 1e30, 1e211, 01e-6001.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/tdewolff/minify/v2 v2.24.25
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/json"
)

func main() {
	minifier := minify.New()
	minifier.AddFunc("application/json", json.Minify)
	for _, text := range []string{`{"retries": 1000, "say": "Hello"}`, `{"retries": 5}`, `[1e+21, 2]`, `[0.000001, 2]`} {
		given := []byte(text)
		made, err := minifier.Bytes("application/json", given)
		fmt.Printf("%s gives %s, error %v, and is then %s\n", text, made, err, given)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "minify $(go list -m -f '{{.Version}}' github.com/tdewolff/minify/v2)"
cat seen
diff - seen <<'TEXT'
{"retries": 1000, "say": "Hello"} gives {"retries":1e3,"say":"Hello"}, error <nil>, and is then {"retries": 1e30, "say": "Hello"}
{"retries": 5} gives {"retries":5}, error <nil>, and is then {"retries": 5}
[1e+21, 2] gives [1e21,2], error <nil>, and is then [1e211, 2]
[0.000001, 2] gives [1e-6,2], error <nil>, and is then [01e-6001, 2]
TEXT
