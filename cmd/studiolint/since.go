package main

import (
	"errors"
	"fmt"
	"io/fs"

	"studiolint/lint"
	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/git"
	"studiolint/lint/input"
	"studiolint/lint/report"
)

// since returns what the candidates had at a revision, as a baseline: the findings of
// each under today's configuration, at its name of today.
func (c command) since(run *lintRun, candidates []input.Candidate, o lint.Options) (*accept.Baseline, error) {
	failed := func(err error) (*accept.Baseline, error) {
		return nil, fmt.Errorf("--new-since %s: %w", run.newSince, err)
	}
	tree, err := git.Near(o.Root, o.Root.Dir, run.newSince)
	if err != nil {
		return failed(err)
	}
	defer tree.Close()
	names, err := tree.NamesSince()
	if err != nil {
		return failed(err)
	}
	then := files.Root{FS: tree.RenamedFS(o.Root.FS, names), Dir: o.Root.Dir}
	settings := run.settings
	if settings == nil {
		settings = o.Root.FS
	}
	before := o
	before.Root, before.Baseline, before.Since, before.NoNamed = then, nil, nil, true
	if o.Configs != nil {
		before.Configs = config.NewFinder(lint.Data(o.Rules), then, config.Options{Path: run.config, Settings: settings})
	}
	var had []input.Candidate
	for _, one := range candidates {
		if _, inside := files.Below(tree.Folder, then.Abs(one.Path)); !inside {
			continue // nobody knows what it was
		}
		if _, err := then.Stat(one.Path); err == nil {
			had = append(had, one.WithText(nil))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return failed(fmt.Errorf("%s cannot be read there: %w", one.Path, err))
		}
	}
	var found kept
	now := filesChecked(len(had))
	done, end := c.watched(run.quiet, func(done int) string { return now(done) + " as they were at " + report.Visible(run.newSince) })
	before.Done, before.Dropped = done, c.dropped
	lint.Stream(had, before, &found)
	end()
	return accept.Since(o.Root, run.newSince, found), nil
}
