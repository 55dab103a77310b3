package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// InvitesSpeech reports whether a prompt lets a caller say whatever they like beside the keys it offers: "press 2,
// or just start talking". "Or say hours" is none: that is one word.
func InvitesSpeech(text string) bool {
	return words.HoldsAny(text, "talk", "speak", "ask", "say", "tell", "sprech", "reden", "frag", "sagen", "habl",
		"pregunt", "diga", "cuent", "fal", "pergunt", "parl", "demand", "dites", "chied") &&
		(invitesSpeech.MatchString(text) || FreeSpeech(text))
}

var invitesSpeech = pattern.Lazy(`(?i)\b(?:just|simply) (?:start |begin )?(?:talk|speak|ask|say|tell)|\b(?:start|begin) (?:talking|speaking)\b|\bor (?:talk|speak|ask|tell)\b|\b(?:speak|talk)\b[^.?!]{0,20}\bafter\b|\b(?:say|ask|tell (?:us|me)) (?:what|how|why|whatever|anything|your question)\b` +
	`|\b(?:sprechen|reden|fragen|sagen) sie (?:uns |mir )?(?:einfach|jetzt|was|wie|worum)\b|\boder (?:sprechen|reden|fragen) sie\b` +
	`|\b(?:simplemente|solo|simplesmente|apenas) (?:hable|habla|pregunte|diga|fale|pergunte)\b|\b(?:o|ou) (?:hable|habla|pregunte|fale|pergunte)\b|\b(?:diga|cuente)(?:nos|me)? (?:lo )?que\b` +
	`|\b(?:parlez|demandez|dites)(?:-nous|-moi)? (?:simplement|ce que)\b|\bou (?:parlez|demandez)\b|\b(?:parli|chieda|dica) (?:semplicemente|cosa)\b|\bo (?:parli|chieda)\b`)
