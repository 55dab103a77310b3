package main

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"studiolint/lint/script"
	"studiolint/lint/words"
)

// maxWithout is how many transitions are named for which no test was found.
const maxWithout = 50

// generateTests writes tests for what none takes of a flow.
func (c command) generateTests(run *testRun, args []string) error {
	if err := run.prepare(); err != nil {
		return err
	}
	if len(args) != 1 || run.root.IsDir(args[0]) {
		return errors.New("--generate takes one PATH, which is a flow: studiolint test --generate ivr" + script.Suffix + " ivr.json")
	}
	file := path.Clean(strings.ReplaceAll(run.generate, `\`, "/"))
	if !strings.HasSuffix(file, script.Suffix) {
		return fmt.Errorf("the names of test files end in %s, and %s does not", script.Suffix, run.generate)
	}
	beside, problems := script.Find(run.root, []string{path.Dir(file)}, nil)
	if len(problems) > 0 {
		return errors.Join(problems...)
	}
	generated, err := script.Extend(run.loader(), args[0], file, beside)
	if err != nil {
		return err
	}
	if generated.Tests > 0 {
		if err := writeFile(file, generated.Text); err != nil {
			return naming(file, err)
		}
	}
	for _, line := range generated.Without[:min(len(generated.Without), maxWithout)] {
		c.sayf("%s", line)
	}
	if more := len(generated.Without) - maxWithout; more > 0 {
		c.sayf("… and %d more", more)
	}
	switch {
	case generated.Tests == 0:
		c.sayf("nothing was written to %s, for there is no test to add: the tests take %d of %s (%d %%)", file,
			generated.Taken.Taken, words.Plural(generated.Taken.Total, "transition"), generated.Taken.Percent())
	case !run.quiet:
		fmt.Fprintf(c.stderr, "%s written to %s: with them the tests take %d of %s (%d %%)\n", words.Plural(generated.Tests, "test"), file,
			generated.Taken.Taken, words.Plural(generated.Taken.Total, "transition"), generated.Taken.Percent())
	}
	return nil
}

// updateTests rewrites what tests expect, and runs them.
func (c command) updateTests(run *testRun, args []string) error {
	if err := run.prepare(); err != nil {
		return err
	}
	paths, problems := run.find(args)
	for _, file := range paths {
		before, err := run.root.ReadFile(file, script.MaxSize)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		text, changed, err := script.Update(run.loader(), file)
		if err != nil || changed == 0 {
			continue // the run below says what is wrong
		}
		err = replaceFile(run.root.Abs(file), text, func() error {
			if now, err := run.root.ReadFile(file, script.MaxSize); err != nil || !bytes.Equal(now, before) {
				return errors.New("it has been changed meanwhile, and was left as it is")
			}
			return nil
		})
		if err != nil {
			problems = append(problems, fmt.Errorf("%s is not updated: %w", file, err))
			continue
		}
		c.sayf("%s: %s rewritten; look at the difference", file, words.Plural(changed, "expectation"))
	}
	if len(problems) > 0 {
		return errors.Join(slices.Clip(problems)...)
	}
	return c.test(run, args)
}
