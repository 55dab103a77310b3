package offer

import "studiolint/lint/pattern"

// NamesUnwanted reports whether a name or a text is about callers who are not wanted.
func NamesUnwanted(text string) bool { return keepsOut.MatchString(text) }

var keepsOut = pattern.Lazy(`(?i)spam|block|black_?list|den(?:y|ied)|fraud|scam|robo|bot\b|ban(?:ned)?\b|abus|reject|allow|whitelist|anonym|risk|score`)
