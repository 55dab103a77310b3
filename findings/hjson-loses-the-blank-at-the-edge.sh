#!/usr/bin/env bash
# hjson-go 4.6.0: a text that begins with a tab, or ends with a no-break space, comes back
# without it.
#
# Hjson is JSON for people, with texts that need no quotes. Marshal knows that a blank at the
# edge would be lost there, and writes quotes; of a no-break space, U+00A0, it does not
# think, and Unmarshal takes that away like a blank. A tab sends the text into ''' marks,
# where all white space up to the first other sign is the indentation to the reader. Neither
# gives an error. In French a no-break space stands before a colon, and texts that are joined
# end with it. In the middle both stay.
#
# Guessed: Unmarshal gives what Marshal was given. Seen: less, three times of six.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/hjson/hjson-go/v4 v4.6.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/hjson/hjson-go/v4"
)

func main() {
	for _, text := range []string{" 1", "a\tb", "a\u00a0b", "\t1", "\u00a01", "Prix\u00a0"} {
		written, err := hjson.Marshal(map[string]any{"text": text})
		if err != nil {
			panic(err)
		}
		var read map[string]any
		if err := hjson.Unmarshal(written, &read); err != nil {
			panic(err)
		}
		fmt.Printf("%+q: %+q, which is %+q\n", text, written, read["text"])
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "hjson-go $(go list -m -f '{{.Version}}' github.com/hjson/hjson-go/v4)"
cat seen
diff - seen <<'TEXT'
" 1": "{\n  text: \" 1\"\n}", which is " 1"
"a\tb": "{\n  text: '''a\tb'''\n}", which is "a\tb"
"a\u00a0b": "{\n  text: a\u00a0b\n}", which is "a\u00a0b"
"\t1": "{\n  text: '''\t1'''\n}", which is "1"
"\u00a01": "{\n  text: \u00a01\n}", which is "1"
"Prix\u00a0": "{\n  text: Prix\u00a0\n}", which is "Prix"
TEXT
