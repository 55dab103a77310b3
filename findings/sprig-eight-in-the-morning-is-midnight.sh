#!/usr/bin/env bash
# Masterminds/sprig 3.3.0: int makes 7 of "07", and 0 of "08" and "09".
#
# The functions int and int64, in templates of Helm and of many Go programs, convert to a
# whole number by their description, atoi a text to one. atoi reads the text as decimal; int
# as Go source, where a 0 in front means base 8. There is no 8 or 9 in that base, so these
# are errors, and an error is 0, with no word of it; 010 is 8. "1.5" and "1e3" are 0
# as well. A line's opening hour, of two digits as times have them, is right up to seven,
# and from ten on.
#
# Guessed: the same from int and atoi. Seen: 0 for 08 and 09.
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
	"os"
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

func main() {
	lines := template.Must(template.New("").Funcs(sprig.FuncMap()).Parse(`{{range .}}{{.}}: int {{int .}}, int64 {{int64 .}}, atoi {{atoi .}}
{{end}}`))
	if err := lines.Execute(os.Stdout, []string{"7", "07", "08", "09", "10", "010"}); err != nil {
		panic(err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "sprig $(go list -m -f '{{.Version}}' github.com/Masterminds/sprig/v3)"
cat seen
diff - seen <<'TEXT'
7: int 7, int64 7, atoi 7
07: int 7, int64 7, atoi 7
08: int 0, int64 0, atoi 8
09: int 0, int64 0, atoi 9
10: int 10, int64 10, atoi 10
010: int 8, int64 8, atoi 10
TEXT
