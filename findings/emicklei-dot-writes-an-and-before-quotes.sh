#!/usr/bin/env bash
# emicklei/dot 1.6.2: in Mermaid, a label with "quotes" is shown with &"quotes&".
#
# The library draws graphs for Graphviz and for Mermaid. For Mermaid it writes the quotes of a
# label as HTML does, &#34;. Mermaid's own form of that is #34; without the &, as its page on
# flowcharts says, and what stands before it is a part of the text. So each quote of a label has
# an & in front of it, at nodes and at edges; < and > are written with names and come out right.
# A label with "#" and a number, "#1;" say, is written as it is, and becomes a sign. Neither the
# library nor Mermaid says anything.
#
# Guessed: the labels. Seen: others.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/emicklei/dot v1.6.2
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/emicklei/dot"
)

func main() {
	graph := dot.NewGraph(dot.Directed)
	from, to := graph.Node("from").Label(os.Args[1]), graph.Node("to")
	graph.Edge(from, to).Label(os.Args[1])
	fmt.Print(dot.MermaidFlowchart(graph, dot.MermaidTopToBottom))
}
GO
GOFLAGS=-mod=mod go build -o draw . 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . mermaid@11.17.2 jsdom@26.1.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { JSDOM } from "jsdom";
import { execFileSync } from "child_process";
const { window } = new JSDOM("<body></body>");
Object.assign(globalThis, { window, document: window.document });
for (const name of ["Element", "SVGElement", "Node", "DOMParser", "CSSStyleSheet"]) globalThis[name] ??= window[name];
window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 9, height: 9 }); // jsdom lays nothing out
window.SVGElement.prototype.getComputedTextLength = () => 9;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });
for (const label of ["Digits < 5", 'Digits = "1"', "call #65;"]) {
  const { svg } = await mermaid.render("drawing", execFileSync("./draw", [label], { encoding: "utf8" }));
  const drawing = new JSDOM(svg).window.document;
  console.log(label, "is shown as", drawing.querySelector(".node").textContent.trim(), "and", drawing.querySelector(".edgeLabel").textContent.trim());
}
JS
./draw 'Digits = "1"' | tail -n 2
node example.mjs > seen
echo "emicklei/dot $(go list -m -f '{{.Version}}' github.com/emicklei/dot) and mermaid 11.17.2"
cat seen
diff - seen <<'TEXT'
Digits < 5 is shown as Digits < 5 and Digits < 5
Digits = "1" is shown as Digits = &"1&" and Digits = &"1&"
call #65; is shown as call A and call A
TEXT
