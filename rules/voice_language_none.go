package rules

import (
	"fmt"
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// checkUnvoiced reports the prompts without a voice where as many others have one, and the same:
// nobody chooses to have none, as that is how the editor begins.
func checkUnvoiced(p *lint.Pass, unvoiced, all []*reader) {
	if len(unvoiced) == 0 {
		return
	}
	names, by := voices(p, all)
	if len(names) != 1 || len(by[names[0]]) < max(2, len(unvoiced)) || names[0] == "default" {
		return
	}
	w, others := unvoiced[0], by[names[0]]
	voice := others[0].voice
	d := p.Reportf(w.Widget, "%s has no voice, so the account's own reads it, while %s by %s; write that too",
		w.Label(), areRead(len(others)), words.Quote(voice.Text())).As(finding.Note).Relate(voice, "the voice of another prompt")
	for _, other := range unvoiced[1:] {
		d.Also(other.Widget, "nor has "+other.Label())
	}
}

// checkOnlyVoice reports the one prompt with a voice, or the few, among more that have none and are
// in their language: the account's own reads those.
func checkOnlyVoice(p *lint.Pass, all []*reader) {
	names, by := voices(p, all)
	if len(names) != 1 || names[0] == "default" {
		return
	}
	voiced := by[names[0]]
	r := voiced[0]
	if !p.Flow.Reachable(r.Widget) || !inOneLanguage(voiced) {
		return
	}
	var same *reader
	unvoiced := 0
	for _, other := range all {
		if !effects.Prompt(other.Widget).Exists() || !other.isUnvoiced() {
			continue
		}
		unvoiced++
		switch {
		case other.tongue != "" && other.tongue != r.reads[0]:
			return
		case same == nil && other.tongue != "" && (p.Flow.CanPrecede(other.Widget, r.Widget) || p.Flow.CanPrecede(r.Widget, other.Widget)):
			same = other
		}
	}
	if same == nil || unvoiced <= len(voiced) {
		return
	}
	what := r.Label() + " alone is"
	if n := len(voiced) - 1; n > 0 {
		what = r.Label() + " and " + words.Plural(n, "other prompt") + " are"
	}
	d := p.Reportf(r.voice, "%s read by %s: the other %d prompts have no voice, so the account's own reads them; choose one for all",
		what, words.Quote(r.voice.Text()), unvoiced).As(finding.Note).Relate(same.Widget, "one without a voice")
	for _, v := range voiced[1:] {
		d.Also(v.voice, "and "+v.Label())
	}
}

// inOneLanguage reports whether prompts are read in the same language, which is that of their texts.
func inOneLanguage(prompts []*reader) bool {
	first := prompts[0].reads
	return len(first) == 1 && !slices.ContainsFunc(prompts, func(r *reader) bool {
		return !effects.Prompt(r.Widget).Exists() || !slices.Equal(r.reads, first) || r.tongue != "" && r.tongue != first[0]
	})
}

// checkNoLanguage reports the prompts of which nothing tells the language, where all others
// are in one, which is not English.
func checkNoLanguage(p *lint.Pass, byLanguage map[string][]*reader, all []*reader) {
	for language, prompts := range byLanguage {
		if language == "en" || language == "" {
			return
		}
		other := prompts[0].language
		if !other.Exists() {
			other = prompts[0].voice
		}
		var d *finding.Diagnostic
		for _, r := range all {
			switch {
			case r.unread, r.tongue != "" &&
				r.tongue != language, !effects.Prompt(r.Widget).Exists(), r.language.Exists(), r.voice.Exists(), !p.Flow.Reachable(r.Widget),
				shape.PropertyInstead(r.Widget, r.speech.Language).Exists(), shape.PropertyInstead(r.Widget, r.speech.Voice).Exists():
			case d == nil:
				d = p.Reportf(r.Widget, "%s has no language, so the account's own reads it, while %s in %s; write that too",
					r.Label(), areRead(len(prompts)), words.Quote(other.Text())).As(finding.Note).Relate(other, "the language of another prompt")
			default:
				d.Also(r.Widget, "nor has "+r.Label())
			}
		}
	}
}

func areRead(n int) string {
	if n == 1 {
		return "the other prompt is read"
	}
	return fmt.Sprintf("the other %d prompts are read", n)
}

// checkOneUnnamed reports the one prompt with neither a voice nor a language, where all others of
// several languages have both.
func checkOneUnnamed(p *lint.Pass, all []*reader) {
	const least = 3 // others
	var alone *reader
	named := 0
	for _, r := range all {
		switch {
		case !effects.Prompt(r.Widget).Exists():
		case !r.isUnnamed():
			named++
		case alone != nil || r.unread || r.Incomplete || !p.Flow.Reachable(r.Widget):
			return
		default:
			alone = r
		}
	}
	if alone != nil && named >= least {
		p.Reportf(alone.Widget, "%s has neither a voice nor a language, so the account's own reads it, while %s in theirs; write them",
			alone.Label(), areRead(named)).As(finding.Note)
	}
}
