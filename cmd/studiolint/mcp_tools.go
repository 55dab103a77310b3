package main

import (
	"errors"
	"sync"

	"studiolint/lint"
	"studiolint/lint/diff"
	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/git"
	"studiolint/lint/input"
	"studiolint/lint/script"
)

// What the tools of mcp return: as little as an assistant can do with. A list that is cut
// says how many more there are.

// A graphAnswer is the flows of a file as graphs.
type graphAnswer struct {
	Flows []flowAnswer `json:"flows"`
}

type flowAnswer struct {
	Title   string         `json:"title"`
	Widgets []widgetAnswer `json:"widgets"`
	More    int            `json:"more"` // widgets that are not listed
}

type widgetAnswer struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Line        int         `json:"line"`
	Does        string      `json:"does,omitempty"`
	To          []wayAnswer `json:"to"`
	Unreachable bool        `json:"unreachable,omitempty"`
	Worst       string      `json:"worst,omitempty"` // the worst severity of what was found here
}

// A wayAnswer is a transition: to a widget, to a name that none has, or to the end.
type wayAnswer struct {
	On     string `json:"on"`
	Widget string `json:"widget,omitempty"`
	Lost   string `json:"lost,omitempty"`
}

// graphFor returns the flows of a file as graphs: of each at most so many widgets, or one
// widget with its neighbours.
func graphFor(candidate input.Candidate, o lint.Options, around string, limit int) (any, error) {
	var run graphRun
	run.only, run.disable = o.Only, o.Disable
	flows, _, err := flowsIn(o, candidate, candidate.Path, run.leftOut)
	if err != nil {
		return nil, err
	}
	answer := graphAnswer{Flows: []flowAnswer{}}
	for _, f := range flows {
		w, err := widgetNamed(f.Flow, around, len(flows) > 1)
		if err != nil {
			return nil, err
		}
		if around == "" || w != nil {
			answer.Flows = append(answer.Flows, flowAnswerOf(draw.New(f.Flow, f.found, draw.Options{Title: f.title, Around: w}), limit))
		}
	}
	if len(answer.Flows) == 0 {
		return nil, errors.New("no flow there has a widget of that name")
	}
	return answer, nil
}

func flowAnswerOf(p *draw.Picture, limit int) flowAnswer {
	answer := flowAnswer{Title: p.Title, Widgets: []widgetAnswer{}, More: max(0, len(p.Boxes)-limit)}
	to := make([][]wayAnswer, len(p.Boxes))
	for _, a := range p.Arrows {
		to[a.From] = append(to[a.From], wayAnswer{On: a.Label, Widget: p.Boxes[a.To].Name})
	}
	for i, b := range p.Boxes[:min(len(p.Boxes), limit)] {
		for _, end := range b.Ends {
			to[i] = append(to[i], wayAnswer{On: end.Label, Lost: end.Lost})
		}
		file, span := b.Widget.Node.Place().Locate()
		w := widgetAnswer{
			Name: b.Name, Type: b.Widget.Type, Line: file.Position(span.Start).Line, Does: b.Does,
			To: append([]wayAnswer{}, to[i]...), Unreachable: b.Unreachable,
		}
		if b.Worst != finding.Off {
			w.Worst = b.Worst.String()
		}
		answer.Widgets = append(answer.Widgets, w)
	}
	return answer
}

// A testAnswer is what came of tests. Those that passed are counted and not listed.
type testAnswer struct {
	Tests        int             `json:"tests"`
	Passed       int             `json:"passed"`
	Failed       int             `json:"failed"`
	Undetermined int             `json:"undetermined"`
	Results      []outcomeAnswer `json:"results"`
	More         int             `json:"more"`
	Coverage     []coverAnswer   `json:"coverage"`
}

type outcomeAnswer struct {
	File    string        `json:"file"`
	Line    int           `json:"line"`
	Name    string        `json:"name"`
	Flow    string        `json:"flow"`
	Status  script.Status `json:"status"`
	Message string        `json:"message"`
	Widget  string        `json:"widget,omitempty"`
	Heard   []string      `json:"heard"` // what was said or sent last
}

// A coverAnswer is how many transitions of a flow the tests take.
type coverAnswer struct {
	Flow  string `json:"flow"`
	Taken int    `json:"taken"`
	Total int    `json:"total"`
}

// maxHeard is how many of the texts before a test failed are returned.
const maxHeard = 3

