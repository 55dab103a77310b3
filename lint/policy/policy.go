// Package policy makes rules of what a team asks of its own flows: the policies of a
// configuration.
package policy

import (
	"strings"
	"sync"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
)

// House makes the rules of configurations. It is safe for several goroutines; the zero
// House is ready.
type House struct {
	mu    sync.Mutex
	rules map[*config.Config][]*lint.Rule
}

// maxKept is for how many configurations the rules are kept. An editor reads one anew
// each time it changes.
const maxKept = 1000

// Rules returns the rules that a configuration declares, the same values each time.
func (h *House) Rules(c *config.Config) []*lint.Rule {
	if c == nil || len(c.Policies) == 0 {
		return nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if known := h.rules[c]; known != nil {
		return known
	}
	if h.rules == nil || len(h.rules) >= maxKept {
		h.rules = map[*config.Config][]*lint.Rule{}
	}
	list := make([]*lint.Rule, len(c.Policies))
	for i, p := range c.Policies {
		list[i] = rule(p, c.Path)
	}
	h.rules[c] = list
	return list
}

// rule makes the rule of a policy that stands in a file.
func rule(p *config.Policy, file string) *lint.Rule {
	return &lint.Rule{
		Rule: finding.Rule{
			ID: p.ID, Title: title(p), Group: finding.House, Severity: p.Severity, Doc: doc(p, file),
		},
		Check: func(pass *lint.Pass) { (&check{Pass: pass, policy: p}).run() },
	}
}

// title is the message, or what is asked.
func title(p *config.Policy) string {
	if p.Message != "" {
		return sentence(p.Message)
	}
	asked := asks(p)
	return strings.ToUpper(asked[:1]) + asked[1:]
}

// sentence puts a text into one line, without a full stop.
func sentence(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(text), " "), ".")
}

// doc is what explain says.
func doc(p *config.Policy, file string) string {
	asked := asks(p)
	text := "A house rule of " + file + ": " + asked + "."
	if p.Reason != "" {
		text += "\n\n" + strings.TrimSpace(p.Reason)
	}
	return text
}
