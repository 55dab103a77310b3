#!/usr/bin/env bash
# gsm7 1.3.1 (npm): "řeka" is sent as "€ka", and a dash as nothing but an escape.
#
# GSM-7 has two tables, and the second is reached by an escape before the sign. What stands
# in neither cannot be written; one would expect an error, or a sign in its place. encode
# writes the escape alone, which makes a sign of the second table of whatever follows: an e
# becomes a euro sign, a bracket a brace, "/" a backslash. If the second table has nothing
# there, decode gives the word "undefined". No error comes.
#
# Guessed: an error, or "?eka". Seen: another text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . gsm7@1.3.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { encode, decode } = require("gsm7");
for (const text of ["[a] costs 5 €", "řeka", "białe", "ę/", "It’s (open)", "a—b"])
  console.log(`${text} is ${JSON.stringify(decode(encode(text)))}`);
console.log("an e alone", encode("e").toString("hex") + ", a euro sign", encode("€").toString("hex") + ", ře", encode("ře").toString("hex"));
JS
node example.js > seen
echo "gsm7 1.3.1"
cat seen
diff - seen <<'TEXT'
[a] costs 5 € is "[a] costs 5 €"
řeka is "€ka"
białe is "bia€"
ę/ is "\\"
It’s (open) is "Itundefined (open)"
a—b is "aundefined"
an e alone 65, a euro sign 9b32, ře 9b32
TEXT
