package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// reportRenamedKeys reports what one request gives under another name than the others of its address. One word that is
// misspelt is told with all other spellings.
func reportRenamedKeys(p *lint.Pass) {
	for _, r := range twins.RenamedKeys(p.Document) {
		if words.IsMisspeltName(r.Key.Key, r.Usual.Key) {
			continue
		}
		to := "the same service"
		if r.Call.Widget.Facts.Request == nil {
			to = "its task"
		}
		d := p.Reportf(r.Key.Node, "%s gives %s, but %s gives %s %s; if it is one thing, write %s",
			r.Call.Widget.Label(), words.Quote(r.Key.Key), r.Other.Widget.Label(), to,
			words.Quote(r.Usual.Key), words.Quote(r.Usual.Key)).
			Relate(r.Usual.Node, "the other name")
		if words.SameLetters(r.Key.Key, r.Usual.Key) {
			d.As(finding.Warning)
		}
	}
}

// reportOtherKey reports the one request that gives a variable under a name which is a letter away from that under which
// others to the same host give it: once a flow.
func reportOtherKey(p *lint.Pass) {
	o := answers.OtherKeys.Of(p)
	if o == nil || words.IsMisspeltName(o.Key, o.Usual) {
		return // one word that is misspelt is told with all other spellings
	}
	p.Reportf(o.At, "%s gives %s as %s, and %s and %s to the same host as %s: a slip? write both alike",
		o.By.Label(), o.Path, words.Quote(o.Key), o.Other.Label(), words.Plural(o.Count-1, "other"),
		words.Quote(o.Usual)).Relate(o.Also, "the other name")
}
