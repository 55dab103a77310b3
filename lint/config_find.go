package lint

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"studiolint/lint/source"
)

// maxConfig is the size in bytes up to which a configuration is read.
const maxConfig = 1 << 20

// ConfigOptions say where configurations come from.
type ConfigOptions struct {
	// Path is the one file that serves every flow. Its patterns count from its
	// folder for what lies there, and from the current folder for the rest: so
	// it can be a copy kept elsewhere. When Path is "", the nearest ConfigName
	// is taken from the flow's folder upwards, as far as a folder with .git.
	Path string

	// Source returns the file in which the text of a configuration is found, by
	// its absolute path; nil when that is the configuration itself. So the
	// configurations of another branch can hold for the files of this one.
	Source func(file string) string
}

// Configs finds the configuration that belongs to a file. It is safe for
// concurrent use; a nil Configs knows none.
type Configs struct {
	rules   []*Rule
	current string // the working directory
	source  func(file string) string

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

// NewConfigs returns the configurations for a run of these rules.
func NewConfigs(rules []*Rule, o ConfigOptions) *Configs {
	c := &Configs{rules: rules, source: o.Source, folders: map[string]*loaded{}}
	if c.source == nil {
		c.source = func(file string) string { return file }
	}
	c.current, _ = os.Getwd()
	if o.Path != "" {
		c.fixed = c.load(o.Path, filepath.ToSlash(o.Path))
		if c.fixed.config != nil {
			c.fixed.config.base = c.current
		}
	}
	return c
}

// For returns the configuration for a file: never nil without an error. The error
// is a *ConfigError, or several of them joined, or that of reading the file; for
// every file that the configuration belongs to it is the same value.
func (c *Configs) For(path string) (*Config, error) {
	if c == nil {
		return noConfig.config, nil
	}
	if c.fixed != nil {
		return c.fixed.config, c.fixed.err
	}
	path = filepath.FromSlash(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(c.current, path)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	found := c.folder(filepath.Dir(path))
	return found.config, found.err
}

// Excluded reports whether the configuration of a file or folder leaves it out.
// Of a configuration that is wrong, For tells.
func (c *Configs) Excluded(path string) bool {
	config, err := c.For(path)
	return err == nil && config.Excludes(path)
}

// folder finds what belongs to the files of a folder and remembers it for all
// the folders that it passes.
func (c *Configs) folder(dir string) *loaded {
	var passed []string
	found := noConfig
	for {
		if known := c.folders[dir]; known != nil {
			found = known
			break
		}
		passed = append(passed, dir)
		file := filepath.Join(dir, ConfigName)
		if _, err := os.Lstat(c.source(file)); err == nil {
			found = c.load(file, c.display(file))
			break
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
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
func (c *Configs) display(file string) string {
	up, err := filepath.Rel(filepath.Dir(file), c.current)
	down, err2 := filepath.Rel(c.current, file)
	if err == nil && err2 == nil && (filepath.IsLocal(up) || filepath.IsLocal(down)) {
		file = down
	}
	return filepath.ToSlash(file)
}

func (c *Configs) load(file, name string) *loaded {
	file, err := filepath.Abs(file)
	if err != nil {
		return &loaded{err: fmt.Errorf("read configuration: %w", err)}
	}
	data, err := readConfig(c.source(file))
	if err != nil {
		return &loaded{err: fmt.Errorf("read configuration: %w", err)}
	}
	config, err := parseConfig(name, data, c.rules)
	if err != nil {
		return &loaded{err: err}
	}
	config.folder = filepath.Dir(file)
	return &loaded{config: config}
}

// readConfig reads a file, but not one that never ends.
func readConfig(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // opening a pipe would wait for its writer
		return nil, fmt.Errorf("%s is not a file", file)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxConfig+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxConfig {
		return nil, fmt.Errorf("%s is larger than %d bytes", file, maxConfig)
	}
	return data, nil
}

// parseConfig reads a configuration. It has no folder yet.
func parseConfig(name string, data []byte, rules []*Rule) (*Config, error) {
	r := &configReader{rules: rules, file: &source.File{Path: name, Bytes: data, Size: int64(len(data))}}
	c := &Config{Path: name, file: r.file}
	root, err := parseYAML(r.file)
	switch {
	case err != nil:
		r.errorf(err.span, "%s", err.message)
	case root.kind != yamlNull:
		r.object(root, configMembers(c))
	}
	if err := r.err(); err != nil {
		return nil, err
	}
	return c, nil
}
