package fix

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestDiff(t *testing.T) {
	tests := []struct{ name, path, before, after, want string }{
		{"nothing", "a", "1\n2\n", "1\n2\n", ""},
		{"a line", "flows/a.json", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
			"--- a/flows/a.json\n+++ b/flows/a.json\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"},
		{"no last line break", "a", "1\n2", "1\n3", "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+3\n\\ No newline at end of file\n"},
		{"carriage returns", "a", "1\r\n2\r\n", "1\r\n3\r\n", "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+3\r\n"},
		{"all gone", "a", "1\n", "", "--- a/a\n+++ b/a\n@@ -1,1 +0,0 @@\n-1\n"},
		{"a blank", "a b", "1\n", "2\n", "--- a/a b\t\n+++ b/a b\t\n@@ -1,1 +1,1 @@\n-1\n+2\n"},
		{"a tab", "a\t\"b\"é", "1\n", "2\n", "--- \"a/a\\011\\\"b\\\"é\"\n+++ \"b/a\\011\\\"b\\\"é\"\n@@ -1,1 +1,1 @@\n-1\n+2\n"},
	}
	for _, tt := range tests {
		if got := string(Diff(tt.path, []byte(tt.before), []byte(tt.after))); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// A patch leads from the one text to the other, whatever they are.
func TestDiffApplied(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range random.IntN(40) {
			fmt.Fprintf(&b, "%d\n", random.IntN(12))
		}
		return strings.TrimSuffix(b.String(), []string{"", "\n"}[random.IntN(2)])
	}
	for range 3000 {
		before, after := text(), text()
		if got := patched(t, before, string(Diff("a", []byte(before), []byte(after)))); got != after {
			t.Fatalf("from %q to %q, not %q", before, got, after)
		}
	}
}

// patched applies a patch.
func patched(t *testing.T, before, patch string) string {
	t.Helper()
	old, at := strings.SplitAfter(before, "\n"), 0
	var out strings.Builder
	lines := strings.SplitAfter(patch, "\n")
	for i, line := range lines {
		if i < 2 || line == "" || line[0] == '\\' {
			continue
		}
		if line[0] == '@' {
			var from, count int
			if _, err := fmt.Sscanf(line, "@@ -%d,%d", &from, &count); err != nil {
				t.Fatal(err)
			}
			if count > 0 {
				from--
			}
			for ; at < from; at++ {
				out.WriteString(old[at])
			}
			continue
		}
		content := line[1:]
		if i+1 < len(lines) && strings.HasPrefix(lines[i+1], `\`) {
			content = strings.TrimSuffix(content, "\n")
		}
		if line[0] != '+' {
			if old[at] != content {
				t.Fatalf("line %d is %q, not %q", at+1, old[at], content)
			}
			at++
		}
		if line[0] != '-' {
			out.WriteString(content)
		}
	}
	return out.String() + strings.Join(old[at:], "")
}

// Large files that have little in common take no long time.
func TestDiffLarge(t *testing.T) {
	before, after := strings.Repeat("}\n{\n", 100_000), strings.Repeat("}\n[\n", 100_000)
	began := time.Now()
	Diff("a", []byte(before), []byte(after))
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

// The changes of two texts, made in the first, give the second.
func TestChanges(t *testing.T) {
	for _, pair := range [][2]string{
		{"", ""}, {"", "a"}, {"a", ""}, {"a\nb\nc\n", "a\nB\nc\nd\n"}, {`{"é😀":1,"b":2}`, `{"è😁":1,"b":3}`}, {"aé", "aè"}, {"éa", "èa"},
		{"x\ny\nx\n", "y\nx\ny\n"}, {"aaaa", "aa"}, {"aa", "aaaa"}, {"a\r\nb", "a\nb"},
	} {
		before, after := pair[0], pair[1]
		made, at := "", 0
		for _, c := range Changes([]byte(before), []byte(after)) {
			if c.Start < at || !utf8.ValidString(string(c.Text)) || !utf8.ValidString(before[c.Start:c.End]) {
				t.Errorf("%q to %q: %+v", before, after, c)
			}
			made += before[at:c.Start] + string(c.Text)
			at = c.End
		}
		if made += before[at:]; made != after {
			t.Errorf("%q to %q: %q", before, after, made)
		}
	}
}
