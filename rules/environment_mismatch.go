package rules

import (
	"fmt"
	"slices"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/literal"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "environment-mismatch", Title: "A value of another environment",
		Group: finding.Values, Severity: finding.Warning, Scope: finding.PerDocument, Fix: finding.UnsafeFix,
		Doc: `Finds, in a file that belongs to one of the "environments" of the configuration, a
value of another one: the development workflow or sender in the flow for production.
Without "environments" it finds nothing.

Such a flow is refused or fails there, since the account has no such thing, or does its
work in the wrong one: calls go to agents who test, messages come from a number that
nobody knows.

Write the value of the file's own environment, or make the file anew:

    studiolint promote --from dev --to prod --output flows/prod/ivr.json flows/dev/ivr.json

A value that two environments share is no mistake in either. All that a file holds of
another environment is one finding.`,
	},
	Check: func(p *lint.Pass) {
		here := p.Config.EnvironmentOf(p.File.Source.Path)
		if here == nil {
			return
		}
		strays := strayValues(p, here)
		for _, other := range p.Config.Environments {
			if list := strays[other]; len(list) > 0 {
				reportStrays(p, here, other, list)
			}
		}
	},
})

// A strayValue is a value of another environment, and the text that belongs there.
type strayValue struct {
	config.EnvironmentValue
	here string
	at   source.Place
	edit source.Edit
}

// strayValues returns the values of other environments in a document, in the order of
// the text. What stands in a value of its own environment is none, and neither is what an
// expression of Terraform works out.
func strayValues(p *lint.Pass, here *config.Environment) map[*config.Environment][]strayValue {
	strays := map[*config.Environment][]strayValue{}
	counterparts := map[*config.Environment][]string{}
	for _, other := range p.Config.Environments {
		counterparts[other] = other.Counterparts(here)
	}
	for n := range p.Document.Texts() {
		text := n.Text()
		taken := [][]literal.Match{here.Find(text)} // whose place it is already
		for _, other := range p.Config.Environments {
			if other == here {
				continue
			}
			matches := slices.DeleteFunc(other.Find(text), func(m literal.Match) bool {
				return slices.ContainsFunc(taken, func(list []literal.Match) bool {
					_, ok := literal.At(list, m.Start, m.End)
					return ok
				})
			})
			if len(matches) == 0 {
				continue
			}
			taken = append(taken, matches)
			decoded := n.Decoded()
			for _, m := range matches {
				text := counterparts[other][m.Value]
				at := source.Place{File: n.File(), Node: n, Span: decoded.Span(m.Start, m.End)}
				edit := at.Replace(m.Write(text))
				if _, _, _, ok := edit.Resolve(); ok {
					strays[other] = append(strays[other], strayValue{other.Values[m.Value], text, at, edit})
				}
			}
		}
	}
	return strays
}

func reportStrays(p *lint.Pass, here, other *config.Environment, strays []strayValue) {
	first := strays[0]
	var names []string
	for _, s := range strays {
		if !slices.Contains(names, s.Name) {
			names = append(names, s.Name)
		}
	}
	file := fmt.Sprintf("and this file belongs to %s", words.Quote(here.Name))
	var d *finding.Diagnostic
	if len(names) == 1 {
		d = p.Reportf(first.at, "%s is the %s of %s, %s, where it is %s; write that",
			words.Quote(first.Text), words.Quote(first.Name), words.Quote(other.Name), file, words.Quote(first.here))
	} else {
		d = p.Reportf(first.at, "%s (%s) and %s are those of %s, %s, where %s is %s; write its values, or promote the flow",
			words.Quote(first.Text), words.Quote(first.Name), words.Plural(len(names)-1, "other value"),
			words.Quote(other.Name), file, words.Quote(first.Name), words.Quote(first.here))
	}
	d.Identify(other.Name, words.List(names))
	var edits []source.Edit
	for i, s := range strays {
		edits = append(edits, s.edit)
		if i > 0 {
			d.Also(s.at, fmt.Sprintf("%s is the %s of %s too; here it is %s", words.Quote(s.Text),
				words.Quote(s.Name), words.Quote(other.Name), words.Quote(s.here)))
		}
	}
	d.Suggest(false, fmt.Sprintf("Write the values of %s", words.Quote(here.Name)), edits...)
}
