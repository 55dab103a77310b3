package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/words"
)

// maxConfig is the size in bytes up to which a configuration is extended: larger ones are
// not read.
const maxConfig = 1 << 20

// accept writes into the configurations that the findings of a rule in some files are
// accepted.
func (c command) accept(run *fixRun, args []string) error {
	switch {
	case strings.TrimSpace(run.reason) == "":
		return errors.New("--accept needs a --reason: say why the findings are accepted, for those who read the configuration later")
	case slices.Contains(args, "-"):
		return errors.New("--accept takes files and no standard input: the configuration names them")
	case run.settingsFrom != "" || run.noConfig:
		return errors.New("--accept writes into the configuration that belongs to the files: leave --settings-from and --no-config out")
	}
	run.name(run.acceptRule)
	run.opts.Only = []string{run.acceptRule}
	var all kept
	result, err := c.run(&run.lintFlags, args, run.opts, &all, run.baseline)
	if err != nil {
		return err
	}
	c.complainOf(result)
	if len(result.Problems) > 0 {
		return exitError(exitFailed)
	}
	found := map[string]int{} // by file
	for _, d := range all {
		if d.Rule.ID == run.acceptRule && d.Suppressed == nil {
			found[d.File]++
		}
	}
	if len(found) == 0 {
		return fmt.Errorf("%s finds nothing in %s that is not accepted yet, so there is nothing to accept", run.acceptRule, strings.Join(args, ", "))
	}
	return c.acceptIn(run, found)
}

// acceptIn writes the entries, one for each configuration.
func (c command) acceptIn(run *fixRun, found map[string]int) error {
	finder := config.NewFinder(lint.Data(run.opts.Rules), run.opts.Root, config.Options{Path: run.config})
	texts := map[string]config.Entry{}
	for _, path := range slices.Sorted(maps.Keys(found)) {
		file, from, err := run.configurationOf(finder, path)
		if err != nil {
			return err
		}
		below, err := filepath.Rel(from, run.opts.Root.Abs(path))
		if err != nil || !filepath.IsLocal(below) {
			return fmt.Errorf("%s lies outside of the folder of %s, so no pattern there can name it", path, file)
		}
		e := texts[file]
		e.Rule, e.Reason = run.acceptRule, run.reason
		e.Files = append(e.Files, filepath.ToSlash(below))
		texts[file] = e
	}
	for _, file := range slices.Sorted(maps.Keys(texts)) {
		if err := run.addEntry(file, texts[file]); err != nil {
			return err
		}
	}
	count := 0
	for _, n := range found {
		count += n
	}
	c.sayf("accepted %s of %s in %s; see %s", words.Plural(count, "finding"), run.acceptRule,
		words.Plural(len(found), "file"), strings.Join(slices.Sorted(maps.Keys(texts)), ", "))
	return nil
}

// configurationOf returns the configuration of a file, or where there should be one: at the
// top of its repository, or else in the current folder. Patterns in it count from a folder.
func (run *fixRun) configurationOf(finder *config.Finder, path string) (file, from string, err error) {
	root := run.opts.Root
	own, err := finder.For(path)
	switch {
	case err != nil:
		return "", "", err
	case own.Path != "":
		if _, inFolder := own.Relative(path); inFolder && run.config != "" {
			return own.Path, own.Base(), nil
		}
		return own.Path, own.Folder(), nil
	}
	folder := filepath.Dir(root.Abs(path))
	from = folder
	if top := root.Repository(folder); top != "" {
		from = top
	} else if below, err := filepath.Rel(root.Dir, folder); err == nil && filepath.IsLocal(below) {
		from = root.Dir
	}
	file = filepath.Join(from, config.Name)
	if short, err := filepath.Rel(root.Dir, file); err == nil && filepath.IsLocal(short) {
		file = short
	}
	return filepath.ToSlash(file), from, nil
}

// addEntry writes one entry into a configuration, which need not be there.
func (run *fixRun) addEntry(file string, e config.Entry) error {
	root := run.opts.Root
	before, err := root.ReadFile(file, maxConfig)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read configuration: %w", err)
	}
	isNew := err != nil
	after, err := config.Add(file, before, lint.Data(run.opts.Rules), e)
	if err != nil {
		return err
	}
	return replaceFile(root.Abs(file), after, func() error {
		now, err := root.ReadFile(file, maxConfig)
		if isNew && errors.Is(err, fs.ErrNotExist) || !isNew && err == nil && bytes.Equal(now, before) {
			return nil
		}
		return fmt.Errorf("%s has been changed meanwhile, and was left as it is; try again", file)
	})
}
