#!/usr/bin/env bash
# go-cty 1.20.0: equal numbers have quotients that are not equal.
#
# Numbers are said to be of arbitrary precision, and 1 made of a Go integer equals 1 read
# from text. But a number keeps the precision that it was made with: 64 bits from an
# integer, 512 from text. So a third of the one is not a third of the other, both stand in
# one set, and three of the first thirds are not 1. What a program counts (as Terraform's
# length does) is of the first kind, what stands in a file of the second.
#
# Guessed: equal, one element, 1. Seen: unequal, two elements, 1.00000000000000000003.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/zclconf/go-cty v1.20.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func main() {
	counted, read := cty.NumberIntVal(1), cty.MustParseNumberVal("1")
	three, readThree := cty.NumberIntVal(3), cty.MustParseNumberVal("3")
	fmt.Println("equal:", counted.Equals(read).True(), three.Equals(readThree).True())

	third, readThird := counted.Divide(three), read.Divide(readThree)
	fmt.Println("thirds equal:", third.Equals(readThird).True())
	fmt.Println("set of both thirds:", cty.SetVal([]cty.Value{third, readThird}).LengthInt())
	for _, whole := range []cty.Value{third.Multiply(three), readThird.Multiply(readThree)} {
		text, err := stdlib.JSONEncode(whole)
		fmt.Println("three thirds:", text.AsString(), whole.Equals(read).True(), err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-cty $(go list -m -f '{{.Version}}' github.com/zclconf/go-cty)"
cat seen
diff - seen <<'TEXT'
equal: true true
thirds equal: false
set of both thirds: 2
three thirds: 1.00000000000000000003 false <nil>
three thirds: 1 true <nil>
TEXT
