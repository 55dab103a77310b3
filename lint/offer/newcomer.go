package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

var newcomerWords = words.AnyOf("new", "unknown", "unregistered", "not", "nuev", "nov", "descon", "neu", "unbek", "nouv", "incon", "nuov", "scon", "guest", "first", "prospect")

// NamesNewcomer reports whether a word, or the name of a step, is one for somebody who is not known yet: new,
// new_customer, not_found, unregistered.
func NamesNewcomer(name string) bool { return newcomerWords.In(name) && newcomer.MatchString(name) }

var newcomer = pattern.Lazy(`(?i)(?:^|[\s_-])(?:new|not?[\s_-]?(?:found|registered|known)|unknown|unregistered|guest|first[\s_-]?time|prospect|nuev[oa]s?|nov[oa]s?|desconocid[oa]|desconhecid[oa]|neu(?:e[rs]?)?(?:kunde)?|unbekannt|nouve(?:au|lle)|inconnue?|nuov[oa]|sconosciut[oa])(?:[\s_-]*(?:customers?|clients?|callers?|contacts?|users?|patients?|members?|leads?|clientes?|pacientes?|kunden?|patienten?))?(?:$|[\s_-])|^(?:new|unknown)[A-Z]`)
