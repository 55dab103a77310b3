package liquid

import (
	"sync"

	"studiolint/lint/words"
)

// A Common reads templates that come again in one flow after the other, such as
// {{contact.channel.address}}: they are mostly read twice at most. It is safe for several goroutines.
type Common struct {
	*words.Memory[*Template]

	mu     sync.Mutex
	parser parser // its room holds nothing that would keep the text of a flow
}

// NewCommon returns a Common for templates whose paths begin with the roots: see Parse.
func NewCommon(roots ...string) *Common {
	c := new(Common)
	c.Memory = words.NewMemory(func(text string) *Template { return Parse(text, roots...) }).Keep(func(text string) *Template {
		c.mu.Lock()
		defer c.mu.Unlock()
		return c.parser.parse(text, roots)
	})
	return c
}

// Parse reads a template, which others may have been given before.
func (c *Common) Parse(text string) *Template { return c.Of(text) }
