package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/literal"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-not-evaluated", Title: "Liquid where Studio takes the text as it stands",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.UnsafeFix,
		Doc: `Finds Liquid in the keys of Set Variables, in SIDs and other properties that are fixed
when the flow is saved, in the names of widgets and in events. Studio does not
evaluate it there: the variable is called "{{flow.variables.name}}", braces and all,
and the Function with that SID is not found.

It also finds a path without its braces, or with one on each side, also as ${widgets.ask.inbound.Body}
where no deployment fills in, where Liquid belongs: who gets "Hello widgets.ask.inbound.Body" reads just that.

It finds a value of Set Variables with a sign between two numbers, outside of the braces
({{flow.variables.price}} * {{flow.variables.count}}), which is kept as that text: write
{{flow.variables.price | times: flow.variables.count}}.

To choose at run time, split first and use one widget for each case. For a key, set
one variable with a fixed name. Write {{widgets.ask.inbound.Body}} for the value of a path.

Liquid in "next" is reported by dangling-transition, in the flow and revision of Run
Subflow by subflow-reference, and where Twilio wants another type or one of a list of
words, by schema.`,
	},
	Check: func(p *lint.Pass) {
		for _, t := range p.Flow.Templates() {
			what, hint := literalPlace(p, t)
			if what == "" || !isMeant(p, t) {
				continue
			}
			p.ReportOncef(t.Widget, t.Place(t.Liquid.Markup[0].Span), "%s holds Liquid in %s, where Studio does not evaluate it; %s", t.Widget.Label(), what, hint)
		}
		var code, bare *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			for n := range reads.Evaluated(w) {
				code, bare = checkCode(p, w, n, code), checkBarePath(p, w, n, bare)
			}
		}
		reportSums(p)
	},
})

// checkCode reports a value that is sent or kept and is a call of a function as code has
// it: once a flow, by a finding that there may be already.
func checkCode(p *lint.Pass, w *flow.Widget, n source.Node, d *finding.Diagnostic) *finding.Diagnostic {
	text := n.Text()
	if n.Key() != "value" || !strings.HasSuffix(strings.TrimRight(text, " ;"), ")") || n.Has(source.Markup) {
		return d
	}
	key := n.Parent().Get("key").Text()
	if !literal.IsCall(text) || offer.NamesCode(key) || shape.IsPlaceholder(p, n) {
		return d
	}
	if d == nil {
		return p.Reportf(n, "%s has %s itself as %s: Studio runs no code; write a value, or have a Function work it out",
			w.Label(), words.Quote(words.Clip(text, 40)), words.Quote(key)).As(finding.Note)
	}
	d.Also(n, w.Label()+" has "+words.Quote(words.Clip(text, 40))+", too")
	return d
}

// checkBarePath reports a path of Studio's outside of Liquid, where a text holds none, or is for
// a person: once a flow, since who forgot the braces in one forgot them in the next.
func checkBarePath(p *lint.Pass, w *flow.Widget, n source.Node, d *finding.Diagnostic) *finding.Diagnostic {
	text := n.Text()
	if n.Has(source.Markup) && liquid.HasMarkup(text) {
		if n != effects.Prompt(w) {
			return d
		}
		text = reads.WithoutMarkup(text)
	}
	start, end := reads.BarePath(p.Flow, text)
	if end == 0 {
		return d
	}
	if strings.Trim(text, brackets) == text[start:end] {
		start, end = 0, len(text) // other brackets than Liquid's around all of it
	}
	if start > 0 && n.Text()[start] == '{' && n.Text()[start-1] == '$' && !shape.IsFilledIn(p) {
		start-- // as code and templates of Terraform have it, which nothing fills in here
	} else if shape.IsPlaceholder(p, n) {
		return d
	}
	if start > 0 && n.Text()[start-1] != '"' && jsontext.Meant(jsontext.At(p.Flow, w, n)) {
		return d // in JSON, json-output tells of what is no text
	}
	path := strings.Trim(n.Text()[start:end], brackets)
	if d == nil {
		d = p.Reportf(n.Part(start, end), "%s has %s itself in its text, and not its value; write {{%s}}",
			w.Label(), words.Quote(path), words.Shorten(path))
	} else {
		d.Also(n.Part(start, end), w.Label()+" has "+words.Quote(path)+", too")
	}
	d.SuggestMore(false, "Write {{ and }} around it", n.Part(start, end).Replace("{{"+path+"}}"))
	return d
}

// brackets are what people write around a path instead of {{ and }}.
const brackets = "{}[]()<>%$ "

// literalPlace says where a template stands that Studio takes literally, and what to
// do. It says nothing when Studio evaluates it, or when another rule reports it.
func literalPlace(p *lint.Pass, t *flow.Template) (place, hint string) {
	const fixed = "write the text itself"
	if !t.Literal {
		return "", ""
	}
	facts := t.Widget.Facts
	switch {
	case t.Node == t.Widget.NameNode:
		return "its name", fixed
	case t.Transition != nil && t.Node == t.Transition.EventNode && (!facts.Known() || facts.OpenEvents):
		return "an event", fixed
	case t.Property == "" || !facts.Known() || facts.Subflow != nil && t.Property != facts.Subflow.Parameters:
		return "", ""
	case t.Node.Key() == "key" && t.Node != t.Widget.Property(t.Property):
		return "a key of " + words.Quote(t.Property), "use a key without Liquid"
	case !shape.Sound(p, t.Widget.Property(t.Property)):
		return "", ""
	}
	return words.Quote(t.Property), fixed + ", or split first and use one widget for each case"
}

// isMeant reports whether a text holds Liquid that somebody meant to be evaluated,
// rather than names for a deployment step, which the rule placeholder reports.
func isMeant(p *lint.Pass, t *flow.Template) bool {
	if shape.IsPlaceholder(p, t.Node) {
		return false
	}
	for i := range t.Liquid.References {
		if reads.Unfilled(t, &t.Liquid.References[i]) {
			return false
		}
	}
	return len(t.Liquid.Markup) > 0
}
