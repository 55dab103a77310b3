#!/usr/bin/env bash
# nunjucks 3.2.4 (npm), pongo2 6.0.0 (Go): {% if not answer == "1" %} never holds for an answer.
#
# The two write templates in the manner of Jinja and of Django. There "not" takes all of the
# comparison behind it, as in Python: whatever is not "1" is asked again. Here it takes the name
# alone: "2" becomes false, and false is compared with "1". So the condition holds for no answer
# that somebody gave, and no error comes. nunjucks reads it rightly, and then writes it as
# JavaScript without brackets. With != or brackets the same question is answered rightly, and
# gonja, which is for Jinja's templates as well, needs none.
#
# Guessed: "go on" for 1 and "again" for 2, every time. Seen: "go on" for both.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > conditions.json <<'JSON'
["not answer == \"1\"", "not (answer == \"1\")", "answer != \"1\"", "not tries > 3"]
JSON
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . nunjucks@3.2.4 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const nunjucks = require("nunjucks");
for (const condition of require("./conditions.json")) {
  const said = ["1", "2"].map((answer) => nunjucks.renderString(`{% if ${condition} %}again{% else %}go on{% endif %}`, { answer, tries: 1 }));
  console.log(`${condition}: 1 ${said[0]}, 2 ${said[1]}`);
}
JS
node example.js > seen
cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/flosch/pongo2/v6 v6.0.0
	github.com/nikolalohinski/gonja/v2 v2.9.1
)
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/flosch/pongo2/v6"
	"github.com/nikolalohinski/gonja/v2"
	"github.com/nikolalohinski/gonja/v2/exec"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func data(answer string) map[string]any {
	return map[string]any{"answer": answer, "tries": 1}
}

func main() {
	var conditions []string
	if err := json.Unmarshal(must(os.ReadFile("conditions.json")), &conditions); err != nil {
		panic(err)
	}
	libraries := map[string]func(text, answer string) string{
		"pongo2": func(text, answer string) string {
			return must(must(pongo2.FromString(text)).Execute(data(answer)))
		},
		"gonja": func(text, answer string) string {
			return must(must(gonja.FromString(text)).ExecuteToString(exec.NewContext(data(answer))))
		},
	}
	say := libraries[os.Args[1]]
	for _, condition := range conditions {
		text := "{% if " + condition + " %}again{% else %}go on{% endif %}"
		fmt.Printf("%s: 1 %s, 2 %s\n", condition, say(text, "1"), say(text, "2"))
	}
}
GO
GOFLAGS=-mod=mod go build -o example . 2> log || { cat log; exit 1; }
./example pongo2 > other
./example gonja > third
echo "nunjucks 3.2.4"; cat seen
echo "pongo2 $(go list -m -f '{{.Version}}' github.com/flosch/pongo2/v6)"; cat other
echo "gonja $(go list -m -f '{{.Version}}' github.com/nikolalohinski/gonja/v2)"; cat third
cat > wrong <<'TEXT'
not answer == "1": 1 go on, 2 go on
not (answer == "1"): 1 go on, 2 again
answer != "1": 1 go on, 2 again
not tries > 3: 1 go on, 2 go on
TEXT
diff wrong seen
diff wrong other
diff - third <<'TEXT'
not answer == "1": 1 go on, 2 again
not (answer == "1"): 1 go on, 2 again
answer != "1": 1 go on, 2 again
not tries > 3: 1 again, 2 again
TEXT
