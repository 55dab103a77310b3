#!/usr/bin/env bash
# yaml 2.9.1 (npm): stringify puts a line break into a long text that begins with a blank.
#
# Long texts that end with a line break are written as a folded block (>), where a reader
# turns single line breaks back into blanks. It does not do that at lines that begin with
# a blank: those are kept as they are. stringify knows this for every line but the first,
# which it folds at 80 columns although it begins with a blank. parse, and js-yaml as well,
# then read a text with a line break that was not there.
#
# Guessed: parse(stringify(text)) is the text. Seen: one blank became a line break.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . yaml@2.9.1 js-yaml@5.5.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const yaml = require("yaml"), other = require("js-yaml");
const long = "word ".repeat(18) + "end\n";
for (const [name, text] of [["no blank", long], ["a blank in the first line", " " + long], ["a blank in the second line", "Note:\n " + long]]) {
  const written = yaml.stringify({ text });
  for (const [reader, read] of [["yaml", yaml.parse(written).text], ["js-yaml", other.load(written).text]])
    console.log(name + ", read by", reader + ":", read === text ? "the same" : text.split("\n").length - 1 + " line breaks became " + (read.split("\n").length - 1));
}
JS
node example.js > seen
echo "yaml 2.9.1"
cat seen
diff - seen <<'TEXT'
no blank, read by yaml: the same
no blank, read by js-yaml: the same
a blank in the first line, read by yaml: 1 line breaks became 2
a blank in the first line, read by js-yaml: 1 line breaks became 2
a blank in the second line, read by yaml: the same
a blank in the second line, read by js-yaml: the same
TEXT
