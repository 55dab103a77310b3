package liquid

import (
	"strings"
	"sync"
)

// A Common reads templates that come again in one flow after the other, such as
// {{contact.channel.address}}: short ones are read once. It is safe for several goroutines.
type Common struct {
	roots []string

	mu     sync.RWMutex
	known  map[string]*Template
	parser parser // its room holds nothing that would keep the text of a flow
}

// NewCommon returns a Common for templates whose paths begin with the roots: see Parse.
func NewCommon(roots ...string) *Common {
	return &Common{roots: roots, known: map[string]*Template{}}
}

// What is kept: so many texts, of so many bytes each.
const (
	mostCommon  = 1000
	shortCommon = 80
)

// Parse reads a template, which others may have been given before.
func (c *Common) Parse(text string) *Template {
	if len(text) > shortCommon {
		return Parse(text, c.roots...)
	}
	c.mu.RLock()
	t, full := c.known[text], len(c.known) >= mostCommon
	c.mu.RUnlock()
	switch {
	case t != nil:
		return t
	case full:
		return Parse(text, c.roots...)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if t = c.known[text]; t == nil {
		text = strings.Clone(text)
		t = c.parser.parse(text, c.roots)
		c.known[text] = t
	}
	return t
}
