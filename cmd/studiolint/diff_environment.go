package main

import (
	"fmt"
	"path"

	"studiolint/lint/config"
	"studiolint/lint/input"
	"studiolint/lint/inventory"
	"studiolint/lint/project"
	"studiolint/lint/words"
)

// level gives the old side of a comparison the values of the new one's environment, so
// that what is left is more than the environments make of one flow.
func (run *diffRun) level(p *pair) error {
	if !run.ignoreEnvironment || p.old.absent || p.new.absent {
		return nil
	}
	settings, err := run.opts.Configs.For(p.new.path)
	if err != nil {
		return err
	}
	from, err := environmentOf(settings, p.old)
	if err != nil {
		return err
	}
	to, err := environmentOf(settings, p.new)
	if err != nil || from == to || from == nil || to == nil {
		return err
	}
	file, err := input.FromBytes(p.old.path, p.old.data).Load(run.opts.Root)
	if err != nil || file == nil {
		return nil // who reads it next tells
	}
	documents := project.Documents(file, settings, run.opts.Catalogue)
	p.old.data = inventory.Promote(file, documents, from, to).Text
	// It is looked at as if it lay beside the new one.
	ext := path.Ext(p.old.path)
	if p.old.path = p.new.path; path.Ext(p.new.path) != ext {
		p.old.path += ext
	}
	p.note = fmt.Sprintf("with the values of %s for those of %s", words.Quote(to.Name), words.Quote(from.Name))
	return nil
}

// environmentOf returns the environment that a text belongs to: nil where nobody says
// that it holds a flow.
func environmentOf(settings *config.Config, t text) (*config.Environment, error) {
	e := settings.EnvironmentOf(t.path)
	if e != nil || t.mayBeOther {
		return e, nil
	}
	if settings.Path == "" {
		return nil, fmt.Errorf("--ignore-environment: there is no %s for %s that says what the environments are", config.Name, t.name)
	}
	return nil, fmt.Errorf("--ignore-environment: %s belongs to no environment: list it there under \"files\" in %s", t.name, settings.Path)
}
