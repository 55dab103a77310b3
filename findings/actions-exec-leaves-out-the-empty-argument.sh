#!/usr/bin/env bash
# @actions/exec 3.0.0 (npm): of tool --body "" the tool sees no empty argument.
#
# The toolkit for GitHub Actions runs a program by exec("tool one two"): by its description the line
# can hold the arguments and must be escaped rightly, and double quotes hold blanks together. An
# argument between quotes that is empty is left out, though, so that what follows takes its place:
# of --body "" --title "x" the body is --title. The last argument loses the blanks at its edges, those
# in the quotes as well; one in the middle keeps them. There is no error. As a list of
# arguments, exec("tool", ["--body", ""]), all arrive, and a shell gives the tool all of the same
# line.
#
# Guessed: what sh gives. Seen: for two of six.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . @actions/exec@3.0.0 > log || { cat log; exit 1; }
echo 'console.log(JSON.stringify(process.argv.slice(2)))' > tool.js
cat > example.mjs <<'JS'
import { execFileSync } from "node:child_process";
import { getExecOutput } from "@actions/exec";
for (const line of ['node tool.js --body "two words" --title x', 'node tool.js --body "" --title x', 'node tool.js --separator " " --title x', 'node tool.js --title x --separator " "', 'node tool.js --title x --body "  - one"', 'node tool.js --title x --body ""']) {
  const { stdout } = await getExecOutput(line, [], { silent: true });
  console.log(`${line}: ${stdout.trim()}; sh: ${execFileSync("sh", ["-c", line], { encoding: "utf8" }).trim()}`);
}
const { stdout } = await getExecOutput("node", ["tool.js", "--separator", " ", "--body", ""], { silent: true });
console.log(`as a list: ${stdout.trim()}`);
JS
node example.mjs > seen
echo "@actions/exec 3.0.0"
cat seen
diff - seen <<'TEXT'
node tool.js --body "two words" --title x: ["--body","two words","--title","x"]; sh: ["--body","two words","--title","x"]
node tool.js --body "" --title x: ["--body","--title","x"]; sh: ["--body","","--title","x"]
node tool.js --separator " " --title x: ["--separator"," ","--title","x"]; sh: ["--separator"," ","--title","x"]
node tool.js --title x --separator " ": ["--title","x","--separator",""]; sh: ["--title","x","--separator"," "]
node tool.js --title x --body "  - one": ["--title","x","--body","- one"]; sh: ["--title","x","--body","  - one"]
node tool.js --title x --body "": ["--title","x","--body"]; sh: ["--title","x","--body",""]
as a list: ["--separator"," ","--body",""]
TEXT
