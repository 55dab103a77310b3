package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "assembled-url", Title: "An address that is put together from parts and is none",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a name that seems to stand for an address",
		Doc: `Finds the URL of a request, a Function, a callback, music or a file that is put together
from variables which the flow itself sets to fixed texts, when what comes out can be no
address: it has no https: before it, or two; its host is named twice
(demo-1234.twil.io.twil.io), is missing, or has no dot; a space stands in it.

The request fails each time, or the call is told to play what is not there.

Take out of the variable, or out of the URL, what stands in both. A part that can be
something else than a fixed text is not looked at.`,
	},
	Check: func(p *lint.Pass) {
		held := values.Held.Of(p)
		told := map[*flow.Write]*finding.Diagnostic{} // by the first constant: one cause, one finding
		for n := range address.Of(p) {
			t := p.Flow.TemplateAt(n)
			if t == nil || t.Literal || shape.IsPlaceholder(p, n) || !t.Liquid.Readable() {
				continue
			}
			for _, a := range held.Assembled(t) {
				u := assembledURL{a}
				if wrong := u.fault(); wrong != "" && !u.standsForOne() {
					u.report(p, t, wrong, told)
					break
				}
			}
		}
	},
})

func (u assembledURL) report(p *lint.Pass, t *flow.Template, wrong string, told map[*flow.Write]*finding.Diagnostic) {
	at := t.Place(liquid.Span{Start: 0, End: len(t.Text)})
	if d := told[u.Writes[0]]; d != nil {
		d.Also(at, "here too")
		return
	}
	d := p.Reportf(at, "%s of %s becomes %s: %s", words.Quote(t.Property), t.Widget.Label(), `"`+words.Clip(u.shown(), 60)+`"`, wrong)
	told[u.Writes[0]] = d
	for _, write := range u.Writes {
		d.Also(write.Value, write.Widget.Label()+" sets a part of it")
		if !strings.ContainsAny(write.Value.Text(), "./:") {
			d.As(finding.Note) // a name that stands for what is to be put there
		}
	}
}

// An assembledURL is an address that a template becomes.
type assembledURL struct{ values.Assembled }

// standsForOne reports whether a part of the address only stands for one: placeholder.
func (u assembledURL) standsForOne() bool {
	return slices.ContainsFunc(u.Writes, func(w *flow.Write) bool { return shape.IsDummy(w.Value.Text()) })
}

// shown writes the address for a message.
func (u assembledURL) shown() string { return strings.ReplaceAll(u.Text, values.UnknownPart, "…") }

// fault says what is wrong with the address, and what to do; "" when nothing is.
func (u assembledURL) fault() string {
	text := strings.TrimSpace(u.Text)
	scheme, rest, ok := strings.Cut(text, "://")
	switch {
	case strings.HasPrefix(text, values.UnknownPart) || strings.Contains(scheme, values.UnknownPart) && ok:
		return ""
	case !ok && !strings.ContainsAny(text, "./:"+values.UnknownPart):
		return "that is no address; write the one that it stands for"
	case !ok && !strings.Contains(text, values.UnknownPart) ||
		!ok && strings.Contains(text[:strings.IndexAny(text+"/", "/"+values.UnknownPart)], "."):
		return "that is no address; write https:// before it"
	case !ok:
		return ""
	}
	host := address.Host(rest)
	switch {
	case strings.Contains(host, values.UnknownPart):
		return ""
	case strings.HasPrefix(host, "http"), strings.Contains(rest[:min(len(rest), len(host)+3)], "://"):
		return "it begins twice; take https:// out of one of the two"
	case host == "":
		return "it names no host"
	case strings.ContainsAny(host, " \t"):
		return "a space stands in its host"
	case twice(host) != "":
		return "its host ends twice in " + twice(host) + "; take it out of one of the two"
	case !strings.Contains(host, ".") && !address.IsLoopback(host) && !strings.HasPrefix(host, "["):
		return "its host has no dot, so there is none of that name"
	}
	return ""
}

// twice returns what a host ends in twice in a row, of at least two names; "" when it
// does not.
func twice(host string) string {
	labels := strings.Split(host, ".")
	for n := 2; 2*n <= len(labels); n++ {
		last := labels[len(labels)-n:]
		if slices.Equal(last, labels[len(labels)-2*n:len(labels)-n]) {
			return "." + strings.Join(last, ".")
		}
	}
	return ""
}
