package rules

import (
	"maps"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// checkTwinVoices reports the prompts in another voice, or in the language of another region,
// than the others of their language.
func checkTwinVoices(p *lint.Pass, all []*reader) {
	byLanguage := map[string][]*reader{}
	var unvoiced []*reader
	for _, r := range all {
		if !effects.Prompt(r.Widget).Exists() {
			continue
		}
		if len(r.reads) == 1 {
			byLanguage[r.reads[0]] = append(byLanguage[r.reads[0]], r)
		}
		if r.isUnvoiced() {
			unvoiced = append(unvoiced, r)
		}
	}
	if len(byLanguage) == 0 {
		checkGivenLanguage(p, all)
	}
	if len(byLanguage) == 1 {
		checkUnvoiced(p, unvoiced, all)
		if len(unvoiced) > 1 {
			checkOnlyVoice(p, all)
		}
		checkNoLanguage(p, byLanguage, all)
	}
	if len(byLanguage) > 1 {
		checkOneUnnamed(p, all)
	}
	for _, language := range slices.Sorted(maps.Keys(byLanguage)) {
		prompts := byLanguage[language]
		told := map[*flow.Widget]bool{}
		for _, o := range odd(p, prompts, 3, func(r *reader) source.Node { return r.voice }) {
			told[o.widget] = true
			if inOtherTongue(p, o.widget, language) {
				continue // checkTexts tells of that
			}
			d := p.Reportf(o.value, "%s is read by %s, and %s of its language by %s; choose one voice for all",
				o.widget.Label(), words.Quote(o.value.Text()), o.among(len(prompts)-1), words.Quote(o.other.Text())).
				As(finding.Note).Relate(o.other, "the other voice")
			if len(byLanguage) == 1 && len(told) == 1 && len(unvoiced) < o.others {
				for _, r := range unvoiced {
					d.Also(r.Widget, r.Label()+" has no voice, so the account's own reads it")
				}
			}
		}
		if len(told) == 0 {
			checkTwoVoices(p, prompts, unvoiced)
		}
		for _, o := range odd(p, prompts, 2, func(r *reader) source.Node { return r.language }) {
			if told[o.widget] || strings.HasPrefix(strings.ToLower(o.other.Text()), strings.ToLower(o.value.Text())+"-") {
				continue // a language without its region is read in one of them
			}
			p.Reportf(o.value, "%s is read in %s, and %s of its language in %s; choose one for all",
				o.widget.Label(), words.Quote(o.value.Text()), o.among(len(prompts)-1), words.Quote(o.other.Text())).
				As(finding.Note).Relate(o.other, "the other one")
		}
	}
}

// inOtherTongue reports whether the text of a prompt is clearly in another language than the one that it is read in.
func inOtherTongue(p *lint.Pass, w *flow.Widget, language string) bool {
	tongue := answers.Tongues.Of(p)[w.Index]
	return tongue != "" && tongue != language && isTongue(language)
}

// checkTwoVoices reports the only two prompts of a language when each has a voice of its own, or the
// one of three that has another, where a caller hears both. Among more, the voices of a conversation
// may be meant.
func checkTwoVoices(p *lint.Pass, prompts, unvoiced []*reader) {
	const few = 3
	if len(prompts) > few {
		return
	}
	names, by := voices(p, prompts)
	if len(names) != 2 || len(by[names[0]])+len(by[names[1]]) != len(prompts) ||
		len(prompts) > 2 && slices.ContainsFunc(prompts, func(r *reader) bool { return r.wrong || r.tongue != "" && r.tongue != r.reads[0] }) {
		return
	}
	if len(by[names[1]]) > 1 {
		slices.Reverse(names)
	}
	first, second := by[names[0]][0], by[names[1]][0]
	if len(prompts) == 2 && p.Flow.CanPrecede(second.Widget, first.Widget) && !p.Flow.CanPrecede(first.Widget, second.Widget) {
		first, second = second, first
	}
	if !p.Flow.CanPrecede(first.Widget, second.Widget) && !p.Flow.CanPrecede(second.Widget, first.Widget) ||
		!p.Flow.Reachable(first.Widget) || second.language.Text() != first.language.Text() {
		return
	}
	d := p.Reportf(second.voice, "%s is read by %s, and %s in the same call by %s; choose one voice for both, unless two people speak",
		second.Label(), words.Quote(second.voice.Text()), first.Label(), words.Quote(first.voice.Text())).As(finding.Note).Relate(first.voice, "the other voice")
	for _, r := range unvoiced {
		if r.Widget != first.Widget && r.Widget != second.Widget {
			d.Also(r.Widget, r.Label()+" has no voice, so the account's own reads it")
		}
	}
}
