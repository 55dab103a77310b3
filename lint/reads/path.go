// Package reads tells what a template reads, or the condition of a split: its paths and
// names, the filters and guards around them, and what the catalogue knows of the value. What
// holds where it is read is a question to lint/values.
package reads

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/placeholder"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// PathTo writes a path up to and with the segment i for a message.
func PathTo(r flow.Ref, i int) string {
	return words.Shorten(liquid.Reference{Segments: r.Segments[:i+1]}.String())
}

// Path writes a path for a message.
func Path(r flow.Ref) string { return PathTo(r, len(r.Segments)-1) }

// Unfilled reports whether a reference is a name that a deployment step should
// have filled in: {{LAMBDA_URL}}. The rule placeholder reports those, and no
// other does.
func Unfilled(t *flow.Template, r *liquid.Reference) bool {
	m := t.Liquid.Markup[r.Markup]
	if len(r.Segments) > 1 || r.Local >= 0 || m.Kind != liquid.OutputNode {
		return false
	}
	if strings.TrimSpace(t.Text) == m.In(t.Text) {
		f := t.Facts
		return placeholder.Left(t.Text) || f != nil && f.IsURL() && placeholder.Name(t.Text)
	}
	if strings.HasSuffix(t.Text[:m.Start], "://") && placeholder.Left(t.Text[m.Start-len("://"):min(m.End+1, len(t.Text))]) {
		return true
	}
	return placeholder.Left("in " + m.In(t.Text) + " text") // not as a whole
}

// Opaque reports whether a name in a path is for a deployment step to fill in, or
// only known at run time, so that nothing can be said of it.
func Opaque(s lint.Subject, name string) bool { return name == "" || shape.HoldsPlaceholder(s, name) }

// Widget returns the widget whose outputs a reference reads, when it is certain
// which one.
func Widget(f *flow.Flow, r flow.Ref) *flow.Widget {
	name, _, ok := r.Output()
	if !ok || name == "" || r.Broken {
		return nil
	}
	return f.Only(name)
}

// Member returns what the catalogue knows about a name below a value: the known
// name, also of a numbered one (MediaUrl0 is a MediaUrl), or nil. Other than Key of
// schemas it takes a numbered name without its number too: see LacksNumber.
func Member(keys []schemas.Variable, name string) *schemas.Variable {
	for i := range keys {
		k := &keys[i]
		if k.Name == name {
			return k
		}
		if k.Numbered {
			if rest, ok := strings.CutPrefix(name, k.Name); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
				return k
			}
		}
	}
	return nil
}

// LacksNumber reports whether a name that Member finds is one of several that have a
// number each, and has none.
func LacksNumber(k *schemas.Variable, name string) bool { return k.Numbered && k.Name == name }

// Names lists names for a suggestion.
func Names(keys []schemas.Variable) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.Name
	}
	return names
}

// OfAnyList reports whether a name is one that Liquid gives to every list and
// text.
func OfAnyList(name string) bool { return name == "size" || name == "first" || name == "last" }

// Instead says what to write for a name that other languages have below a list or a text, as length; "" for any other.
func Instead(name string) string {
	if right := schemas.LiquidFacts().FilterAliases.Get(name); OfAnyList(right) {
		return "; write " + right
	}
	return ""
}

// Holds returns what the value is that a reference reads, as far as the catalogue knows it.
func Holds(f *flow.Flow, r flow.Ref) schemas.Content {
	if v := Value(f, r); v != nil {
		return v.Holds
	}
	return ""
}

// Value returns what the catalogue knows about the value that a reference reads, nil
// when it does not know the path.
func Value(f *flow.Flow, r flow.Ref) *schemas.Variable {
	v, _ := value(f, r, false)
	return v
}

// ScalarAt returns the segment up to which a path reads what the catalogue knows for a text that Studio or a person
// wrote, where the path goes on below it; 0 for none.
func ScalarAt(f *flow.Flow, r flow.Ref) int {
	v, i := value(f, r, true)
	if v == nil || i >= len(r.Segments) || len(v.Keys) > 0 || v.Object || v.Closed || r.Segments[i].Kind == liquid.DynamicSegment {
		return 0
	}
	if v.Text || v.Address || v.Speech || v.Holds == schemas.HoldsKeys || v.Holds == schemas.HoldsReply {
		return i - 1
	}
	return 0
}

// value follows a path as far as it goes, or, where that is wanted, to the last value that the catalogue knows, and
// returns the segment after it.
func value(f *flow.Flow, r flow.Ref, known bool) (v *schemas.Variable, i int) {
	i = 1
	if r.Root() == "widgets" {
		w := Widget(f, r)
		if w == nil || len(r.Segments) < flow.ValueDepth {
			return nil, 0
		}
		v, i = Member(w.Facts.Outputs.Keys, r.Name(2)), 3
	} else if !r.Broken {
		v = schemas.LiquidFacts().Root(r.Root())
	}
	for ; v != nil && i < len(r.Segments); i++ {
		if known && len(v.Keys) == 0 {
			break
		}
		v = Member(v.Keys, r.Name(i))
	}
	return v, i
}

// Response returns the request of whose response a reference reads the JSON, or something in it; nil
// when it reads anything else.
func Response(f *flow.Flow, r flow.Ref) *flow.Widget {
	return holding(f, r, schemas.HoldsResponseJSON)
}

// ResponseText returns the request of whose response a reference reads the whole text; nil when it
// reads anything else.
func ResponseText(f *flow.Flow, r flow.Ref) *flow.Widget {
	if len(r.Segments) != flow.ValueDepth {
		return nil
	}
	return holding(f, r, schemas.HoldsResponseBody)
}

// holding returns the widget of which a reference reads an output that holds such a thing; nil when it
// reads anything else.
func holding(f *flow.Flow, r flow.Ref, content schemas.Content) *flow.Widget {
	w := Widget(f, r)
	if w == nil {
		return nil
	}
	if v := w.Facts.Outputs.Key(r.Name(2)); v == nil || v.Holds != content {
		return nil
	}
	return w
}

// InResponse returns the request of whose response a reference reads something in the JSON; nil when
// it reads anything else, or all of it.
func InResponse(f *flow.Flow, r flow.Ref) *flow.Widget {
	if len(r.Segments) <= flow.ValueDepth {
		return nil
	}
	return Response(f, r)
}

// Misspelt reports whether a reference takes a step that the catalogue does not know and
// that can be nothing else: it knows all that there is, or the step is a slip of what it
// knows.
func Misspelt(f *flow.Flow, r flow.Ref) bool {
	keys, closed, i := schemas.LiquidFacts().Roots, true, 0
	if r.Root() == "widgets" {
		w := Widget(f, r)
		if w == nil || !w.Facts.Known() || w.Facts.Outputs.From != "" || w.Property(w.Facts.Outputs.RenamedBy).Text() != "" {
			return false
		}
		keys, closed, i = w.Facts.Outputs.Keys, w.Facts.Outputs.Closed, 2
	}
	for ; i < len(r.Segments) && (closed || len(keys) > 0); i++ {
		name := r.Name(i)
		k := Member(keys, name)
		if k == nil {
			return name != "" && !OfAnyList(name) && (closed || IsSlip(name, words.Nearest(name, Names(keys))))
		}
		keys, closed = k.Keys, k.Closed
	}
	return false
}
