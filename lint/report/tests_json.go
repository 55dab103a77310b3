package report

import (
	"bufio"
	"fmt"
	"io"

	"studiolint/lint/script"
)

type testJSON struct {
	File      string            `json:"file"`
	Flow      string            `json:"flow"`
	Name      string            `json:"name"`
	Status    script.Status     `json:"status"`
	Message   string            `json:"message"`
	Widget    string            `json:"widget"`
	Line      int               `json:"line"`
	TestLine  int               `json:"testLine"`
	End       testEnd           `json:"end"`
	Visits    []string          `json:"visits"`
	Said      []testSaid        `json:"said"`
	Variables map[string]string `json:"variables"`
	Blanks    []testBlank       `json:"blanks"`
	Notes     []string          `json:"notes"`
}

type testEnd struct {
	Kind   string `json:"kind"`
	Widget string `json:"widget"`
	Event  string `json:"event"`
	Limit  string `json:"limit,omitempty"`
	Reason string `json:"reason,omitempty"`
}

type testSaid struct {
	Widget string `json:"widget"`
	Text   string `json:"text"`
}

type testBlank struct {
	Widget     string `json:"widget"`
	Expression string `json:"expression"`
}

type testSummary struct {
	Files        int `json:"files"`
	Tests        int `json:"tests"`
	Passed       int `json:"passed"`
	Failed       int `json:"failed"`
	Undetermined int `json:"undetermined"`
}

type coverageJSON struct {
	Flow        string        `json:"flow"`
	Widgets     coverageCount `json:"widgets"`
	Transitions coverageCount `json:"transitions"`
	Missed      []missedJSON  `json:"missed"`
}

type coverageCount struct {
	Total int `json:"total"`
	Taken int `json:"taken"`
}

type missedJSON struct {
	Widget string `json:"widget"`
	Event  string `json:"event"`
	Line   int    `json:"line"`
	Branch int    `json:"branch,omitempty"`
}

// writeTestJSON writes the stable form: DESIGN of "studiolint test", version 1.
func writeTestJSON(w io.Writer, r *script.Report, text func(*script.Outcome) string, _ TestOptions) error {
	summary := testSummary{r.Files, len(r.Outcomes), r.Count(script.Passed), r.Count(script.Failed), r.Count(script.Unclear)}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `{"version":1,"summary":%s,"tests":[`, encoded(summary))
	for i, t := range r.Outcomes {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		out.WriteString(text(t))
	}
	fmt.Fprintf(out, "\n],\"coverage\":%s}\n", encoded(coverageOf(r.Coverage)))
	return out.Flush()
}

func testJSONText(t *script.Outcome, _ TestOptions) string { return string(encoded(testOf(t))) }

// encoded is encode for what can always be encoded: texts and numbers.
func encoded(v any) []byte {
	data, err := encode(v)
	if err != nil {
		panic(err)
	}
	return data
}

func testOf(t *script.Outcome) testJSON {
	end := t.End()
	j := testJSON{
		File: t.File, Flow: t.Flow, Name: t.Name, Status: t.Status, Message: clean(t.Message), Widget: t.Widget, Line: t.Line, TestLine: t.At,
		End:    testEnd{string(end.Kind), end.Widget, end.Event, end.Limit, clean(end.Reason)},
		Visits: t.Visits(), Said: []testSaid{}, Variables: t.Variables(), Blanks: []testBlank{}, Notes: []string{},
	}
	for _, s := range t.Said() {
		j.Said = append(j.Said, testSaid(s))
	}
	for _, b := range t.Blanks() {
		j.Blanks = append(j.Blanks, testBlank{b.Widget, b.Expression})
	}
	for _, n := range t.Notes {
		j.Notes = append(j.Notes, clean(n))
	}
	return j
}

func coverageOf(all []*script.Coverage) []coverageJSON {
	list := []coverageJSON{}
	for _, c := range all {
		j := coverageJSON{c.Flow, coverageCount(c.Widgets), coverageCount(c.Transitions), []missedJSON{}}
		for _, m := range c.Missed {
			j.Missed = append(j.Missed, missedJSON{m.Widget, m.Event, m.Line, m.Branch})
		}
		list = append(list, j)
	}
	return list
}
