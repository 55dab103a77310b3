// Package config reads .studiolint.yaml and answers what it says of a file.
package config

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"studiolint/lint/engine"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/glob"
	"studiolint/lint/source"
)

// Name is the name of the configuration file that is looked for.
const Name = ".studiolint.yaml"

// A Config is one configuration file. The zero Config is the one of files that
// have none.
//
// Patterns for files count from the folder of the configuration. The methods
// take paths as a run knows them.
type Config struct {
	Path string // for messages, with forward slashes; "" for none

	Rules        map[string]finding.Severity // by rule ID
	Overrides    []Override                  // a later one wins
	Ignore       []*Ignore
	Baseline     NamedFile         // the accepted findings
	Exclude      []glob.Pattern    // files that are not looked at
	Placeholders []*regexp.Regexp  // texts that a deployment step fills in
	WidgetTypes  []string          // known besides those of the catalogue
	Flex         Flex              // what the Flex account holds
	Subflows     map[string]string // the path of a flow by its SID
	Templates    []Template        // files that hold placeholders on purpose
	Tests        Tests             // what is asked of the tests of flows
	Policies     []*Policy         // house rules, each with an ID that no other rule has
	Environments []*Environment    // each with the same names of values

	from   []string // absolute: the files that it was made of besides its own
	root   files.Root
	folder string // absolute
	base   string // absolute: where patterns count from for files outside folder; "" for nowhere
}

// A NamedFile is a file that a configuration names; the zero value is none.
type NamedFile struct {
	Path string // as a run knows it
	At   source.Place
}

// An Override sets severities for some files.
type Override struct {
	Files []glob.Pattern
	Rules map[string]finding.Severity
}

// A Template names files that are filled in before they are deployed.
type Template struct {
	Files  []glob.Pattern
	Engine *engine.Engine // what fills them in; nil when their names tell
}

// Tests says what is asked of the tests of flows.
type Tests struct {
	LeastCoverage int // percent of a flow's transitions
}

// An Ignore accepts findings for a reason.
type Ignore struct {
	Rule    string
	Files   []glob.Pattern // none for every file
	Widgets []string       // names in which * stands for any text; none for every widget
	Reason  string
	Until   string // the last day, YYYY-MM-DD; "" for no end

	At source.Place
}

// Flex tells what cannot be seen in a flow.
type Flex struct {
	TaskChannels map[string]string // the SID by unique name
	FlexFlows    []FlexFlow
}

// A FlexFlow leads a channel to a flow.
type FlexFlow struct {
	ChannelType string // as the API writes it: sms, web, whatsapp …
	Flow        string // a flow SID, or a path from the configuration's folder
}

// Severity returns what the configuration sets for a rule in a file, and whether
// it does.
func (c *Config) Severity(id, path string) (finding.Severity, bool) {
	s, ok := c.Rules[id]
	for _, o := range c.Overrides {
		if set, has := o.Rules[id]; has && c.Match(o.Files, path) {
			s, ok = set, true
		}
	}
	return s, ok
}

// IsPlaceholder reports whether the configuration says of a text that a
// deployment step fills it in.
func (c *Config) IsPlaceholder(text string) bool {
	return slices.ContainsFunc(c.Placeholders, func(r *regexp.Regexp) bool { return r.MatchString(text) })
}

// IsTemplate reports whether a file holds placeholders on purpose.
func (c *Config) IsTemplate(path string) bool {
	return slices.ContainsFunc(c.Templates, func(t Template) bool { return c.Match(t.Files, path) })
}

// Engine returns what fills in a file as the configuration says, nil when it does not. Of
// several entries that say it, the last one wins.
func (c *Config) Engine(path string) *engine.Engine {
	for _, t := range slices.Backward(c.Templates) {
		if t.Engine != nil && c.Match(t.Files, path) {
			return t.Engine
		}
	}
	return nil
}

// excludes reports whether a file or a folder is not to be looked at.
func (c *Config) excludes(path string) bool { return c.Match(c.Exclude, path) }

// Match reports whether one of the patterns names the file.
func (c *Config) Match(patterns []glob.Pattern, path string) bool {
	if len(patterns) == 0 {
		return false
	}
	path, ok := c.Relative(path)
	return ok && glob.Any(patterns, path)
}

// Relative returns a path as patterns see it, and whether they see it.
func (c *Config) Relative(path string) (string, bool) {
	if c.folder == "" && c.base == "" {
		return "", false
	}
	path = c.root.Abs(path)
	for _, root := range []string{c.folder, c.base} {
		if root == "" {
			continue
		}
		if r, err := filepath.Rel(root, path); err == nil && filepath.IsLocal(r) {
			return filepath.ToSlash(r), true
		}
	}
	return "", false
}

// Folder returns the absolute folder that the configuration lies in; "" for none.
func (c *Config) Folder() string { return c.folder }

// From returns the other files that the configuration was made of, and the baseline that
// it names, absolute.
func (c *Config) From() []string {
	list := slices.Clone(c.from)
	if c.Baseline.Path != "" {
		list = append(list, c.root.Abs(c.Baseline.Path))
	}
	return list
}

// Base returns the absolute folder that patterns count from: that of the run for a
// configuration that serves every flow, else its own.
func (c *Config) Base() string { return cmp.Or(c.base, c.folder) }

// Paths returns where a path that stands in the configuration can lie, absolute.
func (c *Config) Paths(path string) []string {
	path = filepath.FromSlash(strings.ReplaceAll(path, `\`, "/"))
	if filepath.IsAbs(path) {
		return []string{filepath.Clean(path)}
	}
	var list []string
	for _, root := range []string{c.folder, c.base} {
		if root != "" {
			list = append(list, filepath.Join(root, path))
		}
	}
	return list
}
