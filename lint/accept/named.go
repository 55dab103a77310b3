package accept

import (
	"errors"
	"io/fs"
	"sync"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/form"
)

// Baselines are those that configurations name. Each is read once. They are safe for
// several goroutines; nil Baselines are none.
type Baselines struct {
	root     files.Root
	settings files.FS

	mu    sync.Mutex
	known map[string]*named // by path
}

// A named baseline is one that was read, or why it could not be.
type named struct {
	baseline *Baseline
	err      error
}

// NewBaselines returns what reads baselines for files below root. Their texts are found in
// settings, as those of configurations are; nil for where the files are.
func NewBaselines(root files.Root, settings files.FS) *Baselines {
	return &Baselines{root: root, settings: settings, known: map[string]*named{}}
}

// Of returns the baseline that a configuration names; nil when it names none. The error is
// a *form.Error, the same value each time.
func (b *Baselines) Of(c *config.Config) (*Baseline, error) {
	if b == nil || c == nil || c.Baseline.Path == "" {
		return nil, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	n := b.known[c.Baseline.Path]
	if n == nil {
		n = &named{}
		n.baseline, n.err = ReadBaseline(b.root, c.Baseline.Path, b.settings)
		var inText *form.Error
		switch {
		case errors.Is(n.err, fs.ErrNotExist):
			n.err = wrongName(c, `there is no %s; write it with "studiolint baseline", or take this key out`, c.Baseline.Path)
		case n.err != nil && !errors.As(n.err, &inText):
			n.err = wrongName(c, "%v", n.err)
		}
		b.known[c.Baseline.Path] = n
	}
	return n.baseline, n.err
}

// wrongName is a mistake where a configuration names its baseline.
func wrongName(c *config.Config, format string, args ...any) error {
	return form.ErrorAt(c.Baseline.At.File, c.Baseline.At.Span, format, args...)
}
