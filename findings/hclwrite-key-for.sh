#!/usr/bin/env bash
# hashicorp/hcl 2.25.0: hclwrite writes an object with the key "for" that HCL cannot read.
#
# TokensForValue puts quotes around keys that are no identifiers. "for" is one, but at the
# head of an object it begins a for expression, so { for = 1 } is an error to whoever
# reads the file; a key of that name must be in quotes. Maps sort their keys, so it
# depends on the other keys whether "for" comes first, and the file is sound or not.
#
# Guessed: every object is read back. Seen: an invalid 'for' expression.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/hashicorp/hcl/v2 v2.25.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

func main() {
	for _, keys := range [][]string{{"if"}, {"two words"}, {"by", "for"}, {"for"}, {"for", "to"}} {
		object := map[string]cty.Value{}
		for _, key := range keys {
			object[key] = cty.True
		}
		text := hclwrite.TokensForValue(cty.ObjectVal(object)).Bytes()
		_, errs := hclsyntax.ParseExpression(text, "", hcl.InitialPos)
		result := "read"
		if errs.HasErrors() {
			result = errs[0].Summary
		}
		fmt.Println(strings.Join(strings.Fields(string(text)), " ")+":", result)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "hcl $(go list -m -f '{{.Version}}' github.com/hashicorp/hcl/v2)"
cat seen
diff - seen <<'TEXT'
{ if = true }: read
{ "two words" = true }: read
{ by = true for = true }: read
{ for = true }: Invalid 'for' expression
{ for = true to = true }: Invalid 'for' expression
TEXT
