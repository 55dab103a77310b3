package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/source"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "byte-order-mark", Title: "The file begins with a byte order mark",
		Group: finding.Text, Severity: finding.Warning, Fix: finding.SafeFix, Scope: finding.PerFile,
		Doc: `Finds a UTF-8 byte order mark, three invisible bytes that some editors write at
the beginning of a file. JSON does not allow it (RFC 8259, section 8.1): many
readers refuse such a file, and a shell script passes the mark on to Twilio.

Save the file as "UTF-8 without BOM".`,
	},
	Check: func(p *lint.Pass) {
		f := p.File.Source
		if !f.HasBOM() || f.IsMarkdown() {
			return
		}
		mark := f.Place(source.Span{Start: 0, End: 3})
		d := p.Reportf(mark, "the file begins with a byte order mark, which JSON does not allow; save it as UTF-8 without one")
		d.Fixes = []finding.Fix{{Title: "Remove the byte order mark", Safe: true, Changes: []source.Edit{mark.Replace("")}}}
	},
})
