package script

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"studiolint/lint/files"
	"studiolint/lint/flow"
	"studiolint/lint/sim"
)

// Extend writes tests for the transitions of a flow that none of some test files takes, as
// generate does, for a test file: what stands in it already stays, and counts. Test files
// that try other flows do not matter.
func Extend(l *Loader, flowPath, file string, others []string) (*Generated, error) {
	flowPath = path.Clean(strings.ReplaceAll(flowPath, `\`, "/"))
	p, subflow, err := l.Playable(flowPath)
	if err != nil {
		return nil, err
	}
	taken := map[*flow.Transition]bool{}
	for _, other := range others {
		if err := l.taken(other, flowPath, taken); err != nil {
			return nil, err
		}
	}
	from, err := From(l.Root, file, flowPath)
	if err != nil {
		return nil, err
	}
	g := generate(p, subflow, taken, from)
	before, err := l.Root.ReadFile(file, MaxSize)
	if err != nil {
		return g, nil // there is none yet
	}
	return g, g.after(file, before)
}

// From returns the path of a flow as a test file names it. It is an error where tests there
// could not read the flow.
func From(root files.Root, file, flowPath string) (string, error) {
	from, err := filepath.Rel(filepath.Dir(root.Abs(file)), root.Abs(flowPath))
	if err != nil {
		return "", fmt.Errorf("%s cannot be named from %s: %w", flowPath, file, err)
	}
	from = filepath.ToSlash(from)
	if _, outOf := within(root, file, from); outOf != "" {
		return "", fmt.Errorf("tests in %s could not read %s, which leads out of their %s: write them beside the flow",
			file, from, outOf)
	}
	return from, nil
}

// Playable returns the flow at a path, and what finds the flows that its widgets run as
// subflows, as far as the configuration says where they lie.
func (l *Loader) Playable(name string) (*sim.Program, func(*flow.Widget) *sim.Program, error) {
	p, subflows, err := l.Program(name)
	if err != nil {
		return nil, nil, err
	}
	return p, func(w *flow.Widget) *sim.Program {
		where, ok := subflows[w.Property(w.Facts.Subflow.Flow).Text()]
		if !ok {
			return nil
		}
		child, _, err := l.Program(where)
		if err != nil {
			return nil
		}
		return child
	}, nil
}

// taken notes what the tests of a file take of a flow.
func (l *Loader) taken(file, flowPath string, taken map[*flow.Transition]bool) error {
	s, err := read(l.Root, file)
	if err != nil {
		return err
	}
	if at, err := s.resolve(l.Root, s.Flow, s.flowAt); err != nil || at != flowPath {
		return err
	}
	b, err := bind(s, l)
	if err != nil {
		return err
	}
	for _, t := range b.Tests {
		for _, v := range b.run(t).x.Visits() {
			if v.Taken != nil && v.Program == b.program {
				taken[v.Taken] = true
			}
		}
	}
	return nil
}

// after puts the tests at the end of those of a file.
func (g *Generated) after(file string, before []byte) error {
	s, err := parse(file, before)
	if err != nil {
		return err
	}
	_, tests, _ := bytes.Cut(g.Text, []byte("\ntests:\n"))
	indent := regexp.MustCompile(`(?m)^( *)- `).FindSubmatch(before)
	if indent == nil || g.Tests == 0 {
		if g.Tests == 0 {
			g.Text = before
			return nil
		}
		return errors.New(file + " has its tests in an unusual form: give the new ones a file of their own")
	}
	shift := strings.Repeat(" ", len(indent[1]))
	var b bytes.Buffer
	b.Write(bytes.TrimRight(before, "\n"))
	names := map[string]bool{}
	for _, t := range s.Tests {
		names[t.Name] = true
	}
	for line := range strings.Lines(string(tests)) {
		if name, ok := strings.CutPrefix(line, "  - name: "); ok {
			line = "  - name: " + fresh(strings.TrimSuffix(name, "\n"), names) + "\n"
		}
		b.WriteString("\n" + shift + strings.TrimSuffix(strings.TrimPrefix(line, "  "), "\n"))
	}
	b.WriteString("\n")
	g.Text = b.Bytes()
	if again, err := parse(file, g.Text); err != nil || len(again.Tests) != len(s.Tests)+g.Tests {
		return errors.New(file + " does not end with its tests: give the new ones a file of their own")
	}
	return nil
}

// fresh returns a quoted name that no test has.
func fresh(name string, taken map[string]bool) string {
	bare := strings.Trim(name, `"`)
	one := bare
	for n := 2; taken[one]; n++ {
		one = fmt.Sprintf("%s (%d)", bare, n)
	}
	taken[one] = true
	return plainOrQuoted(one)
}
