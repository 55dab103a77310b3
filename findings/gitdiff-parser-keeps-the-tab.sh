#!/usr/bin/env bash
# gitdiff-parser 0.3.1, parse-diff 0.12.0 (npm): a change of "menü.json" is told of another file.
#
# Both read what git diff prints, and say which files have changed and where. Git writes a name
# with letters beyond ASCII in quotes, byte by byte (\303\274), and a tab behind a name with a
# blank. gitdiff-parser takes the tab for a part of the name, and of the quoted form takes two
# signs off the front and leaves the quote at the end; parse-diff takes the quotes off and leaves
# the bytes as they are written. A bot that looks for the flows that changed, or puts a finding
# at its line, knows no such file. diff (npm), go-diff and go-gitdiff (Go) give the names.
#
# Guessed: menü.json and opening hours.json. Seen: neither, and one of them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . gitdiff-parser@0.3.1 parse-diff@0.12.0 diff@9.0.0 > log || { cat log; exit 1; }
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git init -q flows
cd flows
echo '{}' | tee menü.json "opening hours.json" > plain.json
git add .
echo '{"states": []}' | tee menü.json "opening hours.json" > plain.json
git diff > ../changes
cd ..
cat > example.js <<'JS'
const changes = require("fs").readFileSync("changes", "utf8");
const line = (library, names) => console.log(library, names.map(name => JSON.stringify(name)).join(" "));
line("gitdiff-parser:", require("gitdiff-parser").parse(changes).map(file => file.newPath));
line("parse-diff:", require("parse-diff")(changes).map(file => file.to));
line("diff:", require("diff").parsePatch(changes).map(file => file.newFileName));
JS
node example.js > seen
echo "gitdiff-parser 0.3.1, parse-diff 0.12.0 and diff 9.0.0, after a git diff with"
grep '^+++' changes
cat seen
diff - seen <<'TEXT'
gitdiff-parser: "/men\\303\\274.json\"" "opening hours.json\t" "plain.json"
parse-diff: "men\\303\\274.json" "opening hours.json" "plain.json"
diff: "b/menü.json" "b/opening hours.json" "b/plain.json"
TEXT
