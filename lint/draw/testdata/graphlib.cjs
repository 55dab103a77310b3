// Reads drawings in DOT with graphlib-dot, an array of them from standard input, and prints how
// many nodes and edges it sees in each, or what it says.
const { createRequire } = require('module');
const { readFileSync } = require('fs');
const dot = createRequire(process.env.STUDIOLINT_NODE_MODULES + '/')('@dagrejs/graphlib-dot');
console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((text) => {
  try {
    const graph = dot.read(text);
    return { Nodes: graph.nodeCount(), Edges: graph.edgeCount() };
  } catch (e) {
    return { Error: String(e.message) };
  }
})));
