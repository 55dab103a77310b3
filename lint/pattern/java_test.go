package pattern

import (
	"bytes"
	"encoding/base64"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// A question is an expression, with texts.
type question struct {
	pattern string
	texts   []string
}

// askJava asks java.util.regex.Pattern about expressions. It skips the test where
// there is no Java, or fails it where STUDIOLINT_NO_SKIP says that none may be.
func askJava(t *testing.T, list []question) []string {
	t.Helper()
	if testing.Short() {
		t.Skip("Java is not run in short tests")
	}
	java, err := exec.LookPath("java")
	if err != nil {
		if os.Getenv("STUDIOLINT_NO_SKIP") == "1" {
			t.Fatal("there is no java")
		}
		t.Skip("there is no java")
	}
	var in, out bytes.Buffer
	encode := func(s string) string { return "." + base64.StdEncoding.EncodeToString([]byte(s)) }
	for _, q := range list {
		in.WriteString(encode(q.pattern))
		for _, text := range q.texts {
			in.WriteString(" " + encode(text))
		}
		in.WriteByte('\n')
	}
	cmd := exec.Command(java, "testdata/Judge.java")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, os.Stderr
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(answers) != len(list) {
		t.Fatalf("%d answers to %d questions", len(answers), len(list))
	}
	return answers
}

// many is how many expressions are made up: more where somebody waits for it.
func many() int {
	if os.Getenv("STUDIOLINT_LONG") == "1" {
		return 100_000
	}
	return 3_000
}

// verdictsDiffer are expressions about which Java 17 is not followed, each with the
// reason.
var verdictsDiffer = []struct{ pattern, here, why string }{
	{`\\N\{`, "", "the names of all characters are not known here"},
	{`&&`, "nothing stands on the right of &&", "Java 17 takes it and then fails whenever it matches; later versions refuse it"},
}

func differs(pattern string, err error) bool {
	for _, d := range verdictsDiffer {
		if regexp.MustCompile(d.pattern).MatchString(pattern) && (d.here == "" && err == nil || d.here != "" && err != nil && strings.HasPrefix(err.Error(), d.here)) {
			return true
		}
	}
	return false
}

// TestVerdicts holds Check against Java.
func TestVerdicts(t *testing.T) {
	t.Parallel()
	m := newMaker(1)
	var list []question
	for range many() {
		list = append(list, question{pattern: m.expression()})
	}
	taken, wrong := 0, 0
	for i, answer := range askJava(t, list) {
		pattern := list[i].pattern
		got := Check(pattern)
		if answer == "unknown" {
			continue
		}
		verdict, why, _ := strings.Cut(answer, " ")
		if verdict == "taken" {
			taken++
		}
		if (verdict == "taken") != (got == nil) && !differs(pattern, got) {
			wrong++
			if wrong < 40 {
				t.Errorf("%q: Java: %s %s; here: %v", pattern, verdict, why, got)
			}
		}
	}
	t.Logf("%d expressions, of which Java takes %d", len(list), taken)
}

// TestMatches holds Match against Java, over texts of all kinds.
func TestMatches(t *testing.T) {
	t.Parallel()
	m := newMaker(2)
	var list []question
	for range many() / 2 {
		q := question{pattern: m.wellFormed()}
		for range 6 {
			q.texts = append(q.texts, m.text())
		}
		// Few of them match. Most of these do, and some hardly.
		if p, err := Parse(q.pattern, false); err == nil {
			if sample, ok := p.Sample(); ok {
				q.texts = append(q.texts, sample, m.changed(sample), m.changed(sample), strings.ToUpper(sample))
			}
		}
		list = append(list, q)
	}
	yes, no, undetermined, wrong := 0, 0, 0, 0
	for i, answer := range askJava(t, list) {
		verdicts, taken := strings.CutPrefix(answer, "taken ")
		p, err := Parse(list[i].pattern, false)
		if !taken || err != nil {
			continue
		}
		for j, verdict := range verdicts {
			got, err := p.Match(list[i].texts[j])
			switch {
			case verdict == '?':
			case err != nil:
				undetermined++
			case got != (verdict == '1'):
				wrong++
				if wrong < 40 {
					t.Errorf("%q and %q: %v, and %c in Java", list[i].pattern, list[i].texts[j], got, verdict)
				}
			case got:
				yes++
			default:
				no++
			}
		}
	}
	t.Logf("%d match, %d do not, %d are undetermined", yes, no, undetermined)
}
