#!/usr/bin/env bash
# subosito/gotenv 1.6.0: what Write wrote, Read reads with the letter t for a tab.
#
# Marshal and Write make an env file of a map of texts, in Go's quotes: \t for a tab, \u00a0
# for a no-break space, \ufeff for a byte order mark. The reader of the same library turns \n
# and \r back and of everything else takes the backslash away, so "1<tab>2" is 1t2 and a
# no-break space the text u00a0. A text that ends with a backslash is an error, since the
# quote behind it counts as part of the text. Viper reads env files with this library. A
# prompt or a price that is kept in one is spoken with letters and digits in it.
#
# Guessed: the text that was written. Seen: letters, and an error.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/subosito/gotenv v1.6.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/subosito/gotenv"
)

func main() {
	for _, text := range []string{"a\nb", "a \"b\"", "1\t2", "10\u00a0€", "\ufefftext", `C:\`} {
		if err := gotenv.Write(gotenv.Env{"TEXT": text}, "env"); err != nil {
			panic(err)
		}
		if read, err := gotenv.Read("env"); err != nil {
			fmt.Printf("%+q: an error\n", text)
		} else {
			fmt.Printf("%+q: %+q\n", text, read["TEXT"])
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "gotenv $(go list -m -f '{{.Version}}' github.com/subosito/gotenv)"
cat seen
diff - seen <<'TEXT'
"a\nb": "a\nb"
"a \"b\"": "a \"b\""
"1\t2": "1t2"
"10\u00a0\u20ac": "10u00a0\u20ac"
"\ufefftext": "ufefftext"
"C:\\": an error
TEXT
