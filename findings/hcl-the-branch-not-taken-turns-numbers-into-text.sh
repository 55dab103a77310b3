#!/usr/bin/env bash
# hashicorp/hcl 2.25.0: the branch of a condition that is not taken turns numbers into text.
#
# A condition has one type, that of both its branches. Two objects with different members
# have none in common, so both become maps, whose values are all of one type: with a text
# anywhere in either, every number and truth value is text from there on. An object without
# texts stays as it is. In Terraform, where a flow is jsonencode of such an object, Twilio
# gets "timeout":"5". Terraform's page on conditions tells of 12 that is text beside a text,
# not of what stands in objects. null for the other branch, or jsonencode in each branch,
# keeps the number.
#
# Guessed: "timeout":5 every time. Seen: three times of five.
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
	scope := &hcl.EvalContext{Functions: map[string]function.Function{"jsonencode": stdlib.JSONEncodeFunc}}
	for _, text := range []string{
		`jsonencode(true ? { timeout = 5 } : {})`,
		`jsonencode(true ? { timeout = 5, body = "hi" } : {})`,
		`jsonencode(true ? { timeout = 5 } : { timeout = 5, body = "hi" })`,
		`jsonencode(true ? { timeout = 5, body = "hi" } : null)`,
		`true ? jsonencode({ timeout = 5, body = "hi" }) : jsonencode({})`,
	} {
		expression, problems := hclsyntax.ParseExpression([]byte(text), "text", hcl.InitialPos)
		if problems.HasErrors() {
			panic(problems)
		}
		value, problems := expression.Value(scope)
		if problems.HasErrors() {
			panic(problems)
		}
		fmt.Println(text, "is", value.AsString())
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "hcl $(go list -m -f '{{.Version}}' github.com/hashicorp/hcl/v2), go-cty $(go list -m -f '{{.Version}}' github.com/zclconf/go-cty)"
cat seen
diff - seen <<'TEXT'
jsonencode(true ? { timeout = 5 } : {}) is {"timeout":5}
jsonencode(true ? { timeout = 5, body = "hi" } : {}) is {"body":"hi","timeout":"5"}
jsonencode(true ? { timeout = 5 } : { timeout = 5, body = "hi" }) is {"timeout":"5"}
jsonencode(true ? { timeout = 5, body = "hi" } : null) is {"body":"hi","timeout":5}
true ? jsonencode({ timeout = 5, body = "hi" }) : jsonencode({}) is {"body":"hi","timeout":5}
TEXT
