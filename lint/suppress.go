package lint

import (
	"slices"
	"time"

	"studiolint/lint/finding"
)

// An exception accepts findings of one rule.
type exception struct {
	rule    string
	widgets []string // names in which * stands for any text; none for every finding
	why     finding.Suppression
	used    bool
}

// accept marks a finding of the rule that the exception is for.
func (e *exception) accept(d *finding.Diagnostic) {
	if len(e.widgets) > 0 && !slices.ContainsFunc(e.widgets, func(w string) bool { return matchName(w, d.Widget) }) {
		return
	}
	e.used = true
	if d.Suppressed == nil {
		d.Suppressed = &e.why
	}
}

// An entry is an exception that stands in a configuration.
type entry struct {
	exception
	ignore  *Ignore
	expired bool // past its last day: it accepts nothing
}

// A configUse is a configuration and what it was used for in a run.
type configUse struct {
	config  *Config
	entries []*entry
	units   []*unit
	found   []*finding.Diagnostic // about the configuration itself
}

// suppression marks the findings of a run that someone has accepted.
type suppression struct {
	options    *Options
	units      []*unit
	configs    []*configUse // in the order of the files they belong to
	directives map[*unit][]*directive
	covered    []string // folders that the run looked at whole, absolute

	unused *Rule // nil when the run does not know it
}

// suppress marks the findings that the configurations, the flows and the baseline
// accept. It adds to the units what their directives accept in vain, and returns
// the same about the configurations.
func suppress(units []*unit, o *Options, covered []string) []*finding.Diagnostic {
	s := &suppression{
		options: o, units: units, covered: covered,
		directives: map[*unit][]*directive{},
		unused:     findRule(o.Rules, UnusedIgnore),
	}
	s.gather()
	// Exceptions in vain are findings too, which other exceptions may accept.
	for _, late := range []bool{false, true} {
		s.accept(late)
		s.report(late)
	}
	var more []*finding.Diagnostic
	for _, c := range s.configs {
		finding.Sort(c.found)
		more = append(more, c.found...)
	}
	if o.Baseline != nil {
		o.Baseline.accept(units, more)
	}
	return more
}

// gather lists what accepts findings in this run.
func (s *suppression) gather() {
	today := s.options.Today
	if today.IsZero() {
		today = time.Now()
	}
	uses := map[*Config]*configUse{}
	for _, u := range s.units {
		if u.file == nil {
			continue
		}
		use := uses[u.config]
		if use == nil {
			use = &configUse{config: u.config}
			for _, i := range u.config.Ignore {
				use.entries = append(use.entries, &entry{
					exception: exception{rule: i.Rule, widgets: i.Widgets, why: finding.Suppression{Kind: "ignore", Reason: i.Reason}},
					ignore:    i,
					expired:   i.Until != "" && today.Format(time.DateOnly) > i.Until,
				})
			}
			uses[u.config] = use
			s.configs = append(s.configs, use)
		}
		use.units = append(use.units, u)
		u.relative, _ = u.config.relative(u.path())
		for _, d := range u.documents {
			s.directives[u] = append(s.directives[u], directives(d, s.options.Rules)...)
		}
	}
}

// accept applies the exceptions: first those for all rules but unused-ignore.
func (s *suppression) accept(late bool) {
	for _, use := range s.configs {
		for _, u := range use.units {
			found := byRule(u.found)
			for _, e := range use.entries {
				if of := found[e.rule]; len(of) > 0 && !e.expired && late == (e.rule == UnusedIgnore) && e.selects(u) {
					for _, d := range of {
						e.accept(d)
					}
				}
			}
			for _, e := range s.directives[u] {
				if e.problem != "" || late != (e.rule == UnusedIgnore) {
					continue
				}
				for _, d := range found[e.rule] {
					// What belongs to no document belongs to the only one.
					if d.Document == e.document.Node || !d.Document.Exists() && len(u.documents) == 1 {
						e.accept(d)
					}
				}
			}
		}
		for _, e := range use.entries {
			if late && e.rule == UnusedIgnore && !e.expired && (len(e.ignore.Files) == 0 || use.config.matches(e.ignore.Files, use.config.Path)) {
				for _, d := range use.found {
					e.accept(d)
				}
			}
		}
	}
}

// byRule sorts findings by the ID of their rule.
func byRule(found []*finding.Diagnostic) map[string][]*finding.Diagnostic {
	m := map[string][]*finding.Diagnostic{}
	for _, d := range found {
		m[d.Rule.ID] = append(m[d.Rule.ID], d)
	}
	return m
}

// selects reports whether an entry is for a file that its configuration belongs to.
func (e *entry) selects(u *unit) bool {
	return len(e.ignore.Files) == 0 ||
		u.relative != "" && slices.ContainsFunc(e.ignore.Files, func(p string) bool { return matchGlob(p, u.relative) })
}
