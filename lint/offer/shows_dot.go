package offer

import "studiolint/lint/pattern"

// ShowsDot reports whether a text shows how a number with a dot is written ("12.50"), and none with a comma, nor that
// it may have no such mark or another.
func ShowsDot(text string) bool {
	return showsDot.MatchString(text) && !showsOther.MatchString(text)
}

var (
	showsDot   = pattern.Lazy(`(?:^|[^\d.,:])\d{1,6}\.\d{1,2}(?:[^\d.:]|\.?$|\.[^\d])`)
	showsOther = pattern.Lazy(`(?i)\d[,'’:]\d{1,2}\b|\b(?:or|o|ou|oder)\s+(?:an? |una? |um |ein(?:em|en)? )?(?:comma|coma|vírgula|virgule|komma|\d)|\b(?:without|sin|sem|sans|ohne)\b`)
)
