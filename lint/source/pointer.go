package source

import (
	"slices"
	"strconv"
	"strings"
)

// Pointer returns the node's JSON Pointer (RFC 6901). For a text inside a string
// it goes on after the string's own pointer, as if the string were that value.
func (n Node) Pointer() string {
	var parts []string
	for n.f != nil {
		for p := n.Parent(); p.f != nil; n, p = p, p.Parent() {
			if p.IsObject() {
				parts = append(parts, escapePointer(n.Key()))
			} else {
				parts = append(parts, strconv.Itoa(n.Index()))
			}
		}
		n = n.f.outer
	}
	if len(parts) == 0 {
		return ""
	}
	slices.Reverse(parts)
	return "/" + strings.Join(parts, "/")
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
	if !strings.ContainsAny(s, "~/") {
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
