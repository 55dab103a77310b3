package lint

import (
	"slices"
	"time"

	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/schemas"
)

// Options say what to check by, and how.
type Options struct {
	Root      files.Root // where the files are read from
	Catalogue schemas.Catalogue
	Configs   *config.Finder // nil for none
	Rules     []*Rule

	// House returns the rules that a configuration declares itself, the same values
	// each time; nil for none.
	House func(*config.Config) []*Rule

	// Done is called by Stream, and by each check of a session, once for each file that is
	// checked, by several goroutines; it may be nil.
	Done func()

	// Dropped is called by Stream each time that a goroutine has dropped the files that it
	// checked together, with their size, so that there is little in memory; it may be nil.
	Dropped func(size int64)

	// Brief leaves out of what a session finds the paths that prove it, related places and
	// fixes, until Complete is called: to find a path can take longer than to see that
	// something is wrong.
	Brief bool

	// NoFixes leaves out of what a run finds how that is mended: nobody shows it, and so
	// fingerprints are not kept either.
	NoFixes bool

	Jobs int // how many files at a time; 0 for one per processor

	Only     []string                    // run these rules and no others
	Disable  []string                    // do not run these
	Severity map[string]finding.Severity // by rule ID; stronger than the configuration
	Baseline *accept.Baseline            // accepted findings; nil for none
	Since    *accept.Baseline            // what was there before; nil when all findings count

	// NoNamed leaves out the baselines that configurations name. They do not count
	// beside Baseline either.
	NoNamed bool
	named   *accept.Baselines // of the session; nil for none
	plans   *plans            // of the run; nil for none

	// Covered are the arguments of the run as given. Below those that are folders
	// every file was looked at, so that what is not there can be known.
	Covered []string

	// Today decides which ignore entries have ended; the zero Time is now.
	Today time.Time
}

// severity returns how much the rule's findings matter in a file, and whether
// someone has set that rather than the rule itself.
func (o *Options) severity(r *Rule, c *config.Config, path string) (s finding.Severity, set bool) {
	if o.leavesOut(r.ID) {
		return finding.Off, true
	}
	if s, ok := o.Severity[r.ID]; ok {
		return s, true
	}
	named := len(o.Only) > 0 // this rule among them: it is wanted, whatever else says off
	if s, ok := c.Severity(r.ID, path); ok && !(named && s == finding.Off) {
		return s, true
	}
	if named && r.Severity == finding.Off {
		return finding.Warning, false
	}
	return r.Severity, false
}

// configOf returns the configuration of a file, or what is wrong with it or with what it
// names.
func (o *Options) configOf(path string) (*config.Config, error) {
	c, err := o.Configs.For(path)
	if err == nil {
		_, err = o.named.Of(c)
	}
	if err != nil {
		return nil, err
	}
	return c, nil
}

// prepare makes the options those of a run, which keep what they say of a configuration and
// read the baselines that it names.
func (o *Options) prepare() {
	o.plans = &plans{}
	if !o.NoNamed && o.Baseline == nil {
		o.named = accept.NewBaselines(o.Root, o.Configs.Settings())
	}
}

// acceptOld marks findings of files of one configuration, all those of each: what was
// there before, and what a baseline accepts.
func (o *Options) acceptOld(found []*finding.Diagnostic, c *config.Config) {
	named, _ := o.named.Of(c) // of a wrong one no file is checked
	for _, accepted := range []*accept.Baseline{o.Since, o.Baseline, named} {
		if accepted != nil && len(found) > 0 {
			accepted.Apply(found)
		}
	}
}

// rulesOf returns the rules for the files of a configuration: its own come last.
func (o *Options) rulesOf(c *config.Config) []*Rule {
	if c == nil || len(c.Policies) == 0 || o.House == nil {
		return o.Rules
	}
	return slices.Concat(o.Rules, o.House(c))
}

// HouseRules returns the data of the rules that the configurations of files declare.
func (o *Options) HouseRules(candidates []input.Candidate) []*finding.Rule {
	var list []*finding.Rule
	for _, c := range configsOf(candidates, o) {
		list = append(list, o.houseOf(c)...)
	}
	return list
}

// houseOf returns the data of the rules that a configuration declares.
func (o *Options) houseOf(c *config.Config) []*finding.Rule {
	if c == nil || len(c.Policies) == 0 || o.House == nil {
		return nil
	}
	return Data(o.House(c))
}

// leavesOut reports whether the run does without a rule.
func (o *Options) leavesOut(id string) bool {
	return len(o.Only) > 0 && !slices.Contains(o.Only, id) || slices.Contains(o.Disable, id)
}

// covered returns the folders that were looked at whole, absolute.
func (o *Options) covered() []string {
	var list []string
	for _, arg := range o.Covered {
		if o.Root.IsDir(arg) {
			list = append(list, o.Root.Abs(arg))
		}
	}
	return list
}
