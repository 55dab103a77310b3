#!/usr/bin/env bash
# go-git 5.19.3: [!a] in a .gitignore ignores the files that it should keep, and keeps
# the others.
#
# In Git's patterns, as in a shell's, [!a] is one sign that is not a. go-git's package
# gitignore hands such a part to Go's filepath.Match, where that is written [^a], and [!a]
# means ! or a. So the verdict of each name is the opposite of Git's. The library
# sabhiram/go-gitignore makes a regular expression of the pattern, where it is the same;
# there ? stands for itself besides, and not for any one sign. None of them gives an error.
# A tool that looks for files with either misses those that it was to look at. Git itself
# judges; ignore 7.0.17 (npm) agrees with it.
#
# Guessed: Git's verdict every time. Seen: the opposite.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/go-git/go-git/v5 v5.19.3
	github.com/sabhiram/go-gitignore v0.0.0-20210923224102-525f6e181f06
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
	sabhiram "github.com/sabhiram/go-gitignore"
)

func main() {
	for _, c := range [][2]string{
		{"flow.[!j]*", "flow.json"},
		{"flow.[!j]*", "flow.bak"},
		{"flow.[^j]*", "flow.json"},
		{"flow.[^j]*", "flow.bak"},
		{"flow?.json", "flow1.json"},
	} {
		goGit := gitignore.NewMatcher([]gitignore.Pattern{gitignore.ParsePattern(c[0], nil)}).Match([]string{c[1]}, false)
		other := sabhiram.CompileIgnoreLines(c[0]).MatchesPath(c[1])
		fmt.Printf("%s ignores %s: go-git %t, sabhiram %t\n", c[0], c[1], goGit, other)
	}
}
GO
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . ignore@7.0.17 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const ignore = require("ignore"), fs = require("fs"), { spawnSync } = require("child_process");
spawnSync("git", ["init", "-q", "files"]);
const lines = fs.readFileSync("go", "utf8").trim().split("\n");
for (const line of lines) {
  const [pattern, , name] = line.split(":")[0].split(" ");
  fs.writeFileSync("files/.gitignore", pattern + "\n");
  const git = spawnSync("git", ["-C", "files", "check-ignore", "-q", name]).status === 0;
  console.log(`${line}, npm ${ignore().add(pattern).ignores(name)}, Git ${git}`);
}
JS
GOFLAGS=-mod=mod go run . > go 2> log || { cat log; exit 1; }
node example.js > seen
echo "go-git $(go list -m -f '{{.Version}}' github.com/go-git/go-git/v5), sabhiram/go-gitignore $(go list -m -f '{{.Version}}' github.com/sabhiram/go-gitignore), ignore 7.0.17"
cat seen
diff - seen <<'TEXT'
flow.[!j]* ignores flow.json: go-git true, sabhiram true, npm false, Git false
flow.[!j]* ignores flow.bak: go-git false, sabhiram false, npm true, Git true
flow.[^j]* ignores flow.json: go-git false, sabhiram false, npm false, Git false
flow.[^j]* ignores flow.bak: go-git true, sabhiram true, npm true, Git true
flow?.json ignores flow1.json: go-git true, sabhiram false, npm true, Git true
TEXT
