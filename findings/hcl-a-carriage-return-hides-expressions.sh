#!/usr/bin/env bash
# hashicorp/hcl 2.25.0: behind a carriage return a template's ${…} is not evaluated.
#
# A template is text with expressions in it, wherever they stand. After a carriage return
# that no line feed follows, what comes next is taken for plain text, ${…} and %{…} included,
# also in the line below; no error comes. Terraform's templatefile parses so, and each text
# of a .tf.json file, where "\r" is a return that people can write.
# The same text in quotes in a .tf file is evaluated, and so it is with a line feed. A
# message "Dear\rMs ${name}" goes to its reader with the expression.
#
# Guessed: 2 in every line. Seen: ${1+1} where a return stands alone.
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
	"encoding/json"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
)

func value(expression hcl.Expression, diagnostics hcl.Diagnostics) string {
	if diagnostics.HasErrors() {
		return "an error"
	}
	v, diagnostics := expression.Value(&hcl.EvalContext{})
	if diagnostics.HasErrors() {
		return "an error"
	}
	return fmt.Sprintf("%q", v.AsString())
}

func main() {
	for _, text := range []string{"a ${1+1}", "a\n${1+1}", "a\r\n${1+1}", "a\r${1+1}", "a\rb, ${1+1}", "a\r%{if true}yes%{endif}", "a\rb\n${1+1}"} {
		quoted, err := json.Marshal(text)
		if err != nil {
			panic(err)
		}
		fmt.Println(string(quoted))
		fmt.Println("  in quotes:  ", value(hclsyntax.ParseExpression(quoted, "a.tf", hcl.InitialPos)))
		fmt.Println("  as a file:  ", value(hclsyntax.ParseTemplate([]byte(text), "a.tpl", hcl.InitialPos)))
		fmt.Println("  in .tf.json:", value(hcljson.ParseExpression(quoted, "a.tf.json")))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "hcl $(go list -m -f '{{.Version}}' github.com/hashicorp/hcl/v2)"
cat seen
diff - seen <<'TEXT'
"a ${1+1}"
  in quotes:   "a 2"
  as a file:   "a 2"
  in .tf.json: "a 2"
"a\n${1+1}"
  in quotes:   "a\n2"
  as a file:   "a\n2"
  in .tf.json: "a\n2"
"a\r\n${1+1}"
  in quotes:   "a\r\n2"
  as a file:   "a\r\n2"
  in .tf.json: "a\r\n2"
"a\r${1+1}"
  in quotes:   "a\r2"
  as a file:   "a\r${1+1}"
  in .tf.json: "a\r${1+1}"
"a\rb, ${1+1}"
  in quotes:   "a\rb, 2"
  as a file:   "a\rb, ${1+1}"
  in .tf.json: "a\rb, ${1+1}"
"a\r%{if true}yes%{endif}"
  in quotes:   "a\ryes"
  as a file:   "a\r%{if true}yes%{endif}"
  in .tf.json: "a\r%{if true}yes%{endif}"
"a\rb\n${1+1}"
  in quotes:   "a\rb\n2"
  as a file:   "a\rb\n${1+1}"
  in .tf.json: "a\rb\n${1+1}"
TEXT
