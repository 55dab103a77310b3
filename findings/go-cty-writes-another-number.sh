#!/usr/bin/env bash
# go-cty 1.20.0: pow(2, 64) is the right number, and is written as another one.
#
# HCL and Terraform calculate with this library, whose numbers are of arbitrary precision,
# and Terraform's pow is its Pow. The result equals 4294967296 * 4294967296, and 1 less than
# it is right to the last digit. As a text or as JSON, however, it is 18446744073709550000,
# which equals neither: a number that was made from a Go float64 is written with as few
# digits as a float64 needs, and the rest are zeros. From 2 to the 55th on it shows. So an
# output, a tag or a template has a number that no calculation gave.
#
# Guessed: 18446744073709551616 every time. Seen: if something else was calculated last.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/hashicorp/hcl/v2 v2.25.0
	github.com/zclconf/go-cty v1.20.0
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func main() {
	functions := map[string]function.Function{"pow": stdlib.PowFunc, "jsonencode": stdlib.JSONEncodeFunc}
	for _, text := range []string{
		`pow(2, 64) == 4294967296 * 4294967296`,
		`pow(2, 64) == 18446744073709550000`,
		`"it is ${4294967296 * 4294967296}"`,
		`"it is ${pow(2, 64)}"`,
		`jsonencode(pow(2, 64))`,
		`"it is ${pow(2, 64) - 1}"`,
		`"it is ${pow(2, 64) * 1}"`,
		`"it is ${pow(2, 54)}"`,
		`"it is ${pow(2, 55)}"`,
	} {
		expression, diagnostics := hclsyntax.ParseExpression([]byte(text), "example.hcl", hcl.InitialPos)
		if diagnostics.HasErrors() {
			panic(diagnostics)
		}
		value, diagnostics := expression.Value(&hcl.EvalContext{Functions: functions})
		if diagnostics.HasErrors() {
			panic(diagnostics)
		}
		if value.Type().FriendlyName() == "string" {
			fmt.Println(text, "is", value.AsString())
		} else {
			fmt.Println(text, "is", value.True())
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-cty $(go list -m -f '{{.Version}}' github.com/zclconf/go-cty), hcl $(go list -m -f '{{.Version}}' github.com/hashicorp/hcl/v2)"
cat seen
diff - seen <<'TEXT'
pow(2, 64) == 4294967296 * 4294967296 is true
pow(2, 64) == 18446744073709550000 is false
"it is ${4294967296 * 4294967296}" is it is 18446744073709551616
"it is ${pow(2, 64)}" is it is 18446744073709550000
jsonencode(pow(2, 64)) is 18446744073709550000
"it is ${pow(2, 64) - 1}" is it is 18446744073709551615
"it is ${pow(2, 64) * 1}" is it is 18446744073709551616
"it is ${pow(2, 54)}" is it is 18014398509481984
"it is ${pow(2, 55)}" is it is 36028797018963970
TEXT
