package source

import (
	"slices"
	"strconv"
	"strings"
)

// Pointer returns the node's JSON Pointer (RFC 6901). For a text inside a string
// it goes on after the string's own pointer, as if the string were that value.
func (n Node) Pointer() string {
	var room [24]Node
	way := room[:0] // from the node outwards
	for n.f != nil {
		for p := n.Parent(); p.f != nil; n, p = p, p.Parent() {
			way = append(way, n)
		}
		n = n.f.outer
	}
	text := make([]byte, 0, 128)
	for _, n := range slices.Backward(way) {
		text = append(text, '/')
		if n.Parent().IsObject() {
			text = append(text, escapePointer(n.Key())...)
		} else {
			text = strconv.AppendInt(text, int64(n.Index()), 10)
		}
	}
	return string(text)
}

// PointerFrom returns the node's JSON Pointer counted from an ancestor in the
// same text, and the whole pointer when root is none.
func (n Node) PointerFrom(root Node) string {
	all := n.Pointer()
	if root.f != n.f {
		return all
	}
	return strings.TrimPrefix(all, root.Pointer())
}

func escapePointer(s string) string {
	if strings.IndexByte(s, '~') < 0 && strings.IndexByte(s, '/') < 0 {
		return s
	}
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(s)
}

// Lookup follows a JSON Pointer from the node down. It returns the node it leads
// to, or the last one that exists and false.
func (n Node) Lookup(pointer string) (Node, bool) {
	if pointer == "" {
		return n, n.Exists()
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		next := n.child(strings.NewReplacer("~1", "/", "~0", "~").Replace(part))
		if !next.Exists() {
			return n, false
		}
		n = next
	}
	return n, true
}

func (n Node) child(part string) Node {
	if n.IsObject() {
		return n.Get(part)
	}
	i, err := strconv.Atoi(part)
	if err != nil {
		return Node{}
	}
	return n.At(i)
}
