// Package shape tells what of a document is of the right shape, so that a rule need not
// know which other rule reports what is wrong with a value: whether it is known as it
// stands, whether it fits what the catalogue wants there, and what was meant by it.
package shape

import (
	"slices"
	"strings"
	"sync/atomic"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/placeholder"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Literal returns the text of a string that is known before the flow runs: it holds
// neither Liquid nor a placeholder. It reports false for what is no string.
func Literal(s lint.Subject, n source.Node) (text string, ok bool) {
	text = n.Text()
	return text, n.IsString() && !(n.Has(source.Markup) && liquid.HasMarkup(text)) && !IsPlaceholder(s, n)
}

// IsLiteral is Literal without the text.
func IsLiteral(s lint.Subject, n source.Node) bool {
	_, ok := Literal(s, n)
	return ok
}

// IsPlaceholder reports whether a string holds what is filled in before it is
// deployed, so that its value is not known.
func IsPlaceholder(s lint.Subject, n source.Node) bool {
	f := fillings.Of(s)
	at := n.Order() - f.first
	if f.file == nil || n.File() != f.file || at < 0 || at >= f.size {
		return f.in(n)
	}
	const each = 2 // bits
	word, shift := &f.known[at*each/32], at*each%32
	if known := word.Load() >> shift & 3; known != 0 {
		return known == 3
	}
	is, known := f.in(n), uint32(1)
	if is {
		known = 3
	}
	word.Or(known << shift)
	return is
}

// in is IsPlaceholder, worked out anew.
func (f *filling) in(n source.Node) bool {
	return placeholder.May(n) && placeholder.In(n.Text()) || f.configured(n.Text()) || f.name(n)
}

// HoldsPlaceholder is IsPlaceholder for a text wherever it stands.
func HoldsPlaceholder(s lint.Subject, text string) bool { return fillings.Of(s).text(text) }

// LeftIn returns what tells where in a string of a document a person was to replace
// something, in bytes of the text: from and up to.
func LeftIn(s lint.Subject) func(n source.Node) [][2]int {
	f := fillings.Of(s)
	return func(n source.Node) [][2]int {
		if placeholder.May(n) {
			if spans := placeholder.Spans(n.Text()); spans != nil {
				return f.withoutFields(n, spans)
			}
		}
		property, text := f.mayBeProperty(n), n.Text()
		if !property && !strings.HasPrefix(text, "+") && n.Key() != "value" {
			return nil // as most: the names of widgets and events
		}
		if property && f.isName(n, text) {
			return [][2]int{{0, len(text)}}
		}
		return f.standIn(n, text, property)
	}
}

// withoutFields returns those of some places in a string that whoever reads a message does not
// fill in himself.
func (f *filling) withoutFields(n source.Node, spans [][2]int) [][2]int {
	if !f.mayBeProperty(n) {
		return spans
	}
	w := f.flow.WidgetAt(n)
	if w == nil || w.Needs() != schemas.NeedsMessage || !slices.Contains(w.Facts.Content, n.Key()) {
		return spans
	}
	text, asks := n.Text(), w.Facts.Dialog == schemas.DialogAsks
	return slices.DeleteFunc(spans, func(span [2]int) bool { return placeholder.IsField(text, span, asks) })
}

// filling tells what is filled in in one document.
type filling struct {
	flow       *flow.Flow
	configured func(text string) bool

	file  *source.File
	first int             // where the definition stands among the nodes of the file
	size  int             // how many nodes it has
	known []atomic.Uint32 // two bits for each of them: 1 for no placeholder, 3 for one
}

var fillings = lint.NewFact(func(d *project.Document) *filling {
	f := &filling{flow: d.Flow, configured: d.Config.IsPlaceholder, file: d.Definition.File(), first: d.Definition.Order(), size: d.Definition.Size()}
	f.known = make([]atomic.Uint32, f.size/16+1)
	return f
})

func (f *filling) text(s string) bool { return placeholder.In(s) || f.configured(s) }

// name reports whether a name stands where a widget wants a number, a SID or an
// address: ADMIN_PHONE_NUMBER, <channel>; or a number that nobody has: +15555555555.
func (f *filling) name(n source.Node) bool { return f.mayBeProperty(n) && f.isName(n, n.Text()) }

// isName is name for what may be a property.
func (f *filling) isName(n source.Node, text string) bool {
	number := placeholder.Number(text)
	if !number && !placeholder.Name(text) {
		return false
	}
	w := f.flow.WidgetAt(n)
	if w == nil {
		return false
	}
	known := w.FactsOf(n)
	if number {
		return known != nil && known.Format == schemas.FormatAddress
	}
	return known != nil && (len(known.SID) > 0 || known.IsURL() || known.IsParty())
}

// mayBeProperty is a quick look at where a string stands: most of those of a flow are the
// names of widgets and events.
func (f *filling) mayBeProperty(n source.Node) bool {
	return f.flow != nil && n.Parent().Parent().Parent() == f.flow.States && f.flow.States.Exists()
}

// standIn returns where a string of a widget only stands for something: a prompt for another
// one, an address of nobody's, and, among whatever a widget sends or keeps, somebody who is
// nobody and a number that nobody has, with its +.
func (f *filling) standIn(n source.Node, text string, property bool) [][2]int {
	number := strings.HasPrefix(text, "+") && f.flow != nil && placeholder.Number(text)
	kept := !property && n.Key() == "value" && f.flow != nil
	if !number && !property && !kept {
		return nil
	}
	w := f.flow.WidgetAt(n)
	if w == nil || w.Facts.Split || n.Span().Start < w.Properties.Span().Start || n.Span().End > w.Properties.Span().End {
		return nil
	}
	var span [2]int
	var found bool
	switch known := w.FactsOf(n); {
	case number:
		span, found = [2]int{0, len(text)}, true
	case kept:
		span, found = standInKept(n.Parent().Get("key").Text(), text)
	case known == nil:
	case known.IsURL():
		span, found = placeholder.HostIn(text)
	case known.Format == schemas.FormatJSON, w.Facts.Request != nil && n.Key() == w.Facts.Request.Body:
		span, found = placeholder.Specimen(text, false)
	case slices.Contains(w.Facts.Content, n.Key()):
		span, found = standInTold(w, text)
	}
	if !found {
		return nil
	}
	return [][2]int{span}
}

// standInKept returns what only stands for something in what is kept under a name, or sent to a service.
func standInKept(name, text string) (span [2]int, found bool) {
	if placeholder.DummyFor(name, text) {
		return [2]int{0, len(text)}, true
	}
	return placeholder.Specimen(text, false)
}

// IsDummy reports whether a text is a name that itself says that it only stands for a number or an address.
func IsDummy(text string) bool { return placeholder.Dummy(text) }

// standInTold returns what only stands for something in what a person hears or reads.
func standInTold(w *flow.Widget, text string) (span [2]int, found bool) {
	told := placeholder.Told(text)
	if span, found = told.Filler(); found {
		return span, true
	}
	switch {
	case w.Needs() == schemas.NeedsCall:
		span, found = placeholder.Bracketed(text)
	case w.Facts.Dialog == schemas.DialogTells:
		span, found = placeholder.Angled(text)
	}
	if found {
		return span, true
	}
	return told.InSentence()
}
