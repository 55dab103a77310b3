#!/usr/bin/env bash
# mailgun/raymond 2.0.48 (Handlebars in Go): a null in a list is printed as all the data;
# cbroglie/mustache 1.4.2 (Mustache in Go): as <nil>.
#
# Both are Go ports of template languages whose JavaScript libraries print nothing for null, be it
# a member or an element. raymond prints nothing for a member; but where a block is at a null, an
# element or a member that {{#each}} has come to, {{this}} is the data around the block, in Go's
# notation, and that is all the data unless the block is in another. mustache makes <nil> of every
# null, escaped or not, and nothing of what is missing. There is no error.
#
# Guessed: nothing for null. Seen: all the data, or <nil>.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/cbroglie/mustache v1.4.2
	github.com/mailgun/raymond/v2 v2.0.48
)
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	"github.com/cbroglie/mustache"
	"github.com/mailgun/raymond/v2"
)

func main() {
	var data map[string]any
	if err := json.Unmarshal([]byte(`{"name": null, "digits": ["1", null, "3"], "hours": {"Mon": "9-17", "Sun": null}}`), &data); err != nil {
		panic(err)
	}
	for _, template := range []string{"Hello {{name}}!", "{{#digits}}({{.}}){{/digits}}", "{{#each digits}}({{this}}){{/each}}", "{{#each hours}}{{@key}} {{this}}. {{/each}}"} {
		rendered, err := raymond.Render(template, data)
		if err != nil {
			panic(err)
		}
		fmt.Println("raymond:", template, rendered)
	}
	for _, template := range []string{"Hello {{name}}!", "Hello {{{name}}}!", "Hello {{missing}}!", "{{#digits}}({{.}}){{/digits}}"} {
		rendered, err := mustache.Render(template, data)
		if err != nil {
			panic(err)
		}
		fmt.Println("mustache:", template, rendered)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . handlebars@4.7.8 mustache@4.2.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const data = { name: null, digits: ["1", null, "3"], hours: { Mon: "9-17", Sun: null } };
console.log("handlebars (npm):", require("handlebars").compile("{{name}}{{#digits}}({{.}}){{/digits}}{{#each digits}}({{this}}){{/each}}{{#each hours}}{{@key}} {{this}}. {{/each}}")(data));
console.log("mustache (npm):", require("mustache").render("Hello {{name}}!{{#digits}}({{.}}){{/digits}}", data));
JS
node example.js >> seen
echo "raymond $(go list -m -f '{{.Version}}' github.com/mailgun/raymond/v2), mustache $(go list -m -f '{{.Version}}' github.com/cbroglie/mustache)"
cat seen
diff - seen <<'TEXT'
raymond: Hello {{name}}! Hello !
raymond: {{#digits}}({{.}}){{/digits}} (1)(map[digits:[1 &lt;nil&gt; 3] hours:map[Mon:9-17 Sun:&lt;nil&gt;] name:&lt;nil&gt;])(3)
raymond: {{#each digits}}({{this}}){{/each}} (1)(map[digits:[1 &lt;nil&gt; 3] hours:map[Mon:9-17 Sun:&lt;nil&gt;] name:&lt;nil&gt;])(3)
raymond: {{#each hours}}{{@key}} {{this}}. {{/each}} Mon 9-17. Sun map[digits:[1 &lt;nil&gt; 3] hours:map[Mon:9-17 Sun:&lt;nil&gt;] name:&lt;nil&gt;]. 
mustache: Hello {{name}}! Hello &lt;nil&gt;!
mustache: Hello {{{name}}}! Hello <nil>!
mustache: Hello {{missing}}! Hello !
mustache: {{#digits}}({{.}}){{/digits}} (1)(&lt;nil&gt;)(3)
handlebars (npm): (1)()(3)(1)()(3)Mon 9-17. Sun . 
mustache (npm): Hello !(1)()(3)
TEXT
