package config

import (
	"maps"
	"slices"

	"studiolint/lint/form"
	"studiolint/lint/glob"
	"studiolint/lint/literal"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// An Environment is an account, or a part of one, to which flows are deployed.
type Environment struct {
	Name   string
	Files  []glob.Pattern     // the flows that belong to it; may be empty
	Values []EnvironmentValue // what differs from one environment to the other
	finder *literal.Finder
}

// An EnvironmentValue is what stands in the flows of an environment for a name.
type EnvironmentValue struct {
	Name, Text string
	at         yaml.Span
}

// Counterparts returns what another environment has for each of the Values.
func (e *Environment) Counterparts(other *Environment) []string {
	byName := make(map[string]string, len(other.Values))
	for _, v := range other.Values {
		byName[v.Name] = v.Text
	}
	list := make([]string, len(e.Values))
	for i, v := range e.Values {
		list[i] = byName[v.Name]
	}
	return list
}

// Find returns where the values of the environment stand in a text; a match's value is
// the index of one of Values.
func (e *Environment) Find(text string) []literal.Match { return e.finder.Find(text) }

// EnvironmentOf returns the environment that a file belongs to, nil for none. Of several
// that name it, the last one wins.
func (c *Config) EnvironmentOf(path string) *Environment {
	for _, e := range slices.Backward(c.Environments) {
		if c.Match(e.Files, path) {
			return e
		}
	}
	return nil
}

func environmentMembers(e *Environment) []member {
	return []member{
		form.Field("files", "The flows that belong to the environment: in these, the rule environment-mismatch finds the values of the others. None: then only promote uses it.",
			someOrNone(fileGlob()), &e.Files),
		form.Field("values", "What differs from one environment to the other, by a name that each environment has: SIDs, numbers, hosts.",
			environmentValues(), &e.Values).Needed("say what stands in its flows; {} for nothing"),
	}
}

// maxValue is how long a value may be. Each text of a flow is searched for all of them.
const maxValue = 500

// environmentValues is a mapping from names to texts.
func environmentValues() kind[[]EnvironmentValue] {
	value := plainText()
	return kind[[]EnvironmentValue]{
		Schema: mapping(value, value).Schema,
		Read: func(r *reader, n yaml.Node) []EnvironmentValue {
			var values []EnvironmentValue
			first := r.Keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i {
					continue // reported
				}
				text := value.Read(r, n.Values[i])
				if len(text) > maxValue {
					r.Errorf(n.Values[i].Span, "this value has more than %d letters: give the part that differs", maxValue)
					continue
				}
				if text != "" {
					values = append(values, EnvironmentValue{key.Text, text, n.Values[i].Span})
				}
			}
			return values
		},
	}
}

// environments is a mapping from names to environments that have the same values.
func environments() kind[[]*Environment] {
	entry := form.Object(environmentMembers)
	return kind[[]*Environment]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"type": []string{"object", "null"}, "propertyNames": form.Schema{"minLength": 1}, "additionalProperties": entry.Schema(r)}
		},
		Read: func(r *reader, n yaml.Node) []*Environment {
			var all []*Environment
			first := r.Keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i {
					continue // reported
				}
				e := entry.Read(r, n.Values[i])
				e.Name = key.Text
				r.checkEnvironment(&e)
				all = append(all, &e)
			}
			r.checkCounterparts(n, all)
			return all
		},
	}
}

// checkEnvironment reports values that cannot be told apart in a text: two that are the
// same, and one that is a part of another.
func (r *reader) checkEnvironment(e *Environment) {
	texts := make([]string, len(e.Values))
	for i, v := range e.Values {
		texts[i] = v.Text
	}
	e.finder = literal.NewFinder(texts...)
	first := map[string]EnvironmentValue{}
	for i, v := range e.Values {
		if same, twice := first[v.Text]; twice {
			r.Errorf(v.at, "%s is the value of %s too, on line %d: in a text nobody can tell which of the two is meant; keep one of them",
				words.Quote(v.Text), words.Quote(same.Name), r.Line(same.at))
			continue
		}
		first[v.Text] = v
		if k, ok := e.finder.Inside(i); ok {
			r.Errorf(v.at, "the value of %s, on line %d, is a part of this one: in a text nobody can tell which of the two is meant; keep the shorter one alone",
				words.Quote(e.Values[k].Name), r.Line(e.Values[k].at))
		}
	}
}

// checkCounterparts reports names that one environment has and another has not.
func (r *reader) checkCounterparts(n yaml.Node, all []*Environment) {
	var names []string
	owner := map[string]string{} // the first environment that has a name
	given := map[string]map[string]bool{}
	for _, e := range all {
		given[e.Name] = map[string]bool{}
		for _, key := range valueOf(valueOf(n, e.Name), "values").Keys {
			given[e.Name][key.Text] = true
			if _, known := owner[key.Text]; !known {
				owner[key.Text] = e.Name
				names = append(names, key.Text)
			}
		}
	}
	for _, key := range n.Keys {
		own := given[key.Text]
		lacks := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return own[name] })
		if len(lacks) == 0 {
			continue
		}
		hint := words.DidYouMean(lacks[0], slices.Sorted(maps.Keys(own)))
		if hint == "" {
			hint = "; each environment needs a value for each name, the same one where it does not change"
		}
		r.Errorf(key.Span, "%s has no value for %s, which %s has%s", words.Quote(key.Text), words.List(lacks), words.Quote(owner[lacks[0]]), hint)
	}
}
