package flow

import (
	"slices"
	"strconv"

	"studiolint/lint/source"
)

// AppendStablePath appends to a text the pointer of the place's node with elements
// named by what they are: a state by its name, a transition by its event, a parameter
// by its key. For a text inside a string it goes on after the string's own path. It
// survives moved widgets, added lines and re-formatting:
// states/menu/transitions/match#1/next.
func AppendStablePath(to []byte, at source.Place) []byte {
	var room [12]string
	parts := room[:0]
	for n := at.Node; at.File != nil; n = at.Node {
		for p := n.Parent(); p.Exists(); n, p = p, p.Parent() {
			if p.IsObject() {
				parts = append(parts, n.Key())
				continue
			}
			parts = append(parts, elementName(n))
		}
		at = at.File.Outer().Place()
	}
	for i, part := range slices.Backward(parts) {
		to = append(to, part...)
		if i > 0 {
			to = append(to, '/')
		}
	}
	return to
}

func elementName(n source.Node) string {
	for _, key := range []string{"name", "event", "key", "sid"} {
		v := n.Get(key)
		if !v.IsString() || v.Text() == "" {
			continue
		}
		if key != "event" || n.Index() > 100 {
			return v.Text()
		}
		// A split has several transitions for one event: say which one it is.
		same := 0
		for c := range n.Parent().Children() {
			if c == n {
				break
			}
			if c.Get(key).Text() == v.Text() {
				same++
			}
		}
		return v.Text() + "#" + strconv.Itoa(same)
	}
	return strconv.Itoa(n.Index())
}
