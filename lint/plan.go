package lint

import (
	"sync"

	"studiolint/lint/config"
	"studiolint/lint/finding"
)

// A setting is how much the findings of a rule matter in a file, and whether someone has
// set that rather than the rule itself.
type setting struct {
	severity finding.Severity
	set      bool
}

// settings are those of the rules of a file, in their order.
func (o *Options) settings(rules []*Rule, c *config.Config, path string) []setting {
	list := make([]setting, len(rules))
	for i, r := range rules {
		list[i].severity, list[i].set = o.severity(r, c, path)
	}
	return list
}

// plans are the settings of a run by configuration, where these are the same for all files.
type plans struct{ byConfig sync.Map }

// settingsOf returns the settings of the rules of a file.
func (o *Options) settingsOf(rules []*Rule, c *config.Config, path string) []setting {
	if o.plans == nil || len(c.Overrides) > 0 {
		return o.settings(rules, c, path)
	}
	if known, ok := o.plans.byConfig.Load(c); ok {
		return known.([]setting)
	}
	list := o.settings(rules, c, path)
	o.plans.byConfig.Store(c, list)
	return list
}
