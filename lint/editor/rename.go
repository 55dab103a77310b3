package editor

import (
	"studiolint/lint/fix"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// prepareRename answers with the name at a place, when it can be changed.
func (s *server) prepareRename(p *positionParams) (any, error) {
	d, n, err := s.renamed(p)
	if err != nil {
		return nil, err
	}
	at, _ := s.newest(d).place(n.at)
	return map[string]any{"range": at.Range, "placeholder": n.name()}, nil
}

// renamed finds what is to get another name, or says why it cannot.
func (s *server) renamed(p *positionParams) (*document, *named, error) {
	d, about := s.asked(p)
	if about == nil {
		return nil, nil, failed("there is nothing to rename here")
	}
	if d.model.text != d.text {
		return nil, nil, failed("the text cannot be read as it is; mend it first")
	}
	n := s.named(d, about)
	if n == nil || n.run != nil {
		return nil, nil, failed("only widgets, variables and parameters of subflows can be renamed, and there is none of that name here")
	}
	if n.flow != nil && n.flow.Legacy {
		return nil, nil, failed("in an export of the first Studio editor nothing can be renamed: its transitions lead to SIDs; export the flow again from today's")
	}
	if n.widget != nil && n.flow.Only(n.widget.Name) == nil {
		return nil, nil, failed("several widgets have the name %s, so nobody knows which one is meant", words.Quote(n.widget.Name))
	}
	return d, n, nil
}

func (n *named) name() string {
	switch {
	case n.widget != nil:
		return n.widget.Name
	case n.parameter != "":
		return n.parameter
	}
	return n.key
}

// rename answers with the edits that give a widget, a variable or a parameter another name
// wherever it is named as it is written, in the files of subflows and of who runs them, too:
// a name in another case is another one.
func (s *server) rename(p *struct {
	positionParams `json:",inline"`
	NewName        string `json:"newName"`
}) (any, error) {
	d, n, err := s.renamed(&p.positionParams)
	if err != nil {
		return nil, err
	}
	if err := n.refuse(p.NewName); err != nil {
		return nil, err
	}
	e := s.newEdit()
	for _, u := range n.uses() {
		if u.call {
			continue // the SID of a flow stays
		}
		change := u.at.Replace(p.NewName)
		if u.node.Exists() {
			change = u.node.SetText(p.NewName)
		}
		file, at, text, ok := change.Resolve()
		if !ok {
			return nil, failed("a place where it is named cannot be changed, line %d", u.line())
		}
		e.add(d.model.root.Abs(file.Path), file.Bytes, fix.Replacement{Start: at.Start, End: at.End, Text: []byte(text)})
	}
	return e.result(), nil
}

// line returns the line of a use in the file that a person opens.
func (u use) line() int {
	f, at := u.at.Locate()
	return f.Position(at.Start).Line
}

// refuse says why a name will not do.
func (n *named) refuse(name string) error {
	if !reads.IsName(name) {
		return failed("%s is no name that templates can read: write letters, digits, underscores and hyphens, a letter or an underscore first", words.Quote(name))
	}
	if name == n.name() {
		return nil
	}
	switch {
	case n.widget != nil:
		if n.flow.Widget(name) != nil {
			return failed("another widget has the name %s", words.Quote(name))
		}
	case n.parameter != "":
		other := &named{flow: n.flow, parameter: name, callers: n.callers}
		if len(other.usesOfParameter()) > 0 {
			return failed("there is a parameter %s already", words.Quote(name))
		}
	case n.flow.Variable(name) != nil:
		return failed("there is a variable %s already", words.Quote(name))
	}
	return n.broken()
}

// broken says that a template which names it cannot be read for certain.
func (n *named) broken() error {
	for _, u := range n.uses() {
		if u.ref != nil && u.ref.Broken {
			return failed("the template in line %d cannot be read; mend it first", u.line())
		}
	}
	return nil
}
