#!/usr/bin/env bash
# csv-parse 7.0.3 (npm): with cast, "0x10" is 0, and "0b11" too.
#
# The option cast turns texts into numbers where they are numbers. Whether a text is one is
# asked of JavaScript as a whole, for which 0x10 is sixteen; what the number is, of
# parseFloat, which stops at the x. So every hexadecimal identifier that begins with 0x
# becomes 0, all of them the same, and a column of such identifiers is zeros between
# texts, since 0xCAGE stays as it is. Nothing warns. Papa Parse's dynamicTyping
# leaves them texts. The plus of a phone number goes as well.
#
# Guessed: 16, or the text. Seen: 0.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . csv-parse@7.0.3 papaparse@5.7.1 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { parse } from "csv-parse/sync";
import Papa from "papaparse";
for (const text of ["16", "0x10", "0xCAFE", "0xCAGE", "0b11", "0o17", "+15551234567", "1,5"]) {
  const file = `value\n"${text}"\n`;
  const [{ value }] = parse(file, { columns: true, cast: true });
  const [other] = Papa.parse(file, { header: true, dynamicTyping: true }).data;
  console.log(`${text}: csv-parse ${JSON.stringify(value)}, papaparse ${JSON.stringify(other.value)}`);
}
JS
node example.mjs > seen
echo "csv-parse 7.0.3, papaparse 5.7.1"
cat seen
diff - seen <<'TEXT'
16: csv-parse 16, papaparse 16
0x10: csv-parse 0, papaparse "0x10"
0xCAFE: csv-parse 0, papaparse "0xCAFE"
0xCAGE: csv-parse "0xCAGE", papaparse "0xCAGE"
0b11: csv-parse 0, papaparse "0b11"
0o17: csv-parse 0, papaparse "0o17"
+15551234567: csv-parse 15551234567, papaparse "+15551234567"
1,5: csv-parse "1,5", papaparse "1,5"
TEXT
