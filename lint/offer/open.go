package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// AsksUnmarked reports whether a text asks a question that ends without a question mark: "What is
// your name!"
func AsksUnmarked(text string) bool { return unmarked.MatchString(strings.TrimRight(text, " \n\t")) }

var unmarked = pattern.Lazy(`(?i)(?:^|[.!?,:\n]\s*)(?:please,? )?(?:(?:what(?:['’]s| is| are) (?:your|the)|which \w+ (?:do|would|` +
	`are|is|should)|when (?:would|do|are|can|should) (?:you|we)|where (?:do|are|is|should) (?:you|we|` +
	`your)|how (?:many|much|old|long) \w+)\b|(?:(?:cu[áa]l(?:es)? (?:es|son) (?:su|tu|el|la)|` +
	`cu[áa]nd[oa]s? (?:quiere|desea|le|puede)|qual (?:é|e) (?:o|a|seu|sua)|quand(?:o)? (?:souhaitez|` +
	`voulez|quer)|quel(?:le)? est (?:votre|ton)|wie (?:ist|lautet|heißt) (?:Ihre?|deine?|der|die|das)|` +
	`qual è (?:il|la))\b|d[óo]nde (?:vive\b|est(?:a\b|á\B))))[^.?!\n]{2,80}[!:.]?$`)
