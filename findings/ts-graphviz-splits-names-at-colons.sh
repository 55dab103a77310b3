#!/usr/bin/env bash
# ts-graphviz 3.0.7: a name with a colon is one node, and another where an edge ends.
#
# node("main:greet") makes a node of that name, in quotes. edge(["start", "main:greet"])
# means the port "greet" of a node "main": the name of an edge's end is split at colons,
# though a node's is not. So the picture has a box that nothing leads to, and beside it one
# that nobody asked for. The README shows a method for ports, and names as plain ends. The
# node itself, in place of its name, gives the right edge.
#
# Guessed: twice the same node. Seen: "main" with a port for the one by name.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . ts-graphviz@3.0.7 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { digraph, toDot } from "ts-graphviz";
console.log(toDot(digraph("flows", flows => {
  const greet = flows.node("main:greet");
  flows.edge(["by node", greet]);
  flows.edge(["by name", "main:greet"]);
})));
JS
node example.mjs > seen
echo "ts-graphviz 3.0.7"
cat seen
diff - seen <<'TEXT'
digraph "flows" {
  "main:greet";
  "by node" -> "main:greet";
  "by name" -> "main":"greet";
}
TEXT
