#!/usr/bin/env bash
# mermaid 11.17.2: an entity in a label that says "style:" loses its semicolon.
#
# A sign that means something to Mermaid is written as an entity, #35; or #quot;, and its
# page on flowcharts shows them in labels. Before they are read, each line is searched for
# "style", a colon and a "#" (with no blank between these two), and the last semicolon
# behind them goes: that is meant for statements that give a colour. So the last quote of
# "Which style:#quot;short#quot;" is shown as #quot, without an error. The word may be a part
# of another, and "classDef" does the same. studiolint writes each colon as an entity, too.
#
# Guessed: #1 five times. Seen: three times.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . mermaid@11.17.2 jsdom@26.1.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("<body></body>");
Object.assign(globalThis, { window, document: window.document });
for (const name of ["Element", "SVGElement", "Node", "DOMParser", "CSSStyleSheet"]) globalThis[name] ??= window[name];
window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 9, height: 9 }); // jsdom lays nothing out
window.SVGElement.prototype.getComputedTextLength = () => 9;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });
for (const label of ["place:#35;1", "style:#35;1", "lifestyle:#35;1", "style: #35;1", "style#58;#35;1"]) {
  const { svg } = await mermaid.render("drawing", `flowchart TD\n  a["${label}"]`);
  console.log(label, "is shown as", new JSDOM(svg).window.document.querySelector(".node").textContent.trim());
}
JS
node example.mjs > seen
echo "mermaid 11.17.2"
cat seen
diff - seen <<'TEXT'
place:#35;1 is shown as place:#1
style:#35;1 is shown as style:#351
lifestyle:#35;1 is shown as lifestyle:#351
style: #35;1 is shown as style: #1
style#58;#35;1 is shown as style:#1
TEXT
