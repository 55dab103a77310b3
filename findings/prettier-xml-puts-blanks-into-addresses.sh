#!/usr/bin/env bash
# @prettier/plugin-xml 3.4.2: "/menu?x=1&amp;y=2" is formatted as "/menu?x=1 &amp; y=2".
#
# The plugin formats XML. Its option "ignore" is for files whose whitespace means nothing, and the
# one that most people want, as the README says: the amount of whitespace becomes the same
# everywhere. But a reference such as &amp; or &#233; is taken for a word of its own, and gets a
# blank on both sides where there was none: AT&T is AT & T, a word falls apart, and the address of a
# <Redirect> or <Play> in TwiML is another one, with blanks in its middle that no reader takes out.
# Attributes stay. No warning comes. xml-formatter, which indents as well, leaves the words whole.
#
# Guessed: the words that were read. Seen: more of them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . prettier@3.10.1 @prettier/plugin-xml@3.4.2 xml-formatter@3.7.0 sax@1.4.4 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import * as prettier from "prettier";
import plugin from "@prettier/plugin-xml";
import format from "xml-formatter";
import sax from "sax";
const words = (xml) => {
  const parser = sax.parser(true), texts = [];
  parser.ontext = (text) => texts.push(text.trim());
  parser.write(xml).close();
  return JSON.stringify(texts.join(""));
};
for (const xml of [
  "<Say>Welcome to the main menu.</Say>",
  "<Say>AT&amp;T</Say>",
  "<Say>Caf&#233;s are open.</Say>",
  "<Redirect>/menu?x=1&amp;y=2</Redirect>",
  "<Play>https://example.com/hold.mp3?voice=a&amp;speed=1</Play>",
  '<Gather action="/menu?x=1&amp;y=2"/>',
]) {
  const one = await prettier.format(xml, { parser: "xml", plugins: [plugin], xmlWhitespaceSensitivity: "ignore" });
  console.log(`${xml}: ${JSON.stringify(one)}`);
  console.log(`  ${words(xml)}, then ${words(one)}; by xml-formatter ${words(format(xml))}`);
}
JS
node example.mjs > seen
echo "@prettier/plugin-xml 3.4.2, prettier 3.10.1"
cat seen
diff - seen <<'TEXT'
<Say>Welcome to the main menu.</Say>: "<Say>Welcome to the main menu.</Say>\n"
  "Welcome to the main menu.", then "Welcome to the main menu."; by xml-formatter "Welcome to the main menu."
<Say>AT&amp;T</Say>: "<Say>\n  AT &amp; T\n</Say>\n"
  "AT&T", then "AT & T"; by xml-formatter "AT&T"
<Say>Caf&#233;s are open.</Say>: "<Say>\n  Caf &#233; s are open.\n</Say>\n"
  "Cafés are open.", then "Caf é s are open."; by xml-formatter "Cafés are open."
<Redirect>/menu?x=1&amp;y=2</Redirect>: "<Redirect>\n  /menu?x=1 &amp; y=2\n</Redirect>\n"
  "/menu?x=1&y=2", then "/menu?x=1 & y=2"; by xml-formatter "/menu?x=1&y=2"
<Play>https://example.com/hold.mp3?voice=a&amp;speed=1</Play>: "<Play>\n  https://example.com/hold.mp3?voice=a &amp; speed=1\n</Play>\n"
  "https://example.com/hold.mp3?voice=a&speed=1", then "https://example.com/hold.mp3?voice=a & speed=1"; by xml-formatter "https://example.com/hold.mp3?voice=a&speed=1"
<Gather action="/menu?x=1&amp;y=2"/>: "<Gather action=\"/menu?x=1&amp;y=2\" />\n"
  "", then ""; by xml-formatter ""
TEXT
