package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"

	"studiolint/lint/engine"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/form"
	"studiolint/lint/source"
	"studiolint/lint/yaml"
)

// maxSize is the size in bytes up to which a configuration is read.
const maxSize = 1 << 20

// Options say where configurations come from.
type Options struct {
	// Path is the one file that serves every flow. Its patterns count from its
	// folder for what lies there, and from the current folder for the rest: so
	// it can be a copy kept elsewhere. When Path is "", the nearest Name
	// is taken from the flow's folder upwards, as far as a folder with .git.
	Path string

	// Settings is where the text of a configuration is found under its name; nil
	// for where the flows are. So the configurations of another branch can hold for
	// the files of this one.
	Settings files.FS

	// Settle is told what was read of each configuration, by its absolute path, and
	// returns what counts: an editor goes on with the last one that was right. It is
	// nil where the file itself counts. It may be called from several goroutines.
	Settle func(file string, read *Config, err error) (*Config, error)
}

// A Finder finds the configuration that belongs to a file. It is safe for
// concurrent use; a nil Finder knows none.
type Finder struct {
	rules    []*finding.Rule
	root     files.Root
	settings files.Root
	settle   func(file string, read *Config, err error) (*Config, error)

	fixed *loaded // the one file for all, nil to look for it

	mu      sync.Mutex
	folders map[string]*loaded // what belongs to the files of a folder
}

// loaded is a configuration or why there is none.
type loaded struct {
	config *Config
	err    error
}

var noConfig = &loaded{config: &Config{}}

// NewFinder returns what finds configurations for a run of these rules, and reads
// them below root.
func NewFinder(rules []*finding.Rule, root files.Root, o Options) *Finder {
	c := &Finder{rules: rules, root: root, settings: root, settle: o.Settle, folders: map[string]*loaded{}}
	if o.Settings != nil {
		c.settings.FS = o.Settings
	}
	if o.Path != "" {
		c.fixed = c.load(o.Path, filepath.ToSlash(o.Path))
		if c.fixed.config != nil {
			c.fixed.config.base = root.Dir
		}
	}
	return c
}

// For returns the configuration for a file: never nil without an error. The error
// is a *Error, or several of them joined, or that of reading the file; for
// every file that the configuration belongs to it is the same value.
func (c *Finder) For(path string) (*Config, error) {
	if c == nil {
		return noConfig.config, nil
	}
	if c.fixed != nil {
		return c.fixed.config, c.fixed.err
	}
	folder := filepath.Dir(c.root.Abs(path))
	c.mu.Lock()
	defer c.mu.Unlock()
	found := c.folder(folder)
	return found.config, found.err
}

// Settings returns where the text of a configuration is found, and of what it names; nil
// for where the flows are.
func (c *Finder) Settings() files.FS {
	if c == nil {
		return nil
	}
	return c.settings.FS
}

// Excluded reports whether the configuration of a file or folder leaves it out.
// Of a configuration that is wrong, For tells.
func (c *Finder) Excluded(path string) bool {
	config, err := c.For(path)
	return err == nil && config.excludes(path)
}

// Engine returns what the configuration of a file says that fills it in, nil when it says
// nothing.
func (c *Finder) Engine(path string) *engine.Engine {
	if config, err := c.For(path); err == nil {
		return config.Engine(path)
	}
	return nil
}

// folder finds what belongs to the files of a folder and remembers it for all
// the folders that it passes.
func (c *Finder) folder(dir string) *loaded {
	var passed []string
	found := noConfig
	for {
		if known := c.folders[dir]; known != nil {
			found = known
			break
		}
		passed = append(passed, dir)
		file := filepath.Join(dir, Name)
		if _, err := c.settings.Lstat(file); err == nil {
			found = c.load(file, c.display(file))
			break
		}
		if c.settings.IsRepository(dir) {
			break
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			break
		}
		dir = parent
	}
	for _, p := range passed {
		c.folders[p] = found
	}
	return found
}

// display returns the name of a configuration for messages: counted from the
// current folder when that leads straight up or down.
func (c *Finder) display(file string) string {
	up, err := filepath.Rel(filepath.Dir(file), c.root.Dir)
	down, err2 := filepath.Rel(c.root.Dir, file)
	if err == nil && err2 == nil && (filepath.IsLocal(up) || filepath.IsLocal(down)) {
		file = down
	}
	return filepath.ToSlash(file)
}

func (c *Finder) load(file, name string) *loaded {
	file = c.root.Abs(file)
	l := c.read(file, name)
	if c.settle != nil {
		l.config, l.err = c.settle(file, l.config, l.err)
	}
	return l
}

func (c *Finder) read(file, name string) *loaded {
	data, err := c.settings.ReadFile(file, maxSize)
	if errors.Is(err, fs.ErrNotExist) {
		return &loaded{err: fmt.Errorf("read configuration: %s: %w; check the spelling and the folder you are in",
			name, fs.ErrNotExist)}
	}
	if err != nil {
		return &loaded{err: fmt.Errorf("read configuration: %w", err)}
	}
	config, err := c.parse(file, name, data, nil)
	if err != nil {
		return &loaded{err: err}
	}
	config.root, config.folder = c.root, filepath.Dir(file)
	return &loaded{config: config}
}

// parse reads a configuration from its text alone. It has no folder, and what it extends
// is not looked at.
func parse(name string, data []byte, rules []*finding.Rule) (*Config, error) {
	return parseWith(name, data, rules, func(e extended, _ *source.File) (*Config, error) {
		if e.isFile() {
			return nil, errNotRead
		}
		return &Config{}, nil
	})
}

// errNotRead is why nobody knows what a file holds that a configuration extends.
var errNotRead = errors.New("it was not read")

// parseWith reads a configuration. What it extends is returned by a function, and counts
// where it says nothing itself.
func parseWith(name string, data []byte, rules []*finding.Rule, begin func(extended, *source.File) (*Config, error)) (*Config, error) {
	r := &reader{rules: rules, Reader: form.Reader{File: &source.File{Path: name, Bytes: data, Size: int64(len(data))}}}
	root, wrong := yaml.Parse(data)
	if wrong != nil {
		r.Errorf(wrong.Span, "%s", wrong.Message)
		return nil, r.Err()
	}
	base, failed := begin(extendedBy(root), r.File)
	if r.anyRule = failed != nil; r.anyRule {
		base = &Config{}
	}
	c := &Config{Path: name}
	if root.Kind != yaml.Null {
		r.house = policyIDs(root)
		for _, p := range base.Policies {
			r.house = append(r.house, p.ID)
		}
		r.catalogue = r.catalogue.With(slices.Concat(base.WidgetTypes, texts(valueOf(root, "widget-types")))...)
		form.ReadObject(r, root, rootMembers(c))
	}
	if err := r.Err(); err != nil {
		return nil, err
	}
	if failed != nil && failed != errNotRead {
		return nil, failed
	}
	c.inherit(base)
	return c, nil
}
