package lint

import (
	"fmt"

	"studiolint/lint/finding"
)

// some are the findings of one kind: how many there are as their own, the last of these, and how
// many more belong to it.
type some struct {
	last      *finding.Diagnostic
	own, more int
}

// ReportSomef is Reportf for a mistake that a generated flow can hold hundreds of times, with other names
// or values. Of those of one kind and format the first few are findings of their own, and the places after them become
// related places of the last of these. A finding that is none of its own is returned as well, and told nowhere: it
// must be none with a fix.
func (p *Pass) ReportSomef(kind string, at finding.Placer, format string, args ...any) *finding.Diagnostic {
	const few = 5
	key := kind + "\n" + format
	s := p.some[key]
	switch {
	case s == nil:
		if p.some == nil {
			p.some = map[string]*some{}
		}
		s = &some{}
		p.some[key] = s
	case s.own == few:
		s.more++
		s.last.Also(at, "so it is here")
		return finding.New(&p.rule.Rule, at, format, args...)
	}
	s.own++
	s.last = p.Reportf(at, format, args...)
	return s.last
}

// countSome tells in the last finding of each kind how many more there are. The fingerprint does not know it.
func (p *Pass) countSome() {
	for _, s := range p.some {
		if s.more > 0 {
			s.last.Message += fmt.Sprintf(" (and %d more)", s.more)
		}
	}
}
