package answers

import (
	"math/bits"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A HandedTongue is a language that a step sends or hands on by a name for one.
type HandedTongue struct {
	Widget *flow.Widget
	Key    string
	Text   string // what the language is called there: en, es-MX
	Place  source.Place
	Own    string       // the language of its branch
	Sister *flow.Widget // a step that hands on its own one by the same name; nil where the whole flow is in one language
}

// HandedTongues returns those of a flow that are others than the one in which people were spoken to before, or after
// which the step is named: where a step of another branch hands on its own by the same name, or where all of the flow
// is in one language, and it is handed on to people.
func HandedTongues(d *project.Document) (all []HandedTongue) {
	var handed []HandedTongue
	for _, w := range d.Flow.Widgets {
		if (w.Facts.Request != nil || effects.AttributesOf(w).Exists()) && d.Flow.Reachable(w) {
			handed = append(handed, handedBy(d, w)...)
		}
	}
	if len(handed) == 0 {
		return nil
	}
	names, before := NamedTongues.Of(d), spokenBefore.Of(d)
	only := onlyTongueOf(d)
	for i := range handed {
		h := &handed[i]
		if h.Own = names[h.Widget.Index]; h.Own == "" {
			h.Own = before[h.Widget.Index]
		}
		if h.Own == "" {
			h.Own = only
		}
	}
	for _, h := range handed {
		if h.Own == "" || words.IsTongue(h.Text, h.Own) {
			continue
		}
		for i := range handed {
			s := &handed[i]
			if s.Key == h.Key && s.Own != h.Own && words.IsTongue(s.Text, s.Own) && handAlike(s.Widget, h.Widget) {
				h.Sister = s.Widget
				break
			}
		}
		if h.Sister != nil || only != "" && h.Widget.Facts.Request == nil {
			all = append(all, h)
		}
	}
	return all
}

// handAlike reports whether two steps hand something on to the same people or service, as far as their type and address
// tell.
func handAlike(a, b *flow.Widget) bool {
	if a.Type != b.Type || a.Facts.Request == nil {
		return a.Type == b.Type
	}
	one, _, _ := strings.Cut(a.Property(a.Facts.Request.URL).Text(), "?")
	other, _, _ := strings.Cut(b.Property(b.Facts.Request.URL).Text(), "?")
	return one == other
}

// handedBy returns the languages that a step hands on.
func handedBy(d *project.Document, w *flow.Widget) (all []HandedTongue) {
	named := false
	for n := range w.Properties.Strings() {
		named = named || words.NamesLanguage(n.Text())
	}
	if !named {
		return nil // nearly always
	}
	for _, c := range jsontext.Constants(d, w) {
		if words.NamesLanguage(c.Key) && words.IsAnyTongue(c.Text) {
			all = append(all, HandedTongue{Widget: w, Key: c.Key, Text: c.Text, Place: c.Place()})
		}
	}
	if w.Facts.Request == nil {
		return all
	}
	n := w.Property(w.Facts.Request.URL)
	address := n.Text()
	at := strings.IndexByte(address, '?')
	for at >= 0 && at < len(address) {
		start := at + 1
		at = len(address)
		if i := strings.IndexByte(address[start:], '&'); i >= 0 {
			at = start + i
		}
		key, value, ok := strings.Cut(address[start:at], "=")
		if ok && words.NamesLanguage(key) && words.IsAnyTongue(value) {
			all = append(all, HandedTongue{Widget: w, Key: key, Text: value, Place: n.Part(at-len(value), at)})
		}
	}
	return all
}

// spokenBefore is for each widget the one language in which everybody was spoken to last who comes to it; "" where that
// is not known.
var spokenBefore = lint.NewFact(func(d *project.Document) []string {
	before := speech(d).before
	all := make([]string, len(before))
	var called [8]string // the first language of each bit
	for _, tongue := range Tongues.Of(d) {
		if tongue == "" {
			continue
		}
		if bit := bits.TrailingZeros8(bitOf(tongue)); bit < len(called) && called[bit] == "" {
			called[bit] = tongue
		}
	}
	for i, in := range before {
		if bits.OnesCount8(in) == 1 && in != unclear {
			all[i] = called[bits.TrailingZeros8(in)]
		}
	}
	return all
})

// onlyTongueOf returns the language of all texts of a flow that are clear, a few at least, none of which speaks of
// languages; "" for none.
func onlyTongueOf(d *project.Document) (only string) {
	const least = 4
	n := 0
	for _, w := range d.Flow.Widgets {
		if words.NamesAnyTongue(effects.Prompt(w).Text()) {
			return ""
		}
		switch tongue := Tongues.Of(d)[w.Index]; {
		case tongue == "":
		case only != "" && tongue != only:
			return ""
		default:
			only, n = tongue, n+1
		}
	}
	if n < least {
		return ""
	}
	return only
}
