package config

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/form"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// maxExtends is how many files may extend each other.
const maxExtends = 10

// Presets are the names of what a configuration can extend without a file.
var presets = []string{"strict", "recommended", "migration"}

// Extended is what a configuration begins from: a preset or a file.
type extended struct {
	name string
	at   yaml.Span
}

func (e extended) isFile() bool { return strings.ContainsAny(e.name, `/\.`) }

// extends is the name of a preset or a file.
func extends() kind[extended] {
	name := plainText()
	return kind[extended]{
		Schema: func(*reader) form.Schema {
			return form.Schema{"type": "string", "anyOf": []form.Schema{{"enum": presets}, {"pattern": `[/\\.]`}}}
		},
		Read: func(r *reader, n yaml.Node) extended {
			e := extended{name.Read(r, n), n.Span}
			if e.name != "" && !e.isFile() && !slices.Contains(presets, e.name) {
				hint := words.DidYouMean(e.name, presets)
				if hint == "" {
					hint = "; presets are " + strings.Join(presets, ", ") + ", and a file has a slash or a dot in its name"
				}
				r.Errorf(n.Span, "there is no preset %q%s", e.name, hint)
			}
			return e
		},
	}
}

// preset returns the severities that a preset sets.
func preset(name string, rules []*finding.Rule) map[string]finding.Severity {
	set := map[string]finding.Severity{}
	for _, r := range rules {
		switch {
		case name == "strict" && r.Severity < finding.Warning:
			set[r.ID] = finding.Warning
		case name == "migration" && r.Severity == finding.Warning && r.Varies == "":
			set[r.ID] = finding.Note
		}
	}
	return set
}

// extendedBy returns what a configuration names rightly to begin from.
func extendedBy(root yaml.Node) extended {
	n := valueOf(root, "extends")
	if e := (extended{n.Text, n.Span}); n.Kind == yaml.Text && (e.isFile() || slices.Contains(presets, e.name)) {
		return e
	}
	return extended{}
}

// parse reads the configuration of a file, and what it extends. The files before it are
// those that led to it.
func (c *Finder) parse(file, name string, data []byte, before []string) (*Config, error) {
	var from []string
	config, err := parseWith(name, data, c.rules, func(e extended, text *source.File) (*Config, error) {
		if !e.isFile() {
			return &Config{Rules: preset(e.name, c.rules)}, nil
		}
		other := beside(file, e.name)
		base, err := c.extended(other, e, text, append(before, file))
		if err == nil {
			from = append(base.from, other)
		}
		return base, err
	})
	if err != nil {
		return nil, err
	}
	config.from = from
	if own := &config.Baseline; own.Path != "" && own.At.File.Path == name {
		own.Path = c.display(beside(file, own.Path))
	}
	return config, nil
}

// extended reads a file that another one, whose text is given, extends.
func (c *Finder) extended(file string, e extended, text *source.File, before []string) (*Config, error) {
	wrong := func(format string, args ...any) error {
		return form.ErrorAt(text, source.Span(e.at), format, args...)
	}
	switch {
	case slices.Contains(before, file):
		return nil, wrong("%s extends itself, by way of %s; take one of them out", c.display(file), words.List(c.displayed(before)))
	case len(before) > maxExtends:
		return nil, wrong("more than %d configurations extend each other", maxExtends)
	case c.settings.Leaves(file):
		return nil, wrong("%s is a link that leads out of the repository", e.name)
	}
	data, err := c.settings.ReadFile(file, maxSize)
	if err != nil {
		var reason interface{ Unwrap() error }
		if errors.As(err, &reason) {
			err = reason.Unwrap()
		}
		return nil, wrong("%s cannot be read: %v; it counts from the folder of this file", e.name, err)
	}
	return c.parse(file, c.display(file), data, before)
}

// beside returns the absolute path that stands in a file and counts from its folder.
func beside(file, path string) string {
	path = filepath.FromSlash(strings.ReplaceAll(path, `\`, "/"))
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(filepath.Dir(file), path)
}

func (c *Finder) displayed(list []string) []string {
	names := make([]string, len(list))
	for i, file := range list {
		names[i] = c.display(file)
	}
	return names
}

// inherit adds what another configuration says and this one does not: what is nearer
// wins, and lists are joined. Its patterns count from the folder of this one.
func (c *Config) inherit(from *Config) {
	c.Rules = both(from.Rules, c.Rules)
	c.Subflows = both(from.Subflows, c.Subflows)
	c.Flex.TaskChannels = both(from.Flex.TaskChannels, c.Flex.TaskChannels)
	c.Flex.FlexFlows = slices.Concat(from.Flex.FlexFlows, c.Flex.FlexFlows)
	c.Overrides = slices.Concat(from.Overrides, c.Overrides)
	c.Ignore = slices.Concat(from.Ignore, c.Ignore)
	c.Exclude = slices.Concat(from.Exclude, c.Exclude)
	c.Placeholders = slices.Concat(from.Placeholders, c.Placeholders)
	c.WidgetTypes = slices.Concat(from.WidgetTypes, c.WidgetTypes)
	c.Templates = slices.Concat(from.Templates, c.Templates)
	c.Policies = slices.Concat(slices.DeleteFunc(slices.Clone(from.Policies), c.declares), c.Policies)
	if c.Environments == nil { // as a whole: each has the same values
		c.Environments = from.Environments
	}
	if c.Baseline.Path == "" {
		c.Baseline = from.Baseline
	}
	if c.Tests == (Tests{}) {
		c.Tests = from.Tests
	}
}

// declares reports whether the configuration has a house rule with the ID of another.
func (c *Config) declares(other *Policy) bool {
	return slices.ContainsFunc(c.Policies, func(p *Policy) bool { return p.ID == other.ID })
}

// both joins two maps, of which the second is nearer.
func both[V any](from, nearer map[string]V) map[string]V {
	if len(from) == 0 {
		return nearer
	}
	all := maps.Clone(from)
	maps.Copy(all, nearer)
	return all
}
