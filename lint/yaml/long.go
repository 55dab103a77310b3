package yaml

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// ParseLong is Parse for a document in which one list at the top, below a key, may be very
// long: each item is read by itself, so that time grows with the length alone and the
// limit on keys counts for each item. Each is handed to take with its number, from 0 on,
// and what take returns is all that is kept of it. Where the list is not written in the
// usual way, one item below the other, the document is read as one; if that shows late, the
// items are handed over anew.
func ParseLong(data []byte, key string, take func(i int, item Node) Node) (Node, *Error) {
	parts, ok := cut(data, key)
	if !ok {
		return parseWhole(data, key, take)
	}
	head := bytes.Clone(data[:parts.list.Start])
	head = append(head, blanked(data[parts.list.Start:parts.list.End])...)
	head = append(head, data[parts.list.End:]...)
	root, err := Parse(head)
	if err != nil {
		return Node{}, err
	}
	at := slices.IndexFunc(root.Keys, func(k Node) bool { return k.Text == key })
	if at < 0 || root.Values[at].Kind != Null {
		return parseWhole(data, key, take)
	}
	list := Node{Kind: List, Span: Span{parts.items[0].Start, parts.items[0].Start + 1}}
	for i, item := range parts.items {
		n, err := Parse(data[item.Start:item.End])
		if err != nil {
			err.Span = Span{err.Span.Start + item.Start, err.Span.End + item.Start}
			return Node{}, err
		}
		if n.Kind != List || len(n.Values) != 1 {
			return parseWhole(data, key, take)
		}
		list.Values = append(list.Values, take(i, moved(n.Values[0], item.Start)))
	}
	root.Values[at] = list
	return root, nil
}

// parseWhole reads a document as one, and hands over the items of its list.
func parseWhole(data []byte, key string, take func(int, Node) Node) (Node, *Error) {
	root, err := Parse(data)
	if err != nil {
		return Node{}, err
	}
	if at := slices.IndexFunc(root.Keys, func(k Node) bool { return k.Text == key }); at >= 0 && root.Values[at].Kind == List {
		for i, item := range root.Values[at].Values {
			root.Values[at].Values[i] = take(i, item)
		}
	}
	return root, nil
}

// parts are where a long list stands.
type parts struct {
	list  Span
	items []Span
}

// cut finds the items of the list below a key at the beginning of a line.
func cut(data []byte, key string) (p parts, ok bool) {
	begin := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key) + `:[ \t]*(#.*)?\r?$`).FindIndex(data)
	if begin == nil {
		return p, false
	}
	at := begin[1]
	indent := -1
	for at < len(data) {
		if data[at] == '\n' {
			at++
		}
		end := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := strings.TrimRight(string(data[at:end]), " \t\r")
		text := strings.TrimLeft(line, " ")
		depth := len(line) - len(text)
		switch {
		case text == "" || text[0] == '#':
		case indent < 0:
			if !strings.HasPrefix(text, "- ") {
				return p, false
			}
			indent = depth
			p.items = append(p.items, Span{Start: at})
		case depth == indent && strings.HasPrefix(text, "- "):
			p.items[len(p.items)-1].End = at
			p.items = append(p.items, Span{Start: at})
		case depth <= indent && (depth < indent || indent == 0):
			return p.until(at)
		case depth == indent:
			return p, false
		}
		at = end
	}
	return p.until(len(data))
}

func (p parts) until(end int) (parts, bool) {
	if len(p.items) == 0 {
		return p, false
	}
	p.items[len(p.items)-1].End = end
	p.list = Span{p.items[0].Start, end}
	return p, true
}

// blanked returns a text of as many lines with nothing in them, and as many bytes.
func blanked(data []byte) []byte {
	blank := bytes.Clone(data)
	for i, c := range blank {
		if c != '\n' && c != '\r' {
			blank[i] = ' '
		}
	}
	return blank
}

// moved returns a node that stands further on.
func moved(n Node, by int) Node {
	n.Span = Span{n.Span.Start + by, n.Span.End + by}
	for i := range n.Keys {
		n.Keys[i] = moved(n.Keys[i], by)
	}
	for i := range n.Values {
		n.Values[i] = moved(n.Values[i], by)
	}
	return n
}
