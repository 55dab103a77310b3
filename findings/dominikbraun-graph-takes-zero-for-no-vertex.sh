#!/usr/bin/env bash
# dominikbraun/graph 0.23.0: vertex 0 belongs to no strongly connected component.
#
# StronglyConnectedComponents tells which vertices lead back to each other, as the widgets of a flow
# do that loops. Its search takes vertices off a stack until it has the one that it began with, and
# what it has at first is the zero of their type: 0, or the empty text. If it began with that one,
# the component is empty, and all that belongs to it stays on the stack and is in none. Where it
# begins is by chance, so that a loop with vertex 0 is found in some runs and not in others. There
# is no error. Numbered from 1 all is right. Whoever numbers widgets from 0, as indexes of a list
# are, misses loops.
#
# Guessed: the same with numbers one less. Seen: an empty component, and loops come and go.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/dominikbraun/graph v0.23.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dominikbraun/graph"
)

// components are those of three vertices that are numbered from first.
func components(first int, edges [][2]int) string {
	g := graph.New(graph.IntHash, graph.Directed())
	for vertex := range 3 {
		if err := g.AddVertex(first + vertex); err != nil {
			panic(err)
		}
	}
	for _, edge := range edges {
		if err := g.AddEdge(first+edge[0], first+edge[1]); err != nil {
			panic(err)
		}
	}
	found, err := graph.StronglyConnectedComponents(g)
	if err != nil {
		panic(err)
	}
	var texts []string
	for _, component := range found {
		slices.Sort(component)
		texts = append(texts, fmt.Sprint(component))
	}
	slices.Sort(texts)
	return strings.Join(texts, " ")
}

func main() {
	for _, edges := range [][][2]int{{{0, 1}, {1, 2}}, {{0, 1}, {1, 2}, {2, 1}}, {{0, 1}, {1, 0}, {1, 2}}, {{0, 1}, {1, 2}, {2, 0}}} {
		for _, first := range []int{1, 0} {
			seen := map[string]bool{}
			for range 1000 {
				seen[components(first, edges)] = true
			}
			var texts []string
			for text := range seen {
				texts = append(texts, text)
			}
			slices.Sort(texts)
			fmt.Printf("%v, numbered from %d: %s\n", edges, first, strings.Join(texts, ", or "))
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "graph $(go list -m -f '{{.Version}}' github.com/dominikbraun/graph)"
cat seen
diff - seen <<'TEXT'
[[0 1] [1 2]], numbered from 1: [1] [2] [3]
[[0 1] [1 2]], numbered from 0: [1] [2] []
[[0 1] [1 2] [2 1]], numbered from 1: [1] [2 3]
[[0 1] [1 2] [2 1]], numbered from 0: [1 2] []
[[0 1] [1 0] [1 2]], numbered from 1: [1 2] [3]
[[0 1] [1 0] [1 2]], numbered from 0: [0 1] [2], or [2] []
[[0 1] [1 2] [2 0]], numbered from 1: [1 2 3]
[[0 1] [1 2] [2 0]], numbered from 0: [0 1 2], or []
TEXT
