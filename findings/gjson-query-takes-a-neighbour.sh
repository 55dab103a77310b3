#!/usr/bin/env bash
# gjson 1.20.2: a query for a large number finds the number beside it.
#
# Int gives whole numbers of 64 bits exactly, and that is documented. A query
# (#(id==…)) compares the same numbers as floating point, where neighbours above 2^53 are
# equal; so looking for one identifier gives the object of another, and > misses one. As
# text in quotes the identifiers are told apart.
#
# Guessed: "right". Seen: "wrong".
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/tidwall/gjson v1.20.2
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/tidwall/gjson"
)

func main() {
	const numbers = `[{"id":9007199254740992,"is":"wrong"},{"id":9007199254740993,"is":"right"}]`
	const texts = `[{"id":"9007199254740992","is":"wrong"},{"id":"9007199254740993","is":"right"}]`
	fmt.Println("the second id:", gjson.Get(numbers, "1.id").Int(), gjson.Get(numbers, "1.id"))
	fmt.Println("the number ...993:", gjson.Get(numbers, "#(id==9007199254740993).is"))
	fmt.Println("all above ...992:", gjson.Get(numbers, "#(id>9007199254740992)#.is"))
	fmt.Println("the text ...993:", gjson.Get(texts, `#(id=="9007199254740993").is`))
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "gjson $(go list -m -f '{{.Version}}' github.com/tidwall/gjson)"
cat seen
diff - seen <<'TEXT'
the second id: 9007199254740993 9007199254740993
the number ...993: wrong
all above ...992: []
the text ...993: right
TEXT
