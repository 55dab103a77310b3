package editor

import (
	"context"
	"errors"
	"fmt"

	"studiolint/lint"
	"studiolint/lint/form"
	"studiolint/lint/project"
)

// check checks a group. When one is running it is cancelled, and begun anew.
func (s *server) check(g *group) {
	if g.running {
		g.stop()
		return
	}
	ctx, cancel := context.WithCancel(s.ctx)
	g.cancel, g.running, g.again = cancel, true, false
	texts := map[*document]*text{}
	for _, d := range s.documents {
		if d.alone == g || g.folder != nil && d.folder == g.folder {
			texts[d] = d.text
		}
	}
	session := g.session // a change of the configuration gives the group another one meanwhile
	go func() {
		result, err := session.Check(ctx)
		cancel()
		var related *project.Project
		if err == nil {
			related = session.Project()
		}
		s.later(func() { s.checked(g, texts, result, related, err) })
	}()
}

// checked shows what a check has found, and begins the next one when something has
// changed meanwhile.
func (s *server) checked(g *group, texts map[*document]*text, result *lint.Result, related *project.Project, err error) {
	g.running = false
	if g.again || err != nil {
		if s.phase == running {
			s.check(g)
		}
		return
	}
	g.result, g.project = result, related
	if f := g.folder; f != nil && f.ready {
		s.takeOver(f)
	}
	found := byFile(result)
	for d, text := range texts {
		if d.showing() != g || d.text != text {
			continue
		}
		d.shown = &shown{text: text, version: d.version, root: g.root, findings: s.shownOf(d, found[g.name(d.path)])}
		s.publish(d)
	}
	s.publishConfigurations(g, found)
	for _, problem := range result.Problems {
		s.complain(problem)
	}
	g.answerAll()
}

// takeOver ends the groups of single documents in a folder that is checked.
func (s *server) takeOver(f *folder) {
	f.checked = true
	for _, d := range s.documents {
		if d.folder == f && d.alone != nil {
			d.alone.stop()
			waiting := d.alone.waiting
			d.alone.waiting = nil
			d.alone = nil
			f.group.waiting = append(f.group.waiting, waiting...)
			d.read(f.group) // its model is to be one of the documents that know of each other
		}
	}
}

// complain tells once why a check is not complete. Mistakes of configurations are told
// where they are read.
func (s *server) complain(problem error) {
	var wrong *form.Error
	if errors.As(problem, &wrong) {
		return
	}
	s.tell(messageError, fmt.Sprint(problem))
}

// tell shows a message that nobody has seen yet.
func (s *server) tell(kind int, message string) {
	if !s.told[message] {
		s.told[message] = true
		s.client.say(kind, "studiolint: %s", message)
	}
}
