package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "voice-language", Title: "A voice, a language and what is listened for do not fit",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for one prompt in another voice, and for the account's own",
		Doc: `Finds

* a voice of one language that is to read another: Polly.Camila, who speaks Portuguese,
  with the language en-US. Twilio may refuse it, so that nothing is said, or what is
  said cannot be understood;
* a question in one language whose spoken answer is listened for in another: the editor
  writes gather_language en, whatever the language of the prompt, and without one it is
  English, too;
* a text in one language that is to be read in another: Spanish with the language en-US, or by
  a voice that speaks English. Where nothing tells the language, so that the account's own
  reads a text that is not English, it is a note;
* as a note, prompts without a language (and without a voice, which has one) beside others
  that are all in one other than English: the account's own language reads them;
* as a note, one prompt in another voice than the others of its language, or the few without
  a voice among more with one, which the account's own then reads: as a rule it was changed for all
  but these. Two prompts in two voices are told when they are all, and a caller hears both, and so is
  the one of three that has another; so are the few with a voice among more without, and, in a flow of several languages, the one prompt that has neither;
* as a note, a sentence that a voice reads among others in its own language, and another voice in
  another language;
* as a note, a question for a name, an address or a description whose spoken answer is
  recognised by a model for numbers and short commands.

Regions of a language (en-GB, en-US) are not told apart, nor is a question reported whose
spoken answer leads nowhere. Short texts are left alone, and so are those in two languages.

Choose a voice of the language, and listen for the language that is asked in.`,
	},
	Check: func(p *lint.Pass) {
		all := readersOf(p)
		for _, r := range all {
			r.wrong = r.checkVoice(p)
		}
		checkTexts(p, all)
		checkShared(p, all)
		for _, r := range all {
			r.checkListening(p)
		}
		checkTwinVoices(p, all)
		checkModels(p)
	},
})

// checkModels reports the questions for a name, an address or what has happened whose spoken
// answer is recognised as numbers and commands are: once.
func checkModels(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil || w.Facts.Speech.HeardBy == "" {
			continue
		}
		for n := range w.Properties.Children() {
			switch facts := w.FactsOf(n); {
			case facts == nil || !slices.Contains(facts.Commands, n.Text()) || !asksFreely(p, w):
			case d == nil:
				d = p.Reportf(n, "%s asks for what callers say freely, but %s knows only numbers and short commands; write \"default\" or \"phone_call\"",
					w.Label(), words.Quote(n.Text())).As(finding.Note).Identify(w.Label())
			case len(d.Related) < lint.MaxRelated:
				d.Relate(n, "so does "+w.Label())
			}
		}
	}
}

// asksFreely reports whether a question leads on by what a caller says in words of his own.
func asksFreely(p *lint.Pass, w *flow.Widget) bool {
	t, text := w.On(w.Facts.Speech.HeardBy), effects.ToldBefore(w)
	return t != nil && t.Meant != nil && p.Flow.Reachable(w) && len(offer.In(text)) == 0 && len(offer.Said(text)) == 0 && offer.FreeSpeech(text)
}

// checkShared looks for sentences that widgets read in two languages.
func checkShared(p *lint.Pass, all []*reader) {
	alone := func(r *reader) bool { return len(r.reads) == 1 && !r.wrong && effects.ActOf(r.Widget) == effects.Tells }
	first := slices.IndexFunc(all, alone)
	if first < 0 || !slices.ContainsFunc(all, func(r *reader) bool { return alone(r) && r.reads[0] != all[first].reads[0] }) {
		return
	}
	var sentences []spoken
	for _, r := range all {
		if text := effects.Prompt(r.Widget).Text(); alone(r) && !strings.Contains(text, "{%") {
			sentences = append(sentences, sentencesOf(r.Widget, r.reads[0], text)...)
		}
	}
	reportShared(p, sentences)
}

// A reader is a widget that reads a text to a person.
type reader struct {
	*flow.Widget
	speech          *schemas.Speech
	voice, language source.Node
	reads           []string // the languages in which it does, as far as they are known
	tongue          string   // the language of the text; "" when that is not clear
	wrong           bool     // its voice was reported
	unread          bool     // that it has no language was reported
}

// readersOf returns those of a flow.
func readersOf(p *lint.Pass) (all []*reader) {
	n := 0
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech != nil {
			n++
		}
	}
	room := make([]reader, 0, n)
	all = make([]*reader, 0, n)
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech != nil {
			room = append(room, readerOf(p, w))
			all = append(all, &room[len(room)-1])
		}
	}
	return all
}

func readerOf(p *lint.Pass, w *flow.Widget) reader {
	s := w.Facts.Speech
	r := reader{Widget: w, speech: s, voice: w.Property(s.Voice), language: w.Property(s.Language)}
	r.reads = answers.ReadIn(p, w)
	r.tongue = answers.Tongues.Of(p)[w.Index]
	return r
}