// testFor runs the tests of a file, or of a folder and below.
func testFor(path string, o lint.Options, limit int) (any, error) {
	run := testRun{root: o.Root, configs: o.Configs, jobs: o.Jobs}
	paths, problems := script.Find(o.Root, []string{path}, git.Ignored)
	if len(paths) == 0 && len(problems) == 0 {
		return nil, errors.New("there is no test: the names of test files end in " + script.Suffix)
	}
	var heard sync.Map // by outcome
	result := script.Run(paths, run.loader(), script.Options{Jobs: run.jobs, Coverage: true, Texts: []func(*script.Outcome) string{func(t *script.Outcome) string {
		if t.Status != script.Passed {
			heard.Store(t, lastHeard(t))
		}
		return ""
	}}})
	if err := errors.Join(append(problems, result.Problems...)...); err != nil {
		return nil, err
	}
	answer := testAnswer{
		Tests: len(result.Outcomes), Passed: result.Count(script.Passed), Failed: result.Count(script.Failed),
		Undetermined: result.Count(script.Unclear), Results: []outcomeAnswer{}, Coverage: []coverAnswer{},
	}
	for _, t := range result.Outcomes {
		switch {
		case t.Status == script.Passed:
		case len(answer.Results) == limit:
			answer.More++
		default:
			last, _ := heard.Load(t)
			answer.Results = append(answer.Results, outcomeAnswer{t.File, t.At, t.Name, t.Flow, t.Status, t.Message, t.Widget, last.([]string)})
		}
	}
	for _, c := range result.Coverage {
		answer.Coverage = append(answer.Coverage, coverAnswer{c.Flow, c.Transitions.Taken, c.Transitions.Total})
	}
	return answer, nil
}

func lastHeard(t *script.Outcome) []string {
	texts := []string{}
	said := t.Said()
	for _, s := range said[max(0, len(said)-maxHeard):] {
		texts = append(texts, s.Text)
	}
	return texts
}

// A diffAnswer is what changed in meaning between two flows.
type diffAnswer struct {
	Changes []changeAnswer `json:"changes"`
	More    int            `json:"more"`
	Moved   int            `json:"moved"`
	New     []foundAnswer  `json:"new"`  // findings
	Gone    []foundAnswer  `json:"gone"` // those that there were before
}

type changeAnswer struct {
	Kind   diff.Kind `json:"kind"`
	Widget string    `json:"widget,omitempty"`
	Was    string    `json:"was,omitempty"`
	Event  string    `json:"event,omitempty"`
	Branch string    `json:"branch,omitempty"`
	Member string    `json:"member,omitempty"`
	Old    any       `json:"old,omitempty"`
	New    any       `json:"new,omitempty"`
}

type foundAnswer struct {
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Widget   string `json:"widget,omitempty"`
	Message  string `json:"message"`
}

func foundAnswers(list []*finding.Diagnostic, limit int) (answers []foundAnswer, more int) {
	answers = []foundAnswer{}
	for _, d := range list[:min(len(list), limit)] {
		answers = append(answers, foundAnswer{d.Severity.String(), d.Rule.ID, d.Widget, d.Message})
	}
	return answers, len(list) - len(answers)
}

// diffFor compares two flows, each a file or REVISION:PATH; text stands for the second one
// when it is given. allowed says which files may be read.
func diffFor(old, now string, newText *string, o lint.Options, allowed func(path string) error, limit int) (any, error) {
	o.NoNamed = true
	run := diffRun{opts: o}
	p, err := pairFor(old, now, newText, o, allowed)
	if err != nil {
		return nil, err
	}
	pages, err := run.compare(p)
	if err != nil {
		return nil, err
	}
	answer := diffAnswer{Changes: []changeAnswer{}, New: []foundAnswer{}, Gone: []foundAnswer{}}
	for _, page := range pages {
		answer.Moved += page.Result.Moved
		for _, c := range page.Result.Changes {
			if len(answer.Changes) == limit {
				answer.More++
				continue
			}
			told := changeAnswer{Kind: c.Kind, Widget: c.Widget, Was: c.Was, Event: c.Event, Branch: c.Branch, Member: c.Member}
			if c.Old != nil || c.New != nil {
				told.Old, told.New = c.Old, c.New
			}
			answer.Changes = append(answer.Changes, told)
		}
		found, more := foundAnswers(page.New, limit)
		gone, moreGone := foundAnswers(page.Gone, limit)
		answer.New, answer.Gone = append(answer.New, found...), append(answer.Gone, gone...)
		answer.More += more + moreGone
	}
	return answer, nil
}

// pairFor reads the two flows.
func pairFor(old, now string, newText *string, o lint.Options, allowed func(path string) error) (pair, error) {
	c := command{}
	read := func(arg string) (text, error) {
		if arg == "-" {
			return text{}, errors.New("there is no standard input here: give a path")
		}
		if _, _, inRevision := atRevision(o.Root, arg); !inRevision {
			if err := allowed(arg); err != nil {
				return text{}, err
			}
		}
		t, err := c.readText(o.Root, arg)
		if err == nil {
			err = allowed(t.path)
		}
		return t, err
	}
	before, err := read(old)
	if err != nil {
		return pair{}, err
	}
	p := pair{name: before.name, old: before}
	if newText != nil {
		p.new = text{name: "the text", path: before.path, data: []byte(*newText)}
		return p, nil
	}
	p.new, err = read(now)
	return p, err
}
