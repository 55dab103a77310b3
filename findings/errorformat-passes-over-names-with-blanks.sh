#!/usr/bin/env bash
# reviewdog/errorformat 0.0.0-20260721110140: a finding in "opening hours.json" is none.
#
# The library reads what compilers and linters print, by patterns in the manner of Vim's
# errorformat, for reviewdog (-efm) and efm-langserver. In Vim 9.0 and Neovim a %f with a colon
# behind it takes all that stands before the place, blanks as well. Here a name ends at a blank:
# the line fits no pattern, is not valid, and whoever reads only what is valid passes over
# it without a word. Colons and letters beyond ASCII in names are no trouble. A format with
# a structure, as rdjson is, has none with blanks either.
#
# Guessed: four findings. Seen: three.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/reviewdog/errorformat v0.0.0-20260721110140-13bff69235f3
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/reviewdog/errorformat"
)

func main() {
	format, err := errorformat.NewErrorformat([]string{"%f:%l:%c: %m"})
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"hours.json", "opening hours.json", "flows/9:00.json", "menü.json"} {
		lines := format.NewScanner(strings.NewReader(name + ":3:7: error: nobody says hello\n"))
		for lines.Scan() {
			entry := lines.Entry()
			fmt.Printf("%s: valid %t, %q, line %d, column %d\n", name, entry.Valid, entry.Filename, entry.Lnum, entry.Col)
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "errorformat $(go list -m -f '{{.Version}}' github.com/reviewdog/errorformat)"
cat seen
diff - seen <<'TEXT'
hours.json: valid true, "hours.json", line 3, column 7
opening hours.json: valid false, "", line 0, column 0
flows/9:00.json: valid true, "flows/9:00.json", line 3, column 7
menü.json: valid true, "menü.json", line 3, column 7
TEXT
