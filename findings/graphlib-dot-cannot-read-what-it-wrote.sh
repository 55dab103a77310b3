#!/usr/bin/env bash
# @dagrejs/graphlib-dot 1.0.2 (npm): a file that says "graph [rankdir=LR]" cannot be read, nor a
# node "Entrée" that the library itself wrote.
#
# The package, by dagre's authors, reads and writes Graphviz's language. "graph [...]" is how most
# files begin, and means the same as rankdir=LR; by itself; the reader throws a TypeError. A name
# without quotes may have accented letters, but must be none of the language's six words, in
# either case. The writer leaves the quotes out both times. Its own reader refuses the accents,
# or takes "edge [label=...]" for what all edges have, and Graphviz refuses the six words.
# A widget may well have such a name.
#
# Guessed: read gives the graph that write was given, and Graphviz draws it. Seen: one of five.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @dagrejs/graphlib-dot@1.0.2 @viz-js/viz@3.31.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import graphlibDot from "@dagrejs/graphlib-dot";
import { instance } from "@viz-js/viz";
const viz = await instance();
function show(text, line) {
  let nodes;
  try {
    const graph = graphlibDot.read(text);
    nodes = graph.nodes().map((name) => `${name} (${graph.node(name).label})`).join(", ");
  } catch (error) {
    nodes = error.name;
  }
  console.log(`${line}: read ${nodes}; Graphviz: ${viz.render(text).status}`);
}
for (const text of ["digraph { rankdir=LR; greet [label=Greet] }", "digraph { graph [rankdir=LR]; greet [label=Greet] }"]) show(text, text);
for (const name of ["greet", "Entrée", "edge", "graph", "Node"]) {
  const graph = new graphlibDot.graphlib.Graph();
  graph.setNode(name, { label: "Greet" });
  graph.setEdge("start", name);
  const text = graphlibDot.write(graph);
  show(text, text.split("\n")[1].trim());
}
JS
node example.mjs > seen
echo "@dagrejs/graphlib-dot 1.0.2, Graphviz in @viz-js/viz 3.31.0"
cat seen
diff - seen <<'TEXT'
digraph { rankdir=LR; greet [label=Greet] }: read greet (Greet); Graphviz: success
digraph { graph [rankdir=LR]; greet [label=Greet] }: read TypeError; Graphviz: success
greet [label=Greet]: read greet (Greet), start (undefined); Graphviz: success
Entrée [label=Greet]: read SyntaxError; Graphviz: success
edge [label=Greet]: read start (undefined), edge (undefined); Graphviz: failure
graph [label=Greet]: read TypeError; Graphviz: failure
Node [label=Greet]: read start (Greet), Node (Greet); Graphviz: failure
TEXT
