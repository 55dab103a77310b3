package rules

import "studiolint/lint/pattern"

// keepsOut are words for callers who are not wanted.
var keepsOut = pattern.Lazy(`(?i)spam|block|black_?list|den(?:y|ied)|fraud|scam|robo|bot\b|ban(?:ned)?\b|abus|reject|allow|whitelist|anonym|risk|score`)
