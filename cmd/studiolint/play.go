package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"studiolint/lint/report"
	"studiolint/lint/script"
)

func (c command) playCommand() *cobra.Command {
	var run testRun
	var event, record, now string
	cmd := &cobra.Command{
		Use:   "play FILE",
		Short: "Talk to a flow in the terminal",
		Long: `Talk to a flow in the terminal: what it says and sends is shown, and keys, words,
replies, silence and what requests get as an answer are asked for, one a line. It works
without a terminal too: then the lines come from standard input. Nothing goes over a
network. Where the flow depends on what nobody knows, such as how a call went, that is
asked for too.

:vars shows the variables, :where the place in the flow, :back undoes a line, :fail lets
fail what comes next, :hang-up hangs up, :quit ends. With --record what was played becomes
a test for "studiolint test".`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.play(&run, args[0], event, record, now)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&event, "event", "", "the `EVENT` of the trigger by which it begins, such as incomingCall")
	flags.StringVar(&record, "record", "", "write what was played as a test into this `FILE`")
	flags.StringVar(&now, "now", "", "the clock when it begins, as 2026-03-02T09:00:00Z (default: this moment)")
	flags.StringVar(&run.config, "config", "", "use this configuration `FILE`")
	flags.BoolVar(&run.noConfig, "no-config", false, "use no configuration file")
	cmd.MarkFlagsMutuallyExclusive("config", "no-config")
	return cmd
}

// play talks to a flow.
func (c command) play(run *testRun, file, event, record, now string) error {
	if err := run.prepare(); err != nil {
		return err
	}
	if record != "" && !strings.HasSuffix(record, script.Suffix) {
		return fmt.Errorf("the names of test files end in %s, and %s does not", script.Suffix, record)
	}
	if now == "" {
		now = time.Now().UTC().Truncate(time.Second).Format(time.RFC3339)
	} else if _, err := time.Parse(time.RFC3339, now); err != nil {
		return fmt.Errorf("--now takes a time such as 2026-03-02T09:00:00Z, not %q", now)
	}
	if record != "" {
		if _, err := run.root.Stat(record); err == nil {
			return fmt.Errorf("%s is there already: name a file that is not, or remove it first", record)
		}
	}
	loader := run.loader()
	from, err := run.recorded(record, file)
	if err != nil {
		return err
	}
	p, subflow, err := loader.Playable(filepath.ToSlash(file))
	if err != nil {
		return err
	}
	if event != "" && p.Flow.Start() != nil && p.Flow.Start().On(event) == nil {
		return fmt.Errorf("the trigger has no event %q", event)
	}
	came, release := keepSignals()
	defer release()
	play := &script.Play{Program: p, Subflow: subflow, Event: event, In: &untilSignal{c.stdin, came}, Out: c.stdout,
		Visible: report.Visible, Settings: script.Settings{Now: now}}
	if err := play.Run(); err != nil {
		return fmt.Errorf("standard input cannot be read: %w", err)
	}
	if record == "" {
		return nil
	}
	text := play.Record(from, "played")
	if text == nil {
		return errors.New("nothing was played, so nothing is recorded")
	}
	return writeFile(record, text)
}

// recorded returns the path of a flow as a test file is to name it; "" without one. It is
// an error where a test could not read the flow.
func (run *testRun) recorded(record, flow string) (string, error) {
	if record == "" {
		return "", nil
	}
	return script.From(run.root, filepath.ToSlash(record), filepath.ToSlash(flow))
}

// untilSignal is an input that ends when a signal comes that ends the program: what was
// played until then is recorded all the same. The signal stays in the channel.
type untilSignal struct {
	in   io.Reader
	came chan os.Signal
}

func (r *untilSignal) Read(b []byte) (int, error) {
	type result struct {
		text []byte
		err  error
	}
	done := make(chan result, 1)
	size := len(b)
	go func() {
		text := make([]byte, size)
		n, err := r.in.Read(text)
		done <- result{text[:n], err}
	}()
	select {
	case got := <-done:
		return copy(b, got.text), got.err
	case s := <-r.came:
		r.came <- s
		return 0, io.EOF
	}
}
