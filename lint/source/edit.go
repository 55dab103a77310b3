package source

// An Edit is a change of a text by what it means: a new text for a string, a
// member more or less. How that is written, quotes, escapes, commas and white
// space, in the text itself and in every text around it, is worked out by
// Resolve. The zero Edit changes nothing and cannot be resolved.
type Edit struct {
	op       operation
	place    Place    // what is replaced; of an insertion, the object or array
	index    int      // of an insertion: before which child
	children []Member // and what is put in; the elements of an array have no names
	extent   extent   // of a removal
	name     string   // a member's new name, or the text that is written into a string
	value    Value
}

// An extent is what goes with a child that is taken out.
type extent uint8

const (
	alone        extent = iota // the comma that is needed no longer
	withComma                  // the comma after it
	withSiblings               // all other children
)

type operation uint8

const (
	noEdit operation = iota
	replaceText
	setValue
	rename
	insert
	remove
)

// SetText makes the value a string of that text.
func (n Node) SetText(text string) Edit { return n.SetValue(Text(text)) }

// SetValue replaces the value.
func (n Node) SetValue(value Value) Edit {
	return Edit{op: setValue, place: n.Place(), value: value}
}

// Rename gives a member another name.
func (n Node) Rename(name string) Edit {
	return Edit{op: rename, place: n.KeyPlace(), name: name}
}

// Remove takes a member or an element out, with the comma that it needs no
// longer.
func (n Node) Remove() Edit { return Edit{op: remove, place: n.Place()} }

// Insert puts an element before the i-th of an array, or after the last.
func (n Node) Insert(i int, value Value) Edit {
	return Edit{op: insert, place: n.Place(), index: i, children: []Member{{Value: value}}}
}

// InsertMember puts a member before the i-th of an object, or after the last.
func (n Node) InsertMember(i int, name string, value Value) Edit {
	return Edit{op: insert, place: n.Place(), index: i, children: []Member{{name, value}}}
}

// Replace writes other text in place of a part of a string; an empty part is
// where the text is put in. Of a place that belongs to no node, the bytes
// themselves are replaced. A part is never a whole string with its quotes: that
// is SetText.
func (p Place) Replace(text string) Edit {
	return Edit{op: replaceText, place: p, name: text}
}

// Resolve returns the file that a person opens, the bytes of it that the edit
// replaces, and what stands there afterwards. It reports false for an edit that
// cannot be made: of what is not there, or of a part that is no text.
func (e Edit) Resolve() (f *File, at Span, text string, ok bool) {
	f = e.place.File
	if f == nil {
		return nil, Span{}, "", false
	}
	if at, text, ok = e.own(); !ok || at.Start < 0 || at.End < at.Start || at.End > len(f.Bytes) {
		return nil, Span{}, "", false
	}
	for ; f.outer.f != nil; f = f.outer.f {
		at = f.decoded.Span(at.Start, at.End)
		if text, ok = f.outer.f.encode(f.outer, at, text); !ok {
			return nil, Span{}, "", false
		}
	}
	return f, at, text, true
}

// own works the edit out in the text that its place belongs to.
func (e Edit) own() (at Span, text string, ok bool) {
	n, f := e.place.Node, e.place.File
	if n.f == nil && e.op != replaceText {
		return Span{}, "", false
	}
	switch e.op {
	case replaceText:
		return e.part()
	case setValue:
		if e.value == nil || !e.value.fits(f) || f.holds(n.Span()) {
			return Span{}, "", false
		}
		return n.Span(), f.writeValue(n, e.value), true
	case rename:
		return n.KeySpan(), f.writeName(n, e.name), n.KeySpan().Len() > 0 && !f.holds(n.KeySpan()) && Text(e.name).fits(f)
	case insert:
		return n.insertion(e.index, e.children)
	case remove:
		return n.removal(e.extent)
	}
	return Span{}, "", false
}

// part works out what replaces a part of a string.
func (e Edit) part() (at Span, text string, ok bool) {
	n, f, at := e.place.Node, e.place.File, e.place.Span
	if n.f == nil {
		return at, e.name, true
	}
	if content := f.content(n); !n.IsString() || n.Unknown() || at.Start < content.Start || at.End > content.End {
		return Span{}, "", false
	}
	text, ok = f.encode(n, at, e.name)
	return at, text, ok
}

// holds reports whether an expression of Terraform is a part of what stands there:
// what it becomes nobody knows, so that it is not replaced.
func (f *File) holds(at Span) bool {
	if f.encoding != terraform {
		return false
	}
	for _, p := range f.templates[int32(at.Start)] {
		if !p.kind.isLiteral() {
			return true
		}
	}
	return false
}
