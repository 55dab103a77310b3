#!/usr/bin/env bash
# ojg 1.28.5: its SEN writer makes true of the text "true", and of a phone number what its
# parser refuses.
#
# SEN is JSON with fewer marks, from the authors of the library, and its page says which texts
# may stand without quotes: those that begin with a letter or a few signs, so neither
# a plus nor a hyphen. Before a digit the writer does put quotes. "true", "false" and
# "null" have none and are read as values, "-1" as a number; +15551234567 and a lone hyphen
# are errors. A definition that is kept in SEN says something else when it is JSON again,
# or cannot be read. The package oj beside it writes JSON rightly.
#
# Guessed: Parse gives the text that String was given. Seen: other values and errors.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/ohler55/ojg v1.28.5
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	"github.com/ohler55/ojg/sen"
)

func main() {
	for _, text := range []string{"yes", "007", "true", "null", "-1", "+15551234567", "-"} {
		written := sen.String([]any{text})
		value, err := sen.Parse([]byte(written))
		if err != nil {
			fmt.Printf("%q: %s, which is an error\n", text, written)
			continue
		}
		read, err := json.Marshal(value)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%q: %s, which is %s\n", text, written, read)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "ojg $(go list -m -f '{{.Version}}' github.com/ohler55/ojg)"
cat seen
diff - seen <<'TEXT'
"yes": [yes], which is ["yes"]
"007": ["007"], which is ["007"]
"true": [true], which is [true]
"null": [null], which is [null]
"-1": [-1], which is [-1]
"+15551234567": [+15551234567], which is an error
"-": [-], which is an error
TEXT
