package offer

import "studiolint/lint/pattern"

// How people are told in several languages that somebody takes them over now.
var (
	attended   = pattern.Lazy(`(?i)\b(?:(?:ser(?:á|ás|emos)|va a ser|vas a ser|está siendo|estás siendo) atendid[oa]s? (?:en (?:breve|un momento|unos (?:momentos|instantes|minutos|segundos)|instantes|alguns (?:instantes|minutos)) )?por (?:un|um|noss|nuestr)\pL*|en (?:breve|un momento|unos (?:momentos|instantes)) ser(?:á|ás) atendid[oa])`)
	putInTouch = pattern.Lazy(`(?i)\b(?:je|nous) transf[èé]r(?:e|ons) votre appel\b|\b(?:un|une)(?: de nos)? (?:conseill[eè]re?s?|agente?s?|op[ée]rateurs?|opératrices?|collègues?|collaborateurs?) va vous (?:répondre|prendre en ligne|rejoindre)\b` +
		`|\b(?:sarà|verrà|sarai|verrai) (?:mess[oa] in (?:contatto|comunicazione)|collegat[oa]|trasferit[oa])\b|\b(?:trasferiamo|inoltriamo|passiamo|trasferisco|inoltro) (?:la|sua|tua) (?:sua |tua )?chiamata\b|\b(?:le|ti) (?:passo|passiamo) (?:subito |ora )?(?:un|una|il|la) (?:nostr[oa] )?(?:operat|consul|colleg|respons)\pL+` +
		`|\b(?:un|una) (?:nostr[oa] )?(?:operat|consul|colleg|addett)\pL+ (?:le|ti) risponderà (?:a breve|subito|tra poco)`)
	connected = pattern.Lazy(`(?i)\b(?:ik|we|wij) verbind(?:en)? (?:u|je|jou) (?:\pL+ ){0,4}door\b|\b(?:u|je) wordt (?:\pL+ ){0,4}doorverbonden\b|\been (?:medewerkers?|collega|adviseur)(?: van ons)? (?:helpt|staat) (?:u|je) (?:zo|direct|dadelijk)` +
		`|\b(?:ein|eine|einer unserer) (?:Mitarbeiter(?:in)?|Berater(?:in)?|Kolleg(?:e|in|en)) ist (?:gleich|sofort|in Kürze|in wenigen \pL+) für (?:Sie|dich) da\b` +
		`|łączę (?:(?:Pana|Panią|Cię) )?z (?:\pL+ )?(?:konsultant|doradc|pracowni)\pL+|\b(?:vi|jag) kopplar (?:nu )?(?:dig|er|ditt samtal) |\bsizi (?:\pL+ ){0,3}temsilci\pL* (?:bağlıyor|aktarıyor|yönlendiriyor)\pL+`)
)
