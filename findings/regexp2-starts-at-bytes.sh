#!/usr/bin/env bash
# regexp2 1.12.0: where a match ends is not where the next search begins.
#
# A Match counts in runes, whatever was searched (the README says so). The other number of
# the same API, FindStringMatchStartingAt's start, counts in bytes, which nothing says. So
# searching on from match.Index+match.Length starts too early in any text with letters
# beyond ASCII, and finds the same match again. FindRunesMatchStartingAt and FindNextMatch
# go on from the right place.
#
# Guessed: the second "b". Seen: the first once more.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/dlclark/regexp2 v1.12.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/dlclark/regexp2"
)

func main() {
	letter := regexp2.MustCompile("b", regexp2.None)
	for _, text := range []string{"aaabab", "\u00e9\u00e9\u00e9b\u00e9b"} {
		first, _ := letter.FindStringMatch(text)
		end := first.Index + first.Length
		inText, err := letter.FindStringMatchStartingAt(text, end)
		inRunes, errRunes := letter.FindRunesMatchStartingAt([]rune(text), end)
		fmt.Printf("%+q: first at %d, next of the text at %d, next of its runes at %d, errors %v %v\n",
			text, first.Index, inText.Index, inRunes.Index, err, errRunes)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "regexp2 $(go list -m -f '{{.Version}}' github.com/dlclark/regexp2)"
cat seen
diff - seen <<'TEXT'
"aaabab": first at 3, next of the text at 5, next of its runes at 5, errors <nil> <nil>
"\u00e9\u00e9\u00e9b\u00e9b": first at 3, next of the text at 3, next of its runes at 5, errors <nil> <nil>
TEXT
