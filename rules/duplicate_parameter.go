package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "duplicate-parameter", Title: "A name stands twice in one list of parameters or variables",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for what is sent to a server, which may take both",
		Doc: `Finds a key that stands twice in the variables of a Set Variables, the parameters of a Function
or a subflow, or the variables of a content template: one of the two values is lost, and
which is not documented. Most likely the second was copied, and its name was to be another.

An HTTP request may well send a name several times, as a list (MediaUrl), and is left alone
unless both values are the same, or the name says what is one thing (city) and two questions'
answers are sent under it. In the JSON that it sends a name may stand once in each object.

Give the second its own name, or remove it.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			for _, list := range w.Properties.Members() {
				if list.Len() > 1 {
					checkListed(p, w, list)
				}
			}
			if w.Facts.Request != nil {
				checkBodies(p, w)
			}
		}
	},
})

// checkListed reports the keys that stand again in a list of objects.
func checkListed(p *lint.Pass, w *flow.Widget, list source.Node) {
	const few = 8 // that are compared one by one
	var first map[string]source.Node
	if list.Len() > few {
		first = make(map[string]source.Node, list.Len())
	}
	for i, item := range list.Elements() {
		key := item.Get("key")
		name := strings.TrimSpace(key.Text())
		if !key.IsString() || name == "" {
			continue
		}
		one, twice := first[name]
		switch {
		case first != nil && !twice:
			first[name] = item
		case first == nil:
			one = keyBefore(list, i, name)
		}
		if !one.Exists() {
			continue
		}
		same := one.Get("value").Text() == item.Get("value").Text()
		request := w.Facts.Request
		if request != nil && len(request.NamedBy) == 0 && !same {
			reportAnswers(p, w, one, item)
			continue
		}
		outcome := "one of the values is lost; give it a name of its own, or remove it"
		if same {
			outcome = "with the same value; remove one of them"
		}
		d := p.Reportf(key, "%s stands twice in %s of %s, "+outcome, words.Quote(name), words.Quote(list.Key()), w.Label()).
			Relate(one.Get("key"), "the first")
		if request != nil || same {
			d.As(finding.Note)
		}
	}
}

// keyBefore returns the first item of a list with a key, if it stands before another one.
func keyBefore(list source.Node, before int, key string) source.Node {
	for i := range before {
		if item := list.At(i); strings.TrimSpace(item.Get("key").Text()) == key {
			return item
		}
	}
	return source.Node{}
}
