package twins

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A Copied is a text of a widget that is the same as that of another one and has that
// one's name in it: it was not replaced in the copy.
type Copied struct {
	Copy, Original *flow.Widget
	Text, From     source.Node // of the copy, of the original
	Word           string      // of the original's name
	Key            string      // of the parameter or attribute that has it; "" for a text of its own
}

// Copies are those of a flow, one a widget.
var Copies = lint.NewFact(func(d *project.Document) []Copied {
	var all []Copied
	for _, g := range groups.Of(d) {
		var own [][]string
		texts := make([][]text, len(g))
		for i, w := range g {
			texts[i] = append(textsOf(w), constantsOf(d, w)...)
		}
		for j, w := range g {
			for i, original := range g {
				if same := unshared(d, w, common(texts[i], texts[j])); i != j && len(same) > 0 {
					if own == nil {
						own = g.own()
					}
					if givesOther(w, original) || namesItself(w, texts[j], own[j]) {
						same = withoutAddress(w, same)
					}
					if c, ok := copied(same, own[i], own[j]); ok {
						c.Copy, c.Original = w, original
						all = append(all, c)
						break
					}
				}
			}
		}
	}
	return strays(d, all)
})

// namesItself reports whether a request has a word of its own name in what it gives: what it calls may be there for both.
func namesItself(w *flow.Widget, texts []text, own []string) bool {
	if w.Facts.Request == nil {
		return false
	}
	address := w.Property(w.Facts.Request.URL)
	return slices.ContainsFunc(texts, func(t text) bool {
		return t.node != address && slices.ContainsFunc(words.In(t.said), func(word string) bool { return Named(word, own) != "" })
	})
}

// givesOther reports whether two requests send other words: they do something else, if to one address.
func givesOther(w, original *flow.Widget) bool {
	request := w.Facts.Request
	if request == nil || original.Facts.Request == nil {
		return false
	}
	body, other := w.Property(request.Body).Text(), original.Property(original.Facts.Request.Body).Text()
	return body != "" && other != "" && withoutOutputs(body) != withoutOutputs(other)
}

// withoutAddress are texts of a request without its address.
func withoutAddress(w *flow.Widget, same [][2]text) [][2]text {
	address := w.Property(w.Facts.Request.URL)
	return slices.DeleteFunc(same, func(pair [2]text) bool { return pair[1].node == address })
}

// unshared are texts of a widget without its address, where three widgets and more have that: its path is no name of one
// of them.
func unshared(d *project.Document, w *flow.Widget, same [][2]text) [][2]text {
	const several = 3
	if w.Facts.Request == nil || addresses.Of(d)[w.Property(w.Facts.Request.URL).Text()] < several {
		return same
	}
	return withoutAddress(w, same)
}

// addresses are those of the requests of a flow, and how many make one to each.
var addresses = lint.NewFact(func(d *project.Document) map[string]int {
	all := map[string]int{}
	for _, w := range d.Flow.Widgets {
		if w.Facts.Request != nil {
			all[w.Property(w.Facts.Request.URL).Text()]++
		}
	}
	return all
})

// copied returns the text that has the original's name in it and not the copy's.
func copied(same [][2]text, original, copy []string) (c Copied, ok bool) {
	if len(original) == 0 || len(copy) == 0 {
		return c, false
	}
	for _, pair := range same {
		said := words.In(withoutHost(withoutOutputs(pair[1].said)))
		if slices.ContainsFunc(copy, func(word string) bool { return Named(word, said) != "" }) {
			continue
		}
		for _, word := range original {
			// What two steps fetch may be the same: /lookup.
			if len(word) > 2 && !words.IsFetch(word) && Named(word, said) != "" {
				return Copied{Text: pair[1].node, From: pair[0].node, Word: word, Key: pair[1].key}, true
			}
		}
	}
	return c, false
}

// withoutHost is an address without its host, whose name is that of the server, and not of a widget.
func withoutHost(text string) string {
	const mark = "://"
	scheme := strings.Index(text, mark)
	if scheme < 0 || strings.ContainsAny(text[:scheme], " \n") {
		return text
	}
	rest := text[scheme+len(mark):]
	if path := strings.IndexAny(rest, "/?#"); path >= 0 {
		return rest[path:]
	}
	return ""
}

type text struct {
	path, said, key string
	node            source.Node
}

// constantsOf returns what a widget sends or keeps as it stands.
func constantsOf(d *project.Document, w *flow.Widget) []text {
	fields, _ := fieldsOf(d, w)
	all := make([]text, 0, len(fields))
	for _, f := range fields {
		if f.value != "" {
			all = append(all, text{"/" + f.name(), f.value, f.key, f.node})
		}
	}
	return all
}

// textsOf returns the texts of a widget's properties with what they are called.
func textsOf(w *flow.Widget) []text {
	var all []text
	var walk func(path string, n source.Node, depth int)
	walk = func(path string, n source.Node, depth int) {
		switch {
		case n.IsString():
			if strings.ContainsRune(strings.TrimSpace(n.Text()), ' ') || strings.ContainsAny(n.Text(), "/\"") {
				all = append(all, text{path: path, said: n.Text(), node: n})
			}
		case n.IsObject() && depth < 3:
			for name, m := range n.Members() {
				walk(path+"/"+name, m, depth+1)
			}
		case n.IsArray() && depth < 3:
			for _, m := range n.Elements() {
				walk(path+"/", m, depth+1)
			}
		}
	}
	walk("", w.Properties, 0)
	return all
}

// common returns the texts that two widgets have at the same place.
func common(a, b []text) (same [][2]text) {
	for _, t := range a {
		for _, u := range b {
			if t.path == u.path && t.said == u.said {
				same = append(same, [2]text{t, u})
			}
		}
	}
	return same
}

// withoutOutputs is a text without what Liquid puts into it.
func withoutOutputs(text string) string {
	for {
		from := strings.Index(text, "{{")
		if from < 0 {
			return text
		}
		to := strings.Index(text[from:], "}}")
		if to < 0 {
			return text[:from]
		}
		text = text[:from] + " " + text[from+to+2:]
	}
}
