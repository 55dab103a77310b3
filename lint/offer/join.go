package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// BidsJoin reports whether a text sends a person to join or sign up for what only those get who have: "Join us to
// get access". It is none where the text says that nothing is known at present, or bids for news.
func BidsJoin(text string) bool {
	return words.HoldsAny(text, "join", "sign up", "regist", "regíst", "enrol", "become", "cadastr", "inscr",
		"hágase", "hazte", "associe", "abonnez", "devenez", "meld", "werde", "iscriv", "divent") &&
		joins.MatchString(text) && !SaysFailed(text) && !Troubled(text) && !unknownNow.MatchString(text)
}

var (
	joins = pattern.Lazy(`(?i)\b(?:join|sign up|register|enroll?|become an? (?:\w+ )?(?:member|customer|subscriber))\b[^.!?\n]{0,60}?\b(?:first|before|(?:in order )?to (?:get|have|see|use|access|receive|order|book|enter|take part|continue|be able))\b` +
		`|\b(?:to|for) [^.!?,\n]{3,60}, (?:please )?(?:join|sign up|register|enroll?|become an? (?:\w+ )?(?:member|customer|subscriber))\b` +
		`|\byou (?:(?:will )?(?:need|have) to|must|should) (?:first )?(?:join|sign up|register|enroll?|become an? (?:\w+ )?(?:member|customer|subscriber))\b` +
		`|(?:reg[íi]str(?:e(?:se)?|ate)|inscr[íi]b(?:ase|ete)|h[áa]gase (?:socio|cliente)|hazte (?:socio|cliente))\b[^.!?\n]{0,60}?\b(?:primero|antes|para (?:recibir|tener|obtener|ver|usar|acceder|pedir|reservar|poder))\b` +
		`|(?:cadastre-se|inscreva-se|registre-se|associe-se)\b[^.!?\n]{0,60}?\b(?:primeiro|antes|para (?:receber|ter|obter|ver|usar|acessar|aceder|pedir|reservar|poder))\b` +
		`|\b(?:inscrivez-vous|inscris-toi|abonnez-vous|devenez membre)\b[^.!?\n]{0,60}?\b(?:d['’]abord|avant|(?:pour|afin d[e'’]) ?(?:recevoir|avoir|obtenir|voir|utiliser|acc[ée]der|commander|r[ée]server|pouvoir))` +
		`|\b(?:registrieren sie sich|melden sie sich|registriere dich|melde dich|werden sie (?:mitglied|kunde)|werde (?:mitglied|kunde))\b[^.!?\n]{0,60}?\b(?:zuerst|vorher|um [^.!?\n]{3,60} zu \pL+)` +
		`|\b(?:iscriv(?:iti|etevi)|si iscriva|registrati|si registri|divent[ai] (?:socio|membro|cliente))\b[^.!?\n]{0,60}?\b(?:prima|per (?:ricevere|avere|ottenere|vedere|usare|accedere|ordinare|prenotare|poter))`)

	// unknownNow are words for what cannot be told, and bids for news, which say nothing of the person's own matter.
	unknownNow = pattern.Lazy(`(?i)\b(?:can ?not|could ?not|can['’]?t|couldn['’]?t|(?:not|n['’]t|un)[ -]?(?:able|possible)|impossible|nobody|no one|(?:right|just) now|at (?:this|the) (?:time|moment)|newsletter|news|offers?|deals?|promotions?)\b` +
		`|\bno (?:\pL+ )?(?:pod|pud|podido|es posible)|\bnão (?:\pL+ )?(?:pod|pud|conseg|foi poss|é poss)|\b(?:pouvons|pouvait|peut|pu|possible|pas) (?:pas|pu|possible)\b|\b(?:konnten?|können|kann|nicht) [^.!?\n]{0,40}\b(?:nicht|möglich)\b|\bnon (?:\pL+ )?(?:poss|potut|riusc|è poss)` +
		`|\b(?:bolet[íi]n|noticias|notícias|novedades|novidades|ofertas|nouvelles|offres|neuigkeiten|angebote|notizie|offerte)\b`)
)
