#!/usr/bin/env bash
# mermaid 11.17.2: a node whose label says "direction TBD" is not drawn.
#
# Within a subgraph, a line "direction TB" says which way it is laid out; TB, BT, LR and RL are the
# ways. Mermaid takes for such a line each that has the word direction and one of these pairs of
# letters anywhere, be it within the quotes of a label and the beginning of another word, as in
# TBD, LRT or BTW. So the whole line is gone, nodes, edges and labels, in flowcharts and in state
# diagrams. There is no error; what other lines point at is drawn with its identifier. "Direction
# TBD" is drawn, as is "direction of travel".
#
# Guessed: what is in quotes is a label. Seen: neither the node nor the edge.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . mermaid@11.17.2 jsdom@26.1.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("<body></body>");
Object.assign(globalThis, { window, document: window.document });
for (const name of ["Element", "SVGElement", "Node", "DOMParser", "CSSStyleSheet"]) globalThis[name] ??= window[name];
window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 9, height: 9 }); // nothing has a size here
window.SVGElement.prototype.getComputedTextLength = () => 9;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });
async function show(line, diagram) {
  const drawing = new JSDOM((await mermaid.render("drawing", diagram)).svg).window.document;
  const nodes = [...drawing.querySelectorAll(".node")].map(node => node.textContent.trim()).filter(Boolean);
  console.log(`${line}: ${nodes.join(", ")}; ${drawing.querySelectorAll(".edgePaths path").length} edges`);
}
for (const line of [
  'ask["Ask the direction"] --> say["Say when"]',
  'ask["Ask: direction TBD"] --> say["Say when"]',
  'ask["Ask: Direction TBD"] --> say["Say when"]',
  'ask["Ask: direction LRT"] --> say["Say when"]',
  'ask["Ask: direction of travel"] --> say["Say when"]',
  'ask["Redirection BTW"] --> say["Say when"]',
  'ask["Ask"] -->|"direction TBD"| say["Say when"]',
]) await show(line, `flowchart TD\n  call["Call"] --> ask\n  ${line}`);
for (const line of ["ask --> say : direction unknown", "ask --> say : direction TBD"]) await show(line, `stateDiagram-v2\n  call --> ask\n  ${line}`);
JS
node example.mjs > seen
echo "mermaid 11.17.2"
cat seen
diff - seen <<'TEXT'
ask["Ask the direction"] --> say["Say when"]: Call, Ask the direction, Say when; 2 edges
ask["Ask: direction TBD"] --> say["Say when"]: Call, ask; 1 edges
ask["Ask: Direction TBD"] --> say["Say when"]: Call, Ask: Direction TBD, Say when; 2 edges
ask["Ask: direction LRT"] --> say["Say when"]: Call, ask; 1 edges
ask["Ask: direction of travel"] --> say["Say when"]: Call, Ask: direction of travel, Say when; 2 edges
ask["Redirection BTW"] --> say["Say when"]: Call, ask; 1 edges
ask["Ask"] -->|"direction TBD"| say["Say when"]: Call, ask; 1 edges
ask --> say : direction unknown: call, ask, say; 2 edges
ask --> say : direction TBD: call, ask; 1 edges
TEXT
