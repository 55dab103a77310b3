#!/usr/bin/env bash
# hashicorp/hcl 2.25.0: an indented heredoc (<<-) loses an accent at the head of a line.
#
# <<- takes the indentation off, and by its documentation nothing else. The blanks are
# counted in grapheme clusters of the indentation alone, but cut as clusters of the whole
# line, where the last blank and a combining mark after it are one cluster: the mark goes
# with the blank. Text in decomposed Unicode, as some systems and editors write it, can
# begin a line so. No error, no diagnostic.
#
# Guessed: the value is U+0301 "a", line break, two blanks, "x". Seen: U+0301 is gone.
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

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func main() {
	for _, text := range []string{"<<-EOT\n  b\u0301a\n    x\n  EOT\n", "<<-EOT\n  \u0301a\n    x\n  EOT\n"} {
		expression, errs := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
		value, more := expression.Value(nil)
		fmt.Printf("%+q %v %v\n", value.AsString(), errs, more)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "hcl $(go list -m -f '{{.Version}}' github.com/hashicorp/hcl/v2): an accent after a letter, and at the head of a line"
cat seen
diff - seen <<'TEXT'
"b\u0301a\n  x\n" no diagnostics no diagnostics
"a\n  x\n" no diagnostics no diagnostics
TEXT
