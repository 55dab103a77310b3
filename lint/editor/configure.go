package editor

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"studiolint/lint"
	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/form"
)

// configurations are those that the files of a group have asked for. In place of one
// that is wrong the last one counts that was not.
type configurations struct {
	mu    sync.Mutex                // a session asks from several goroutines
	good  map[string]*config.Config // by absolute path
	wrong map[string]error

	read *sync.Map // the last good one of any group: a *config.Config by absolute path

	root      files.Root
	baselines *accept.Baselines // nil for none
}

// settle is config.Options.Settle.
func (c *configurations) settle(file string, read *config.Config, err error) (*config.Config, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err == nil {
		_, err = c.baselines.Of(read)
	}
	if err == nil {
		c.good[file] = read
		c.read.Store(file, read)
		delete(c.wrong, file)
		return read, nil
	}
	c.wrong[file] = err
	if c.good[file] == nil {
		// Who begins to look while the file is wrong goes by what others have read of it.
		last, ok := c.read.Load(file)
		if !ok {
			return nil, err
		}
		c.good[file] = last.(*config.Config)
	}
	return c.good[file], nil
}

// forgetMistakes lets everything be read anew.
func (c *configurations) forgetMistakes() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wrong = map[string]error{}
}

// mistakes returns what is wrong, by the absolute path of the file in which it is.
func (c *configurations) mistakes() map[string][]error {
	c.mu.Lock()
	defer c.mu.Unlock()
	list := map[string][]error{}
	for file, err := range c.wrong {
		for _, err := range lint.Joined(err) {
			in := c.fileOf(err, file)
			list[in] = append(list[in], err)
		}
	}
	return list
}

// fileOf returns the file that a mistake is in: a configuration, or what it names.
func (c *configurations) fileOf(err error, configuration string) string {
	var at *form.Error
	if errors.As(err, &at) {
		return c.root.Abs(at.Path)
	}
	return configuration
}

// files are the configurations that were asked for, and what they name.
func (c *configurations) files() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var list []string
	for file, read := range c.good {
		list = append(list, file)
		list = append(list, read.From()...)
	}
	for file, err := range c.wrong {
		list = append(list, file)
		for _, err := range lint.Joined(err) {
			list = append(list, c.fileOf(err, file))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// configure gives a group a session with the configurations and the baseline that hold
// now.
func (s *server) configure(g *group) {
	o := s.options.Check
	o.Root = g.root
	if g.folder != nil {
		o.Covered = []string{"."}
	}
	if !s.options.NoConfig {
		g.configurations.forgetMistakes()
		if g.configurations.root = g.root; s.baseline == nil {
			g.configurations.baselines = accept.NewBaselines(g.root, nil)
		}
		g.finder = config.NewFinder(lint.Data(o.Rules), g.root, config.Options{Path: s.configFile(), Settle: g.configurations.settle})
	}
	o.Configs, o.Baseline = g.finder, s.baseline
	g.session = lint.NewSession(o)
}

// refresh reads the configurations and the baseline again and checks everything.
func (s *server) refresh() {
	s.readBaseline()
	for _, g := range s.groups() {
		g.stop()
		s.configure(g)
	}
	for _, f := range s.folders {
		f.openAll()
	}
	for _, d := range s.documents {
		for _, g := range d.groups() {
			g.open(d)
		}
		s.changed(d)
	}
	for _, f := range s.folders {
		s.find(f) // what is excluded may have changed
		if f.ready {
			s.check(f.group)
		}
	}
}

// readBaseline reads the accepted findings. Of a file that is wrong, what was read last
// stays.
func (s *server) readBaseline() {
	file := s.baselineFile()
	if file == "" {
		s.baseline = nil
		return
	}
	b, err := accept.ReadBaseline(s.options.Check.Root, file, nil)
	if err != nil {
		s.tell(messageError, fmt.Sprint(err))
		return
	}
	s.baseline = b
}

// wrongConfigurations are the mistakes of a group's configurations as findings, by URI.
// Each is told once, too: its file need not be open.
func (s *server) wrongConfigurations(g *group) map[string][]diagnostic {
	list := map[string][]diagnostic{}
	for file, mistakes := range g.configurations.mistakes() {
		for _, err := range mistakes {
			s.tell(messageError, fmt.Sprint(err))
			d := diagnostic{Severity: severityError, Source: "studiolint", Message: err.Error()}
			var at *form.Error
			if errors.As(err, &at) {
				d.Message = at.Message
				d.Range = lineAt(at.Line, at.Column)
			}
			list[uriOf(file)] = append(list[uriOf(file)], d)
		}
	}
	return list
}

// lineAt is a place that is counted from 1. Columns in a configuration are seldom more
// than ASCII, and what is marked begins there.
func lineAt(line, column int) span {
	at := position{Line: max(line-1, 0), Character: max(column-1, 0)}
	return span{at, position{Line: at.Line, Character: at.Character + 1}}
}
