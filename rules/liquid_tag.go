package rules

import (
	"slices"
	"strings"

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
		Group: finding.Liquid, Severity: finding.Warning, Varies: "note for a tag that other engines have",
		Doc: `Finds tags beyond those that work in deployed flows: elseif for elsif, a misspelt one.
Those that Shopify's Liquid has, on which Studio's is built, and that were seen in no
flow are a note.

Studio logs a warning (81018), and what the tag should do does not happen.

Write the tag that is suggested.`,
	},
	Check: func(p *lint.Pass) {
		facts := schemas.LiquidFacts()
		known := map[string]bool{"#": true} // a comment in one tag
		near := reads.Nearest{}
		for _, t := range facts.Tags {
			for _, name := range []string{t.Name, t.End} {
				if name != "" {
					known[name] = true
					near.Names = append(near.Names, name)
				}
			}
		}
		for _, t := range p.Flow.Templates() {
			if t.Literal {
				continue
			}
			var opened []string // unknown tags: their ends are a part of the same mistake
			for _, tag := range t.Liquid.Tags {
				if tag.Name == "" || known[tag.Name] || shape.HoldsPlaceholder(p, tag.Name) {
					continue
				}
				if begin, ok := strings.CutPrefix(tag.Name, "end"); ok && slices.Contains(opened, begin) {
					continue
				}
				opened = append(opened, tag.Name)
				if slices.Contains(facts.Elsewhere.Tags, tag.Name) {
					if d, first := p.ReportOncef(nil, t.Place(tag.NameAt), "Shopify's Liquid has the tag %s; whether Studio's has it is not known, so try it", words.Quote(tag.Name)); first {
						d.As(finding.Note)
					}
					continue
				}
				hint := "remove it"
				if right := facts.TagAliases[strings.ToLower(tag.Name)]; right != "" {
					hint = "write " + right
				} else if right := near.To(tag.Name).Name; right != "" {
					hint = "did you mean " + words.Quote(right) + "?"
				}
				p.ReportOncef(t.Widget, t.Place(tag.NameAt), "Studio knows no tag %s (81018); %s", words.Quote(tag.Name), hint)
			}
		}
	},
})
