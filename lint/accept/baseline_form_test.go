package accept

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/files"
	"studiolint/lint/form"
)

func TestBaselineForm(t *testing.T) {
	b := &Baseline{Tool: "studiolint 1 <\"é\">", Findings: []Accepted{
		{File: "b.json", Rule: "talk", Fingerprint: "2", Count: 1},
		{File: "a.json", Rule: "talk", Widget: "two", Message: "m <&> \n \x1b é", Fingerprint: "1", Count: 3},
		{File: "a.json", Rule: "shout", Fingerprint: "9", Count: 1},
	}}
	const want = `{"version": 1, "tool": "studiolint 1 <\"é\">", "findings": [
{"file":"a.json","rule":"shout","fingerprint":"9","count":1},
{"file":"a.json","rule":"talk","widget":"two","message":"m <&> \n \u001b é","fingerprint":"1","count":3},
{"file":"b.json","rule":"talk","fingerprint":"2","count":1}
]}
`
	if diff := cmp.Diff(want, string(b.Encode())); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, b := range []*Baseline{b, {}} {
		text := b.Encode()
		if !json.Valid(text) {
			t.Errorf("not JSON: %s", text)
		}
		back, err := parseBaseline("b", text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(text), string(back.Encode())); diff != "" {
			t.Error(diff)
		}
	}
}

func TestMergedBaseline(t *testing.T) {
	const head = `{"version": 1, "tool": "x", "findings": [` + "\n"
	one := `{"file":"a","rule":"r","message":"}, ]","fingerprint":"1","count":1}`
	more := strings.Replace(one, `"count":1`, `"count":3`, 1)
	two := strings.Replace(one, `"fingerprint":"1"`, `"fingerprint":"2"`, 1)
	for name, text := range map[string]string{
		"twice":            head + one + ",\n" + more + ",\n" + two + ",\n" + one + "\n]}",
		"a comma missing":  head + more + "\n" + two + "\n]}",
		"a comma too many": head + more + ",\n" + two + ",\n]}",
		"both, CRLF":       strings.ReplaceAll(head+one+"\n"+more+"\n"+two+",\n]}\n", "\n", "\r\n"),
		"formatted anew":   "{\"findings\": [\n\n  " + strings.ReplaceAll(more, `,"`, ",\n  \"") + ", " + two + "], \"version\": 1.0}",
	} {
		b, err := parseBaseline("b", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(b.Findings) != 2 || b.Findings[0].Count != 3 || b.Findings[1].Count != 1 {
			t.Errorf("%s: %+v", name, b.Findings)
		}
	}
}

func TestBaselineErrors(t *testing.T) {
	const anew = `write it anew with "studiolint baseline"`
	finding := func(s string) string {
		return "{\"version\": 1, \"findings\": [\n" + s + "\n]}"
	}
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", `b:1:1: this is no baseline: the file is empty; ` + anew},
		{"not JSON", "{\"version\": 1,\n \"findings\": [}", `b:2:15: this is no baseline: `},
		{"cut off", "{\"version\": 1, \"findings\": [\n{\"file\":", `b:2:1: this is no baseline: `},
		{"a conflict", finding("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other"), `b:2:1: a conflict of a merge stands here; keep the findings of both sides and remove its marks, or ` + anew},
		{"another file", `{"states": []}`, `b:1:1: this is no baseline: it has no "version" and no "findings"; ` + anew},
		{"a list", `[]`, `b:1:1: this is no baseline: it has no "version" and no "findings"; ` + anew},
		{"no version", `{"findings": []}`, `b:1:1: the version of this baseline is not one that is known (known is 1); ` + anew},
		{"older", `{"version": 0, "findings": []}`, `b:1:13: the version of this baseline is not one that is known (known is 1); ` + anew},
		{"a version in quotes", `{"version": "1", "findings": []}`, `b:1:13: the version of this baseline is not one that is known (known is 1); ` + anew},
		{"newer", `{"version": 2, "results": {}}`, `b:1:13: this baseline was written by a newer studiolint (version 2, known is 1); update studiolint, or ` + anew},
		{"no findings", `{"version": 1}`, `b:1:1: "findings" is not a list; ` + anew},
		{"findings of another type", `{"version": 1, "findings": {}}`, `b:1:28: "findings" is not a list; ` + anew},
		{"a finding of another type", finding("3"), `b:2:1: a finding is expected here; ` + anew},
		{"no fingerprint", finding(`{"file":"a","rule":"r","count":1}`), `b:2:1: this finding needs the texts "file", "rule" and "fingerprint"; remove it, or ` + anew},
		{"no count", finding(`{"file":"a","rule":"r","fingerprint":"1"}`), `b:2:1: this finding needs a "count" from 1 on; mend it, or ` + anew},
		{"a bad count", finding(`{"file":"a","rule":"r","fingerprint":"1","count":-1}`), `b:2:1: this finding needs a "count" from 1 on; mend it, or ` + anew},
		{"a huge count", finding(`{"file":"a","rule":"r","fingerprint":"1","count":1e99}`), `b:2:1: this finding needs a "count" from 1 on; mend it, or ` + anew},
	} {
		_, err := parseBaseline("b", []byte(test.text))
		var wrong *form.Error
		if !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), test.want) || !strings.HasSuffix(err.Error(), anew) {
			t.Errorf("%s: got %v\nwant %s", test.name, err, test.want)
		}
	}
	if _, err := ReadBaseline(files.Here(), filepath.Join(t.TempDir(), "missing.json"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := ReadBaseline(files.Here(), t.TempDir(), nil); err == nil {
		t.Error("a folder is no baseline")
	}
}

func FuzzBaseline(f *testing.F) {
	f.Add([]byte(`{"version": 1, "tool": "x", "findings": [` + "\n" + `{"file":"a","rule":"r","fingerprint":"1","count":1}` + "\n]}"))
	f.Add([]byte("<<<<<<< x\n{\"version\": 2}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := parseBaseline("b", data)
		if err != nil {
			var wrong *form.Error
			if !errors.As(err, &wrong) || wrong.Line < 1 {
				t.Fatalf("%#v", err)
			}
			return
		}
		again, err := parseBaseline("b", b.Encode())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(b.Encode()), string(again.Encode())); diff != "" {
			t.Fatal(diff)
		}
	})
}