// isUnnamed reports whether nothing tells in which language a widget reads.
func (r *reader) isUnnamed() bool {
	for _, n := range []source.Node{r.language, r.voice} {
		if n.Exists() && (!n.IsString() || n.Text() != "" && n.Text() != "default") {
			return false
		}
	}
	return !shape.PropertyInstead(r.Widget, r.speech.Language).Exists() && !shape.PropertyInstead(r.Widget, r.speech.Voice).Exists()
}

// isUnvoiced reports whether a widget is told of no voice.
func (r *reader) isUnvoiced() bool {
	n := r.voice
	return n.IsString() && n.Text() == "" || !n.Exists() && !shape.PropertyInstead(r.Widget, r.speech.Voice).Exists()
}

// checkVoice reports a voice that does not speak the language which is written beside it.
func (r *reader) checkVoice(p *lint.Pass) bool {
	if len(r.reads) != 1 {
		return false
	}
	voice, _ := shape.Literal(p, r.voice)
	speaks := schemas.LanguagesOf(voice)
	if len(speaks) == 0 || slices.Contains(speaks, r.reads[0]) {
		return false
	}
	if slices.Contains(speaks, r.tongue) {
		p.ReportOncef(nil, r.voice, "the voice %s and the text speak %s, but the language is %s; correct that", words.Quote(voice), words.List(speaks), r.language.Text())
	} else {
		p.ReportOncef(nil, r.voice, "the voice %s speaks %s, but the language is %s; choose a voice of that language", words.Quote(voice), words.List(speaks), r.language.Text())
	}
	return true
}

// checkTexts reports texts that are read in another language than they are in: those of two
// languages as one finding, for one wrong default is copied from widget to widget. Of a text that is in
// another language than the name of its widget text-language tells.
func checkTexts(p *lint.Pass, all []*reader) {
	var told map[[2]string]*finding.Diagnostic
	named := answers.NamedTongues.Of(p)
	for _, r := range all {
		if r.tongue == "" || named[r.Index] != "" && named[r.Index] != r.tongue {
			continue
		}
		reads := strings.Join(r.reads, " ")
		unnamed := reads == "" && r.tongue != "en" && r.isUnnamed()
		if r.wrong || slices.Contains(r.reads, r.tongue) || !unnamed && !slices.ContainsFunc(r.reads, isTongue) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		if r.unread = unnamed; told == nil {
			told = map[[2]string]*finding.Diagnostic{}
		}
		name, at := words.TongueName(r.tongue), r.language
		if at.Text() == "" {
			at = r.voice
		}
		switch d := told[[2]string{r.tongue, reads}]; {
		case d != nil:
			if len(d.Related) < lint.MaxRelated {
				d.Relate(r.Widget, "and "+r.Label())
			}
		case unnamed:
			told[[2]string{r.tongue, reads}] = p.Reportf(r.Widget, "%s says %s and has no language, so the account's own reads it, as a rule English; write it",
				r.Label(), name).As(finding.Note)
		default:
			told[[2]string{r.tongue, reads}] = p.Reportf(at, "%s says %s, but %s reads it; write the language of the text, and a voice of it",
				r.Label(), name, words.Quote(at.Text()))
		}
	}
}

// isTongue reports whether texts in a language are known from others.
func isTongue(language string) bool { return words.TongueName(language) != "" }

// checkListening reports a question whose answer is expected in another language.
func (r *reader) checkListening(p *lint.Pass) {
	s := r.speech
	t := r.On(s.HeardBy)
	if s.Listens == "" || len(r.reads) == 0 && r.tongue == "" || t == nil || t.Meant == nil {
		return
	}
	spoken := r.reads
	if len(spoken) == 0 {
		spoken = []string{r.tongue}
	}
	n := r.Property(s.Listens)
	heard, ok := shape.Literal(p, n)
	usual := r.Facts.Property(s.Listens).Default
	switch {
	case !ok && n.Exists(), heard != "" && !schemas.IsLanguage(heard), slices.Contains(spoken, schemas.Language(heard)):
	case heard != "":
		p.ReportOncef(nil, n, "the question is read in %s, but %s listens for %s, so spoken answers are not understood; write the same into both", words.Quote(spoken[0]), words.Quote(s.Listens), words.Quote(heard))
	case !slices.Contains(spoken, schemas.Language(usual)) && !shape.PropertyInstead(r.Widget, s.Listens).Exists() && !r.unread:
		p.ReportOncef(nil, r.Widget, "%s asks in %s but, without %s, listens for %s, so no answer is understood; write it", r.Label(), words.Quote(spoken[0]), words.Quote(s.Listens), words.Quote(usual))
	}
}

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
			p.Reportf(o.value, "%s is read by %s, and %s of its language by %s; choose one voice for all",
				o.widget.Label(), words.Quote(o.value.Text()), o.among(len(prompts)-1), words.Quote(o.other.Text())).
				As(finding.Note).Relate(o.other, "the other voice")
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

