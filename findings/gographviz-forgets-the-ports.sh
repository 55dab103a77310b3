#!/usr/bin/env bash
# awalterschulze/gographviz 2.0.3: every edge loses the place where it begins and ends.
#
# menu:two -> sales begins at the part of the node menu that is named two, a:s -> b:n at the south
# of a. The library's parser reads the ports, and its tree prints them. The graph made of the tree
# has them, too, as SrcPort and DstPort with the colon, but prints every edge without; so does
# AddPortEdge, which exists for them. A drawing that was read, changed and written has all its
# arrows at the nodes' borders, and two from different parts of a node are the same line. There is
# no error. As attributes (tailport, headport) they stay.
#
# Guessed: menu:one -> sales. Seen: menu -> sales, twice.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/awalterschulze/gographviz v2.0.3+incompatible
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/awalterschulze/gographviz"
)

func line(graph fmt.Stringer) string { return strings.Join(strings.Fields(graph.String()), " ") }

func main() {
	for _, text := range []string{
		`digraph { menu [shape=record, label="<one> 1|<two> 2"]; menu:one -> sales; menu:two -> sales }`,
		`digraph { a:s -> b:n }`,
		`digraph { a -> b [tailport=s, headport=n] }`,
	} {
		tree, err := gographviz.ParseString(text)
		if err != nil {
			panic(err)
		}
		graph := gographviz.NewGraph()
		if err := gographviz.Analyse(tree, graph); err != nil {
			panic(err)
		}
		fmt.Printf("%s\n  parsed: %s\n  graph: %s\n  edges:", text, line(tree), line(graph))
		for _, edge := range graph.Edges.Edges {
			fmt.Printf(" %s from %q to %q;", edge.Src, edge.SrcPort, edge.DstPort)
		}
		fmt.Println()
	}
	graph := gographviz.NewGraph()
	if err := graph.SetDir(true); err != nil {
		panic(err)
	}
	for _, node := range []string{"a", "b"} {
		if err := graph.AddNode("", node, nil); err != nil {
			panic(err)
		}
	}
	if err := graph.AddPortEdge("a", ":s", "b", ":n", true, nil); err != nil {
		panic(err)
	}
	fmt.Println("AddPortEdge:", line(graph))
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "gographviz $(go list -m -f '{{.Version}}' github.com/awalterschulze/gographviz)"
cat seen
diff - seen <<'TEXT'
digraph { menu [shape=record, label="<one> 1|<two> 2"]; menu:one -> sales; menu:two -> sales }
  parsed: digraph { menu [ shape=record, label="<one> 1|<two> 2" ]; menu:one->sales; menu:two->sales; }
  graph: digraph { menu->sales; menu->sales; menu [ label="<one> 1|<two> 2", shape=record ]; sales; }
  edges: menu from ":one" to ""; menu from ":two" to "";
digraph { a:s -> b:n }
  parsed: digraph { a:s->b:n; }
  graph: digraph { a->b; a; b; }
  edges: a from ":s" to ":n";
digraph { a -> b [tailport=s, headport=n] }
  parsed: digraph { a->b[ tailport=s, headport=n ]; }
  graph: digraph { a->b[ headport=n, tailport=s ]; a; b; }
  edges: a from "" to "";
AddPortEdge: digraph { a->b; a; b; }
TEXT
