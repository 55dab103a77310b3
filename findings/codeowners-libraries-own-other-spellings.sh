#!/usr/bin/env bash
# @snyk/github-codeowners 1.1.0, codeowners 5.1.1, codeowners-utils 1.0.2 (npm): a rule for
# Flows/ owns flows/, too.
#
# GitHub's page on CODEOWNERS says that its paths are case-sensitive. These three match with
# the package ignore, which is not unless told, and none tells it. So the owner that a
# check or a bot names is another one than the one whom GitHub asks for a review, or there
# is one where GitHub knows none. For the two last, docs/* owns what lies in folders below
# as well, where the same page says that it does not. hmarr/codeowners (Go) has both right.
#
# Guessed: as GitHub's page says. Seen: wrong owners, no error.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > CODEOWNERS <<'TEXT'
*.json @flows
Flows/ @old
*.JSON @exports
docs/* @docs
TEXT
printf '%s\n' a.json flows/main.json flows/readme docs/a.md docs/de/a.md > files
cat > go.mod <<'MOD'
module example
go 1.24
require github.com/hmarr/codeowners v1.2.1
MOD
cat > main.go <<'GO'
package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/hmarr/codeowners"
)

func main() {
	text, err := os.Open("CODEOWNERS")
	if err != nil {
		panic(err)
	}
	rules, err := codeowners.ParseFile(text)
	if err != nil {
		panic(err)
	}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		owner := "nobody"
		rule, err := rules.Match(lines.Text())
		if err != nil {
			panic(err)
		}
		if rule != nil {
			owner = rule.Owners[0].String()
		}
		fmt.Println(lines.Text(), owner)
	}
}
GO
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @snyk/github-codeowners@1.1.0 codeowners@5.1.1 codeowners-utils@1.0.2 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const fs = require("fs");
const { OwnershipEngine } = require("@snyk/github-codeowners/dist/lib/ownership");
const Codeowners = require("codeowners"), utils = require("codeowners-utils");
const snyk = OwnershipEngine.FromCodeownersFile("CODEOWNERS"), codeowners = new Codeowners(__dirname), entries = utils.parse(fs.readFileSync("CODEOWNERS", "utf8"));
for (const line of fs.readFileSync("go", "utf8").trim().split("\n")) {
  const [file, right] = line.split(" "), name = owners => owners?.[0] ?? "nobody";
  console.log(`${file}: snyk ${name(snyk.calcFileOwnership(file))}, codeowners ${name(codeowners.getOwner(file))}, utils ${name(utils.matchFile(file, entries)?.owners)}; hmarr ${right}`);
}
JS
GOFLAGS=-mod=mod go run . < files > go 2> log || { cat log; exit 1; }
node example.js > seen
echo "@snyk/github-codeowners 1.1.0, codeowners 5.1.1, codeowners-utils 1.0.2, hmarr/codeowners $(go list -m -f '{{.Version}}' github.com/hmarr/codeowners)"
cat seen
diff - seen <<'TEXT'
a.json: snyk @exports, codeowners @exports, utils @exports; hmarr @flows
flows/main.json: snyk @exports, codeowners @exports, utils @exports; hmarr @flows
flows/readme: snyk @old, codeowners @old, utils @old; hmarr nobody
docs/a.md: snyk @docs, codeowners @docs, utils @docs; hmarr @docs
docs/de/a.md: snyk nobody, codeowners @docs, utils @docs; hmarr nobody
TEXT