// voices returns the voices of prompts, in the order in which they stand, and what each of
// them reads.
func voices(p *lint.Pass, prompts []*reader) (names []string, by map[string][]*reader) {
	by = map[string][]*reader{}
	for _, r := range prompts {
		voice, ok := shape.Literal(p, r.voice)
		if voice = strings.ToLower(voice); ok && voice != "" {
			if by[voice] == nil {
				names = append(names, voice)
			}
			by[voice] = append(by[voice], r)
		}
	}
	return names, by
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
	for _, r := range unvoiced[:min(len(unvoiced), lint.MaxRelated-1)] {
		if r.Widget != first.Widget && r.Widget != second.Widget {
			d.Relate(r.Widget, r.Label()+" has no voice, so the account's own reads it")
		}
	}
}

// checkUnvoiced reports the prompts without a voice where more others have one, and the same.
func checkUnvoiced(p *lint.Pass, unvoiced, all []*reader) {
	if len(unvoiced) == 0 {
		return
	}
	names, by := voices(p, all)
	if len(names) != 1 || len(by[names[0]]) <= len(unvoiced) || names[0] == "default" {
		return
	}
	w, others := unvoiced[0], by[names[0]]
	voice := others[0].voice
	d := p.Reportf(w.Widget, "%s has no voice, so the account's own reads it, while %s by %s; write that too",
		w.Label(), areRead(len(others)), words.Quote(voice.Text())).As(finding.Note).Relate(voice, "the voice of another prompt")
	for _, other := range unvoiced[1:min(len(unvoiced), lint.MaxRelated)] {
		d.Relate(other.Widget, "nor has "+other.Label())
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
	for _, v := range voiced[1:min(len(voiced), lint.MaxRelated)] {
		d.Relate(v.voice, "and "+v.Label())
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
			case r.unread, r.tongue != "" && r.tongue != language, !effects.Prompt(r.Widget).Exists(), r.language.Exists(), r.voice.Exists(), !p.Flow.Reachable(r.Widget),
				shape.PropertyInstead(r.Widget, r.speech.Language).Exists(), shape.PropertyInstead(r.Widget, r.speech.Voice).Exists():
			case d == nil:
				d = p.Reportf(r.Widget, "%s has no language, so the account's own reads it, while %s in %s; write that too",
					r.Label(), areRead(len(prompts)), words.Quote(other.Text())).As(finding.Note).Relate(other, "the language of another prompt")
			case len(d.Related) < lint.MaxRelated:
				d.Relate(r.Widget, "nor has "+r.Label())
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

// An oddOne is a prompt that has another value than most others.
type oddOne struct {
	widget       *flow.Widget
	value, other source.Node
	others       int
}

// among writes how many of all others have the other value.
func (o oddOne) among(all int) string {
	if o.others == all {
		return fmt.Sprintf("the other %d prompts", all)
	}
	return fmt.Sprintf("%d of the other %d prompts", o.others, all)
}

// same reports whether all prompts have one value, letter for letter.
func same(prompts []*reader, value func(*reader) source.Node) bool {
	first := value(prompts[0]).Text()
	return !slices.ContainsFunc(prompts, func(r *reader) bool { return value(r).Text() != first })
}

// odd returns the prompts whose value no other has, one or two, when nearly all others, and so
// many at least, agree.
func odd(p *lint.Pass, prompts []*reader, least int, value func(*reader) source.Node) []oddOne {
	const most = 2
	if len(prompts) <= least || same(prompts, value) {
		return nil
	}
	with := map[string][]source.Node{}
	usual := ""
	for _, r := range prompts {
		text, ok := shape.Literal(p, value(r))
		if text = strings.ToLower(text); !ok || text == "" {
			continue
		}
		if with[text] = append(with[text], value(r)); len(with[text]) > len(with[usual]) {
			usual = text
		}
	}
	if len(with) < 2 || len(with[usual]) < least || len(with) > 1+most {
		return nil
	}
	var all []oddOne
	for text, at := range with {
		switch {
		case text == usual:
		case len(at) > 1 || len(with[usual]) < least*(len(with)-1):
			return nil
		default:
			all = append(all, oddOne{p.Flow.WidgetAt(at[0]), at[0], with[usual][0], len(with[usual])})
		}
	}
	slices.SortFunc(all, func(a, b oddOne) int { return a.widget.Index - b.widget.Index })
	return all
}
