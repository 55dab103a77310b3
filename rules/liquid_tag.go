package rules

import (
	"slices"
	"strings"
	"sync"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-tag", Title: "A tag that Studio does not know",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SometimesFix, Varies: "note for a tag that other engines have",
		Doc: `Finds tags beyond those that work in deployed flows: elseif for elsif, a misspelt one.
Those that Shopify's Liquid has, on which Studio's is built, and that were seen in no
flow are a note.

Studio logs a warning (81018), and what the tag should do does not happen.

Write the tag that is suggested.`,
	},
	Check: func(p *lint.Pass) {
		facts := schemas.LiquidFacts()
		near := reads.Nearest{Names: knownTags()}
		for _, t := range p.Flow.Templates() {
			if t.Literal {
				continue
			}
			var opened map[string]openedTag // unknown tags: their ends are a part of the same mistake
			for _, tag := range t.Liquid.Tags {
				if tag.Name == "" || tag.Name == "#" || slices.Contains(near.Names, tag.Name) || shape.HoldsPlaceholder(p, tag.Name) {
					continue
				}
				begin, ends := strings.CutPrefix(tag.Name, "end")
				if o, known := opened[begin]; ends && known {
					if o.right != "" {
						o.finding.SuggestMore(true, "", t.Place(tag.NameAt).Replace("end"+o.right))
					}
					continue
				}
				if opened == nil {
					opened = map[string]openedTag{}
				}
				opened[tag.Name] = openedTag{}
				if slices.Contains(facts.Elsewhere.Tags, tag.Name) {
					if d, first := p.ReportOncef(nil, t.Place(tag.NameAt), "Shopify's Liquid has the tag %s; whether Studio's has it is not known, so try it", words.Quote(tag.Name)); first {
						d.As(finding.Note)
					}
					continue
				}
				right, hint, certain := near.Instead(tag.Name, facts.TagAliases.Get(strings.ToLower(tag.Name)))
				if right == "" {
					hint = "remove it"
				}
				d, _ := p.ReportOncef(t.Widget, t.Place(tag.NameAt), "Studio knows no tag %s (81018); %s", words.Quote(tag.Name), hint)
				if right != "" {
					d.SuggestMore(certain, "Write "+words.Quote(right), t.Place(tag.NameAt).Replace(right))
					opened[tag.Name] = openedTag{d, right}
				}
			}
		}
	},
})

// An openedTag is an unknown tag that may have an end.
type openedTag struct {
	finding *finding.Diagnostic
	right   string // the tag that was meant, "" when it cannot be told
}

// knownTags are the names of Studio's tags and of their ends.
var knownTags = sync.OnceValue(func() []string {
	var names []string
	for _, t := range schemas.LiquidFacts().Tags {
		names = append(names, t.Name)
		if t.End != "" {
			names = append(names, t.End)
		}
	}
	return names
})
