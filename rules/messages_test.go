package rules

import (
	"os"
	"regexp"
	"slices"
	"testing"
	"unicode/utf8"

	"studiolint/lint/files"
)

// What a message may be long, in letters: it is read at two in the morning.
const (
	longestMessage = 200
	medianMessage  = 110
)

// firstLine is the first line of a finding in the output of an archive.
var firstLine = regexp.MustCompile(`(?m)^[^\s].*?:\d+:\d+: (?:error|warning|note): (.*) \[[a-z-]+\]$`)

// TestMessages holds how long messages are, over all archives and over the corpus.
func TestMessages(t *testing.T) {
	var messages []string
	for _, a := range archives(t) {
		for _, f := range a.Files {
			if f.Name != "output.txt" {
				continue
			}
			for _, m := range firstLine.FindAllStringSubmatch(string(f.Data), -1) {
				messages = append(messages, m[1])
			}
		}
	}
	t.Run("archives", func(t *testing.T) { checkLengths(t, messages) })

	corpus := os.Getenv("STUDIOLINT_CORPUS")
	if corpus == "" {
		return
	}
	messages = nil
	for _, d := range lintPath(t, files.Here(), corpus).Diagnostics {
		messages = append(messages, d.Message)
	}
	t.Run("corpus", func(t *testing.T) { checkLengths(t, messages) })
}

func checkLengths(t *testing.T, messages []string) {
	t.Helper()
	lengths := make([]int, len(messages))
	for i, m := range messages {
		if lengths[i] = utf8.RuneCountInString(m); lengths[i] > longestMessage {
			t.Errorf("%d letters: %s", lengths[i], m)
		}
	}
	slices.Sort(lengths)
	if median := lengths[len(lengths)/2]; median > medianMessage {
		t.Errorf("the median of %d messages has %d letters, more than %d", len(lengths), median, medianMessage)
	}
}
