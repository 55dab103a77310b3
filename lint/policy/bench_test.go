package policy

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
)

// BenchmarkPaths asks of each of 1,000 widgets, of which each leads to the next one and
// back, what it must come after, come before, or pass: what is broken in each of them, and
// what holds. It reports what that adds to a run, findings with their paths included.
func BenchmarkPaths(b *testing.B) {
	const widgets = 1000
	lines := []string{"Trigger trigger: incomingMessage w0"}
	for i := range widgets {
		lines = append(lines, fmt.Sprintf("w%d send-message: sent w%d, failed w%d", i, i+1, i/2))
	}
	lines = append(lines, fmt.Sprintf("w%d send-message: sent, failed", widgets))
	flow := []input.Candidate{input.FromBytes("flow.json", []byte(aFlow(lines...)))}
	timed := func(o lint.Options) (time.Duration, int) {
		runtime.GC()
		start := time.Now()
		found := len(lint.Run(flow, o).Diagnostics)
		return time.Since(start), found
	}
	for name, require := range map[string]string{
		"before":       "before: {type: run-function}",
		"after":        "after: {type: run-function}",
		"between":      fmt.Sprintf("between: {to: {name: w%d}, passes: {type: run-function}}", widgets),
		"held/before":  "before: {type: trigger}",
		"held/after":   "after: {type: send-message, name: 'w*'}",
		"held/between": "between: {to: {type: run-function}, passes: {type: say-play}}",
	} {
		b.Run(name, func(b *testing.B) {
			root := files.Here()
			root.Dir = b.TempDir()
			text := fmt.Sprintf("policies: [{id: ours, match: {type: send-message}, require: {%s}}]", require)
			if err := os.WriteFile(filepath.Join(root.Dir, config.Name), []byte(text), 0o666); err != nil {
				b.Fatal(err)
			}
			o := lint.Options{Root: root, Jobs: 1, Configs: config.NewFinder(nil, root, config.Options{})}
			without, with := time.Hour, time.Hour
			for b.Loop() {
				o.House = nil
				took, _ := timed(o)
				without = min(without, took)
				o.House = new(House).Rules
				took, found := timed(o)
				with = min(with, took)
				if held := strings.HasPrefix(name, "held"); held == (found >= widgets) {
					b.Fatalf("%d findings", found)
				}
			}
			b.ReportMetric(float64((with-without).Microseconds())/1000, "ms/policy")
			b.ReportMetric(0, "ns/op")
		})
	}
}
