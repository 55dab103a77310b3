package script

import (
	"fmt"
	"slices"

	"studiolint/lint/files"
	"studiolint/lint/form"
	"studiolint/lint/source"
	"studiolint/lint/yaml"
)

// Suffix ends the names of test files.
const Suffix = ".flowtest.yaml"

// MaxSize is how many bytes a test file may have.
const MaxSize = 16 << 20

// The addresses of a test that gives none; Twilio keeps them for tests.
const (
	defaultContact = "+15005550010"
	defaultChannel = "+15005550006"
)

// read reads a test file. The error is one for people, or several of them joined, each an
// *form.Error.
func read(root files.Root, path string) (*Suite, error) {
	data, err := root.ReadFile(path, MaxSize)
	if err != nil {
		return nil, fmt.Errorf("the test file %s cannot be read: %w", path, err)
	}
	return parse(path, data)
}

// parse reads the text of a test file.
func parse(path string, data []byte) (*Suite, error) {
	file := &source.File{Path: path, Bytes: data, Size: int64(len(data))}
	s := &Suite{Path: path, file: file}
	r := &reader{File: file}
	tests := pointer(testMembers)
	node, wrong := yaml.ParseLong(data, "tests", func(i int, item yaml.Node) yaml.Node {
		if i == 0 {
			s.Tests = nil
			r.Forget()
		}
		t := tests.Read(r, item)
		t.item = places(item)
		s.Tests = append(s.Tests, t)
		return yaml.Node{Kind: item.Kind, Span: item.Span}
	})
	if wrong != nil {
		return nil, form.ErrorAt(file, source.Span(wrong.Span), "%s", wrong.Message)
	}
	form.ReadObject(r, node, suiteMembers(s))
	if err := r.Err(); err != nil {
		return nil, err
	}
	names := map[string]*Test{}
	for _, t := range s.Tests {
		if other, twice := names[t.Name]; twice {
			r.Errorf(t.at, "another test has this name already, on line %d", r.Line(other.at))
		}
		names[t.Name] = t
		s.inherit(t)
	}
	return s, r.Err()
}

// places returns a test with no more of it than what says where its keys stand, and what it
// expects at its end: there may be many tests, and steps are most of each.
func places(item yaml.Node) yaml.Node {
	values := make([]yaml.Node, len(item.Values))
	for i, v := range item.Values {
		if item.Kind != yaml.Mapping {
			break // which is reported
		}
		if key := item.Keys[i].Text; key != "end" && key != "variables-after" {
			v.Keys, v.Values = nil, nil
		}
		values[i] = v
	}
	item.Values = values
	return item
}

// line returns the line of a place in the test file.
func (s *Suite) line(at yaml.Span) int { return s.file.Position(at.Start).Line }

// inherit gives a test what stands beside the tests and not in it.
func (s *Suite) inherit(t *Test) {
	c := &s.common
	if t.Now == "" {
		t.Now = c.Now
	}
	if t.Contact == "" {
		t.Contact = c.Contact
	}
	if t.Channel == "" {
		t.Channel = c.Channel
	}
	t.FailEach = t.FailEach || c.FailEach
	t.Subflows = merged(c.Subflows, t.Subflows)
	t.Variables = merged(c.Variables, t.Variables)
	own := map[string]bool{}
	for _, f := range t.Fakes {
		own[f.Key] = true
	}
	t.Fakes = namesFirst(t.Fakes)
	for _, f := range namesFirst(c.Fakes) {
		if !own[f.Key] {
			t.Fakes = append(t.Fakes, f)
		}
	}
	if t.Contact == "" {
		t.Contact = defaultContact
	}
	if t.Channel == "" {
		t.Channel = defaultChannel
	}
}

// namesFirst puts the fakes of widgets before those of addresses.
func namesFirst(fakes []*Fake) []*Fake {
	sorted := slices.Clone(fakes)
	slices.SortStableFunc(sorted, func(a, b *Fake) int {
		_, _, first := a.address()
		_, _, second := b.address()
		switch {
		case first == second:
			return 0
		case first:
			return 1
		}
		return -1
	})
	return sorted
}

func merged(common, own map[string]string) map[string]string {
	if len(common) == 0 {
		return own
	}
	all := map[string]string{}
	for key, v := range common {
		all[key] = v
	}
	for key, v := range own {
		all[key] = v
	}
	return all
}
