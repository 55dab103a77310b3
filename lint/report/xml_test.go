package report

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

type checkstyleDocument struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Files   []checkstyleFile `xml:"file"`
}

type junitDocument struct {
	XMLName xml.Name `xml:"testsuites"`
	junitCounts
	Suites []junitSuite `xml:"testsuite"`
}

func TestXML(t *testing.T) {
	for _, name := range []string{"junit", "checkstyle"} {
		for _, r := range []*finding.Result{{}, sample(t), hostile(t), many(100)} {
			d := xml.NewDecoder(strings.NewReader(render(t, name, r, Options{})))
			d.Strict = true
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
	}
}

func TestCheckstyle(t *testing.T) {
	r := hostile(t)
	var got checkstyleDocument
	if err := xml.Unmarshal([]byte(render(t, "checkstyle", r, Options{})), &got); err != nil {
		t.Fatal(err)
	}
	var all []checkstyleError
	for _, f := range got.Files {
		all = append(all, f.Errors...)
	}
	for i, d := range active(r.Diagnostics) {
		want := checkstyleError{d.Range.Start.Line, d.Range.Start.Column, "error", clean(d.Message), "studiolint.dangling-transition"}
		if all[i] != want {
			t.Errorf("%+v, want %+v", all[i], want)
		}
	}
}

func TestCheckstyleFiles(t *testing.T) {
	// A file whose findings are not in one piece is one file all the same.
	a, b := source.Parse("a.json", []byte(ivr)), source.Parse("b.json", []byte(ivr))
	r := result(found(dangling, a.Root(), "1"), found(dangling, b.Root(), "2"), found(repeat, a.Root(), "3"))
	var got checkstyleDocument
	if err := xml.Unmarshal([]byte(render(t, "checkstyle", r, Options{})), &got); err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, f := range got.Files {
		files = append(files, fmt.Sprint(f.Name, " ", len(f.Errors)))
	}
	if got := strings.Join(files, ", "); got != "a.json 2, b.json 1" {
		t.Errorf("files: %s", got)
	}
}

func TestJUnitCounts(t *testing.T) {
	for _, r := range []*finding.Result{sample(t), hostile(t), many(100)} {
		var got junitDocument
		if err := xml.Unmarshal([]byte(render(t, "junit", r, Options{FailOn: finding.Warning})), &got); err != nil {
			t.Fatal(err)
		}
		var want junitCounts
		want.Failures = r.Count(finding.Error) + r.Count(finding.Warning)
		want.Skipped = r.Count(finding.Note)
		want.Errors = len(r.Problems)
		want.Tests = want.Failures + want.Skipped + want.Errors
		want.Time = "0"
		if got.junitCounts != want {
			t.Errorf("%+v, want %+v", got.junitCounts, want)
		}
		sum := junitCounts{Time: "0"}
		for _, s := range got.Suites {
			seen := map[string]bool{}
			for _, c := range s.Cases {
				sum.Tests++
				switch {
				case c.Failure != nil:
					sum.Failures++
				case c.Error != nil:
					sum.Errors++
				case c.Skipped != nil:
					sum.Skipped++
				}
				if seen[c.Name] {
					t.Errorf("two tests are named %q", c.Name)
				}
				seen[c.Name] = true
			}
		}
		if sum != want {
			t.Errorf("the suites hold %+v, want %+v", sum, want)
		}
	}
}
