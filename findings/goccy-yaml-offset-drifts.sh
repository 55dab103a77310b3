#!/usr/bin/env bash
# goccy/go-yaml 1.19.2: a token's Offset drifts by one for every comment before it.
#
# Position has Line, Column and Offset. Line and Column are right; Offset, which looks
# like the place to cut a value out of the text or to put an edit, counts runes from 1
# and loses one for each comment line that was passed. An editor or a linter that
# trusts it marks or changes the wrong bytes, further off with each comment.
#
# Guessed: text[Offset-1] is where an ASCII document's token begins. Seen: it is one
# byte too early after one comment, two after two.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/goccy/go-yaml v1.19.2
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/lexer"
)

func main() {
	const text = "alpha: 1\n# one\nbravo: 2\n# two\ncharlie: 3\n"
	for _, token := range lexer.Tokenize(text) {
		if strings.HasSuffix(token.Value, "a") || token.Value == "bravo" || token.Value == "charlie" {
			at := token.Position
			fmt.Printf("%s: line %d column %d, offset %d, stands at byte %d\n",
				token.Value, at.Line, at.Column, at.Offset-1, strings.Index(text, token.Value))
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }

echo "goccy/go-yaml $(go list -m -f '{{.Version}}' github.com/goccy/go-yaml)"
cat seen
diff - seen <<'TEXT'
alpha: line 1 column 1, offset 0, stands at byte 0
bravo: line 3 column 1, offset 14, stands at byte 15
charlie: line 5 column 1, offset 28, stands at byte 30
TEXT
