#!/usr/bin/env bash
# fast-xml-parser 5.12.1 (npm): <Record playBeep="true"/> is written as <Record playBeep>.
#
# XML has no attributes without a value; HTML has. The builder leaves the value out wherever it is
# true, the text or the boolean, unless suppressBooleanAttributes is set to false; reading needs
# no such option. So a document that was read and written is one that XML readers refuse, the
# library's own validator and sax among them, and the library's own parser leaves the attribute
# out. "false" and "TRUE" stay. Many attributes of TwiML are true or false.
#
# Guessed: playBeep="true", as it was read. Seen: no XML.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . fast-xml-parser@5.12.1 sax@1.4.4 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { XMLBuilder, XMLParser, XMLValidator } from "fast-xml-parser";
import sax from "sax";
function strict(text) {
  try {
    sax.parser(true).write(text).close();
    return "read";
  } catch {
    return "refused";
  }
}
const parser = new XMLParser({ ignoreAttributes: false });
for (const [text, options] of [
  ['<Record playBeep="false"/>'],
  ['<Record playBeep="true"/>'],
  ['<Record playBeep="TRUE"/>'],
  ['<Gather hints="true" input="speech"/>'],
  ['<Record playBeep="true"/>', { suppressBooleanAttributes: false }],
]) {
  const written = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, ...options }).build(parser.parse(text));
  console.log(`${text}: ${written}; valid ${XMLValidator.validate(written) === true}; sax: ${strict(written)}; read again: ${JSON.stringify(parser.parse(written))}`);
}
JS
node example.mjs > seen
echo "fast-xml-parser 5.12.1 and sax 1.4.4"
cat seen
diff - seen <<'TEXT'
<Record playBeep="false"/>: <Record playBeep="false"/>; valid true; sax: read; read again: {"Record":{"@_playBeep":"false"}}
<Record playBeep="true"/>: <Record playBeep/>; valid false; sax: refused; read again: {"Record":""}
<Record playBeep="TRUE"/>: <Record playBeep="TRUE"/>; valid true; sax: read; read again: {"Record":{"@_playBeep":"TRUE"}}
<Gather hints="true" input="speech"/>: <Gather hints input="speech"/>; valid false; sax: refused; read again: {"Gather":{"@_input":"speech"}}
<Record playBeep="true"/>: <Record playBeep="true"/>; valid true; sax: read; read again: {"Record":{"@_playBeep":"true"}}
TEXT
