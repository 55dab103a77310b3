package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// besides finds what no verb asks for by itself: the words of "one of these keywords: bread, cake",
// and the key of "send any message to start again, or 3 to talk to us".
func (f *finder) besides() {
	if words.HoldsAny(f.text, "keyword", "clave", "chave", "mots", "wort", "wört") {
		for _, m := range keywordList.FindAllStringSubmatchIndex(f.text, -1) {
			f.keywords(m[0], m[2], m[3])
		}
	}
	if words.HoldsAny(f.text, "any message", "any text", "any key", "qualquer m", "qualquer t", "cualquier m", "cualquier t") {
		for _, m := range besideAny.FindAllStringSubmatchIndex(f.text, -1) {
			f.add(m[2], m[2], m[3])
		}
	}
}

// keywords notes the words of a list.
func (f *finder) keywords(verb, from, to int) {
	for from < to {
		end := to
		if i := strings.IndexByte(f.text[from:to], ','); i >= 0 {
			end = from + i
		}
		start := from + skip(f.text[from:end], space)
		if n := joint(f.text[start:end]); n > 0 {
			start += n + skip(f.text[start+n:end], space)
		}
		if start < end {
			f.add(verb, start, end)
		}
		verb, from = end, end+1
	}
}

var (
	keywordList = pattern.Lazy(`(?i)\b(?:(?:keywords?|palabras? claves?|palavras?[- ]chaves?|mots?[- ]cl(?:es?|és)|schl[üu]sselw[öo]rte?r?|stichw[öo]rte?r?)\b|mots?[- ]clé\B)[^.!?:\n]{0,90}:\s*` +
		`(["“*]?\pL[\pL'-]{1,20}["”*]?(?:\s*,\s*(?:(?:or|o|u|ou|oder|and|y|e|et|und) )?["“*]?\pL[\pL'-]{1,20}["”*]?)+)[ \t]*(?:[.\n]|$)`)
	besideAny = pattern.Lazy(`(?i)\b(?:any (?:message|text|key)|qualquer (?:mensagem|tecla)|cualquier (?:mensaje|tecla))\b[^.!?\n]{0,50}?\b(?:or|ou|o|u)\b,? (["“'*]?[0-9]["”'*]?) (?:to|for|para|if|si|se)\b`)
)
