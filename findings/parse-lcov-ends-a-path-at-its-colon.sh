#!/usr/bin/env bash
# parse-lcov 1.0.4 (npm): the coverage of C:\flows\menu.json is that of a file "C".
#
# The package reads LCOV, which many test runners write to say which lines of which file have run.
# A file's path stands behind SF: and goes to the end of its line, colons and all. The package cuts
# the line at each colon and keeps the second piece. So on Windows every file with an absolute path
# is "C", all of one name, and who looks for a file's coverage by its path finds none, or adds up
# those of all. The name of a function ends at its first comma, which lcov-parse does, too; its
# paths are right. There is no error.
#
# Guessed: the paths. Seen: C twice, and flows/9.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . parse-lcov@1.0.4 lcov-parse@1.0.0 > log || { cat log; exit 1; }
cat > coverage.info <<'LCOV'
SF:C:\flows\menu.json
DA:1,1
end_of_record
SF:C:\flows\hours.json
DA:1,0
end_of_record
SF:flows/9:00.json
FN:3,say hello, then goodbye
FNDA:1,say hello, then goodbye
DA:3,1
end_of_record
LCOV
cat > example.js <<'JS'
const text = require("fs").readFileSync("coverage.info", "utf8");
const print = (library, files) => console.log(library, JSON.stringify(files.map(({ file, functions }) => [file, ...functions.details.map(({ name }) => name)])));
print("parse-lcov", require("parse-lcov").default(text));
require("lcov-parse")(text, (error, files) => print("lcov-parse", files));
JS
node example.js > seen
echo "parse-lcov 1.0.4 and lcov-parse 1.0.0"
cat seen
diff - seen <<'TEXT'
parse-lcov [["C"],["C"],["flows/9","say hello"]]
lcov-parse [["C:\\flows\\menu.json"],["C:\\flows\\hours.json"],["flows/9:00.json","say hello"]]
TEXT
