#!/usr/bin/env bash
# junit2json 4.0.0: the test "007" is the number 7, and "+15551234567" loses its plus.
#
# The types that come with the library say that the names of suites and cases and a case's
# classname are texts, and in the report they are. Whatever looks like a number becomes
# one, as the counts and times beside it do. So "1.10" and "1.1" are one name, a name that
# is a phone number is shorter, a long number is another one, and a method of texts, which
# TypeScript lets pass, is an error when it runs.
#
# Guessed: the texts of the report. Seen: numbers.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . junit2json@4.0.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { parse } from "junit2json";
const names = ["greets", "007", "1.10", "+15551234567", "12345678901234567"];
const report = await parse(`<testsuite name="2026" tests="${names.length}">${names.map(name => `<testcase name="${name}" classname="9"/>`).join("")}</testsuite>`);
console.log("suite", typeof report.name, report.name);
report.testcase.forEach(({ name, classname }, i) => console.log(names[i], "is", typeof name, name + ", of", typeof classname, classname));
JS
node example.mjs > seen
grep -A 40 'type TestCase =' node_modules/junit2json/dist/esm/index.d.ts | grep -m 2 'name?:' > types
echo "junit2json 4.0.0, whose types say of a case"
cat types seen
diff - types <<'TEXT'
    name?: string;
    classname?: string;
TEXT
diff - seen <<'TEXT'
suite number 2026
greets is string greets, of number 9
007 is number 7, of number 9
1.10 is number 1.1, of number 9
+15551234567 is number 15551234567, of number 9
12345678901234567 is number 12345678901234568, of number 9
TEXT
