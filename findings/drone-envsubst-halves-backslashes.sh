#!/usr/bin/env bash
# drone/envsubst 1.0.3: filling ${NAME} in a JSON file turns \\ into \ all over the file.
#
# The package fills ${NAME} in a text, with the functions of a shell, and its README speaks of
# nothing else between the dollar signs. Behind a backslash, though, a second one or a slash is
# taken to be escaped everywhere in the text, and the first is dropped. In JSON each backslash
# of a text is written twice: the pattern ^\\d{4}$ becomes ^\d{4}$, which is no JSON, C:\\new
# becomes a line break, and \\\\ a single backslash, both without an error. A file without any
# variable is changed as well. GNU's envsubst and a8m/envsubst leave all of it.
#
# Guessed: only ${DIGITS} is another. Seen: each pair of backslashes is one.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/a8m/envsubst v1.4.3
	github.com/drone/envsubst v1.0.3
)
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	a8m "github.com/a8m/envsubst/parse"
	"github.com/drone/envsubst"
)

func read(text string) string {
	var value string
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		return "no JSON"
	}
	return fmt.Sprintf("%q", value)
}

func main() {
	for _, text := range []string{`"^\\d{${DIGITS}}$"`, `"C:\\new\\${DIGITS}"`, `"one \\\\ of ${DIGITS}"`, `"no variable: \\n"`} {
		other, errOther := a8m.New("text", []string{"DIGITS=4"}, a8m.Relaxed).Parse(text)
		filled, err := envsubst.Eval(text, func(string) string { return "4" })
		fmt.Println(text, "a8m:", other, errOther, "drone:", filled, err, "which is", read(filled))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "drone/envsubst $(go list -m -f '{{.Version}}' github.com/drone/envsubst)"
cat seen
diff - seen <<'TEXT'
"^\\d{${DIGITS}}$" a8m: "^\\d{4}$" <nil> drone: "^\d{4}$" <nil> which is no JSON
"C:\\new\\${DIGITS}" a8m: "C:\\new\\4" <nil> drone: "C:\new\4" <nil> which is no JSON
"one \\\\ of ${DIGITS}" a8m: "one \\\\ of 4" <nil> drone: "one \\ of 4" <nil> which is "one \\ of 4"
"no variable: \\n" a8m: "no variable: \\n" <nil> drone: "no variable: \n" <nil> which is "no variable: \n"
TEXT
