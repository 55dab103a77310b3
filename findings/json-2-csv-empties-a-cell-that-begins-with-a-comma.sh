#!/usr/bin/env bash
# json-2-csv 5.6.0 (npm): it reads ", please" as nothing, and the next cell as its end.
#
# json2csv puts a text with a comma in quotes, as CSV wants it, and csv2json reads that. When the
# comma is the first sign of the first cell of a row, csv2json ends the cell there: it is empty,
# what follows the comma is put into the next column with its quote, and what was there is lost.
# The same happens to a text that begins with a line break, which makes a row more. Neither
# direction gives an error. The same text in another column is right, as is one with a blank
# first. csv-parse reads the same CSV for comparison.
#
# Guessed: csv2json gives what json2csv was given. Seen: "" and " please\",fr".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . json-2-csv@5.6.0 csv-parse@7.0.3 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { csv2json, json2csv } from "json-2-csv";
import { parse } from "csv-parse/sync";
for (const row of [
  { text: "wait, please", language: "fr" },
  { text: ", please", language: "fr" },
  { text: " , please", language: "fr" },
  { language: "fr", text: ", please" },
  { text: "\nPlease wait", language: "fr" },
]) {
  const csv = json2csv([row]);
  console.log(`${JSON.stringify(csv)}: ${JSON.stringify(csv2json(csv))}; csv-parse: ${JSON.stringify(parse(csv, { columns: true }))}`);
}
JS
node example.mjs > seen
echo "json-2-csv 5.6.0 and csv-parse 7.0.3"
cat seen
diff - seen <<'TEXT'
"text,language\n\"wait, please\",fr": [{"text":"wait, please","language":"fr"}]; csv-parse: [{"text":"wait, please","language":"fr"}]
"text,language\n\", please\",fr": [{"text":"","language":" please\",fr"}]; csv-parse: [{"text":", please","language":"fr"}]
"text,language\n\" , please\",fr": [{"text":" , please","language":"fr"}]; csv-parse: [{"text":" , please","language":"fr"}]
"language,text\nfr,\", please\"": [{"language":"fr","text":", please"}]; csv-parse: [{"language":"fr","text":", please"}]
"text,language\n\"\nPlease wait\",fr": [{"text":""},{"text":"Please wait\",fr"}]; csv-parse: [{"text":"\nPlease wait","language":"fr"}]
TEXT
