package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
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
* as a note, prompts without a language (and without a voice) beside others whose language is a
  variable: the account's own reads them, whatever that is;
* as a note, one prompt in another voice than the others of its language, or the few without
  a voice among more with one, which the account's own then reads: as a rule it was changed for all
  but these. Two prompts in two voices are told when they are all, and a caller hears both, and so is
  the one of three that has another; so are the few with a voice among more without, and, in a flow of several languages, the one prompt that has neither;
* as a note, a sentence that a voice reads among others in its own language, and another voice in
  another language;
* as a note, a question for a name, an address or a description whose spoken answer is
  recognised by a model for numbers and short commands;
* as a note, a question for a code of letters and digits ("such as A B C 1 2 3") or a licence plate that goes on by what is
  said: Twilio does not recognise letters and digits that are spelt;
* a speech_model beside speech_timeout auto, for which Twilio wants seconds (13335);
* a speech_model that does not know the language to listen for: phone_call knows a few alone, and "multi", which
  understands several at once, wants deepgram_nova-3 (13331 or 13334).

Regions of a language (en-GB, en-US) are not told apart, nor is a question reported whose
spoken answer leads nowhere, is read by nothing, or is to be a name (of a town, as its hints are). Short texts are left alone, and so are those in two languages.

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
		checkSpelled(p)
		checkClashes(p)
		checkHeard(p, all)
	},
})
