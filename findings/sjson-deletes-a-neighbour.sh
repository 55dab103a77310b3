#!/usr/bin/env bash
# sjson 1.2.9: deleting a member whose name begins with a quote deletes its neighbour too,
# or leaves text that is no JSON.
#
# The path that gjson.Escape makes of the name finds the member, and Set changes it and
# nothing else. Delete with the same path takes the member before it along, without an
# error; where it is the first, the head of its object goes, and the brackets no longer
# match. A quote further on in the name does no harm. Delete's whole description is that it
# deletes the value at the path.
#
# Guessed: {"o":{"a":1,"b":2}} every time. Seen: once.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/tidwall/gjson v1.20.2
	github.com/tidwall/sjson v1.2.9
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/tidwall/gjson"
	"github.com/tidwall/sjson"
)

func main() {
	for _, c := range [][2]string{
		{`{"o":{"a":1,"say \"yes\"":0,"b":2}}`, `say "yes"`},
		{`{"o":{"a":1,"\"yes\"":0,"b":2}}`, `"yes"`},
		{`{"o":{"\"yes\"":0,"a":1,"b":2}}`, `"yes"`},
	} {
		path := "o." + gjson.Escape(c[1])
		set, err := sjson.Set(c[0], path, 9)
		fmt.Println(c[0], "has", gjson.Get(c[0], path), "at", path)
		fmt.Println("set gives", set, err)
		deleted, err := sjson.Delete(c[0], path)
		fmt.Println("delete gives", deleted, err, "valid:", gjson.Valid(deleted))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "sjson $(go list -m -f '{{.Version}}' github.com/tidwall/sjson)"
cat seen
diff - seen <<'TEXT'
{"o":{"a":1,"say \"yes\"":0,"b":2}} has 0 at o.say \"yes\"
set gives {"o":{"a":1,"say \"yes\"":9,"b":2}} <nil>
delete gives {"o":{"a":1,"b":2}} <nil> valid: true
{"o":{"a":1,"\"yes\"":0,"b":2}} has 0 at o.\"yes\"
set gives {"o":{"a":1,"\"yes\"":9,"b":2}} <nil>
delete gives {"o":{"b":2}} <nil> valid: true
{"o":{"\"yes\"":0,"a":1,"b":2}} has 0 at o.\"yes\"
set gives {"o":{"\"yes\"":9,"a":1,"b":2}} <nil>
delete gives {"a":1,"b":2}} <nil> valid: false
TEXT
