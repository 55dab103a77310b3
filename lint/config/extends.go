package config

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"studiolint/lint/finding"
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
		schema: func([]*finding.Rule) schema {
			return schema{"type": "string", "anyOf": []schema{{"enum": presets}, {"pattern": `[/\\.]`}}}
		},
		read: func(r *reader, n yaml.Node) extended {
			e := extended{name.read(r, n), n.Span}
			if e.name != "" && !e.isFile() && !slices.Contains(presets, e.name) {
				hint := words.DidYouMean(e.name, presets)
				if hint == "" {
					hint = "; presets are " + strings.Join(presets, ", ") + ", and a file has a slash or a dot in its name"
				}
				r.errorf(n.Span, "there is no preset %q%s", e.name, hint)
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

// extend adds to a configuration, read from a file, what it extends. The files before it
// are those that led to it.
func (c *Finder) extend(config *Config, text *source.File, file string, before []string) error {
	e := config.extends
	if e.name == "" {
		return nil
	}
	if !e.isFile() {
		config.inherit(&Config{Rules: preset(e.name, c.rules)})
		return nil
	}
	wrong := func(format string, args ...any) error {
		return ErrorAt(text, source.Span(e.at), fmt.Sprintf(format, args...))
	}
	other := filepath.FromSlash(strings.ReplaceAll(e.name, `\`, "/"))
	if !filepath.IsAbs(other) {
		other = filepath.Join(filepath.Dir(file), other)
	}
	before = append(before, file)
	switch {
	case slices.Contains(before, other):
		return wrong("%s extends itself, by way of %s; take one of them out", c.display(other), words.List(c.displayed(before)))
	case len(before) > maxExtends:
		return wrong("more than %d configurations extend each other", maxExtends)
	case c.settings.Leaves(other):
		return wrong("%s is a link that leads out of the repository", e.name)
	}
	data, err := c.settings.ReadFile(other, maxSize)
	if err != nil {
		var reason interface{ Unwrap() error }
		if errors.As(err, &reason) {
			err = reason.Unwrap()
		}
		return wrong("%s cannot be read: %v; it counts from the folder of this file", e.name, err)
	}
	base, from, err := parseFile(c.display(other), data, c.rules)
	if err != nil {
		return err
	}
	if err := c.extend(base, from, other, before); err != nil {
		return err
	}
	config.inherit(base)
	return nil
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
