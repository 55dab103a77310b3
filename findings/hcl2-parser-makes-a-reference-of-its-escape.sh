#!/usr/bin/env bash
# hcl2-parser 1.0.3 (npm): "$${name}" and "${name}" are the same text.
#
# The package reads HCL into JSON and keeps what Terraform evaluates as it is written: a reference
# is "${name}" in the JSON, too. Texts are unescaped on the way. So "$${name}", which stands for
# the signs themselves, becomes "${name}", and nobody can tell the two apart any more, in a line
# that has both, in a list or in a heredoc. The same goes for %%{. Within a function's arguments
# the second dollar stays. @cdktf/hcl2json, which has a later version of the same Go library in it,
# keeps it everywhere. Terraform files that hold another language's ${…} are full of $$.
#
# Guessed: two texts for two meanings. Seen: one.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . hcl2-parser@1.0.3 @cdktf/hcl2json@0.21.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import hcl from "hcl2-parser";
import { parse } from "@cdktf/hcl2json";
for (const text of [
  'body = "${name}"',
  'body = "$${name}"',
  'body = "Dear ${name}, pay $${sum}"',
  'body = "%{if vip}y%{endif}"',
  'body = "%%{if vip}y%%{endif}"',
  'body = ["$${name}"]',
  'body = jsonencode("$${name}")',
  'body = <<TEXT\nDear ${name}, pay $${sum}\nTEXT',
]) {
  const [read] = hcl.parseToObject(text + "\n");
  console.log(`${JSON.stringify(text)}: ${JSON.stringify(read.body)}; hcl2json: ${JSON.stringify((await parse("example.tf", text + "\n")).body)}`);
}
JS
node example.mjs > seen
echo "hcl2-parser 1.0.3 and @cdktf/hcl2json 0.21.0"
cat seen
diff - seen <<'TEXT'
"body = \"${name}\"": "${name}"; hcl2json: "${name}"
"body = \"$${name}\"": "${name}"; hcl2json: "$${name}"
"body = \"Dear ${name}, pay $${sum}\"": "Dear ${name}, pay ${sum}"; hcl2json: "Dear ${name}, pay $${sum}"
"body = \"%{if vip}y%{endif}\"": "%{if vip}y%{endif}"; hcl2json: "%{if vip}y%{endif}"
"body = \"%%{if vip}y%%{endif}\"": "%{if vip}y%{endif}"; hcl2json: "%%{if vip}y%%{endif}"
"body = [\"$${name}\"]": ["${name}"]; hcl2json: ["$${name}"]
"body = jsonencode(\"$${name}\")": "${jsonencode(\"$${name}\")}"; hcl2json: "${jsonencode(\"$${name}\")}"
"body = <<TEXT\nDear ${name}, pay $${sum}\nTEXT": "Dear ${name}, pay ${sum}\n"; hcl2json: "Dear ${name}, pay $${sum}\n"
TEXT
