package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// DateOrders returns, where a text asks for a date and says whether its day or its month comes first, some late days of
// a November as it says, and the same with day and month exchanged, and the words that say so: "DD/MM/YYYY"; none where
// it says no order, or another way of writing too.
func DateOrders(text string) (asked, exchanged []string, said string) {
	var layouts []string
	if said = Form(text); said != "" && words.HoldsAny(said, "mm") && len(writtenDate.FindAllString(text, 2)) == 1 {
		written := strings.ToUpper(said)
		if strings.Contains(written, "AA") {
			written = strings.ReplaceAll(written, "JJ", "DD") // jour
		}
		layouts = []string{dateParts.Replace(written)}
	} else if said = dayFirst.FindString(text); said != "" && monthFirst.FindString(text) == "" {
		layouts = wordedLayouts("dm")
	} else if said = monthFirst.FindString(text); said != "" && dayFirst.FindString(text) == "" {
		layouts = wordedLayouts("md")
	} else {
		return nil, nil, ""
	}
	years := []string{"1985", "2001", "2026", "2027"}
	for _, layout := range layouts {
		if strings.Trim(layout, "dmyY./- ") != "" {
			return nil, nil, ""
		}
		for _, year := range years {
			in := func(day, month string) string {
				return strings.NewReplacer("d", day, "m", month, "Y", year, "y", year[2:]).Replace(layout)
			}
			asked, exchanged = append(asked, in("25", "11")), append(exchanged, in("11", "25"))
		}
	}
	if slices.Equal(asked, exchanged) {
		return nil, nil, ""
	}
	return asked, exchanged, said
}

// wordedLayouts are the ways of writing a date of which a text only says in which order its parts come.
func wordedLayouts(order string) (all []string) {
	for _, mark := range []string{"", "/", "-", "."} {
		all = append(all, order[:1]+mark+order[1:]+mark+"Y", order[:1]+mark+order[1:]+mark+"y")
	}
	return all
}

var dateParts = strings.NewReplacer("YYYY", "Y", "JJJJ", "Y", "AAAA", "Y", "YY", "y", "JJ", "y", "AA", "y", "MM", "m", "DD", "d", "TT", "d", "GG", "d")

var (
	dayFirst   = pattern.Lazy(`(?i)\b(?:day|d[íi]a|jour|tag|giorno)\b[^.?!\n]{0,25}\b(?:month|mes|mês|mois|monat|mese)\b[^.?!\n]{0,25}\b(?:year|año|ano|année|jahr|anno)\b`)
	monthFirst = pattern.Lazy(`(?i)\b(?:month|mes|mês|mois|monat|mese)\b[^.?!\n]{0,25}\b(?:day|d[íi]a|jour|tag|giorno)\b[^.?!\n]{0,25}\b(?:year|año|ano|année|jahr|anno)\b`)
)
