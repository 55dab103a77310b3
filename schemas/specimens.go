package schemas

import (
	"slices"
	"strings"
)

// Specimen is a host or the numbers of telephones that are kept for examples: nobody has them.
type Specimen struct {
	// Pattern is a host in small letters, whose subdomains are meant, too; or a number in the form
	// of E.164, with n for any digit.
	Pattern    string
	Why        string
	But        []string // numbers among them that somebody has
	Sources    []string
	Confidence Confidence
}

// SpecimenHost reports whether a host, in small letters, is kept for examples, and what stands before
// that, with its dot: "api." of api.example.com.
func SpecimenHost(host string) (below string, ok bool) {
	for i := range specimenTable {
		if below, ok = strings.CutSuffix(host, specimenTable[i].Pattern); ok && (below == "" || strings.HasSuffix(below, ".")) {
			return below, true
		}
	}
	return "", false
}

// SpecimenNumber returns why nobody has a number in the form of E.164, or nil where somebody may.
func SpecimenNumber(number string) *Specimen {
	for i := range specimenTable {
		s := &specimenTable[i]
		if fitsNumber(s.Pattern, number) && !slices.ContainsFunc(s.But, func(but string) bool { return fitsNumber(but, number) }) {
			return s
		}
	}
	return nil
}

// fitsNumber reports whether a number is as a pattern says.
func fitsNumber(pattern, number string) bool {
	if len(pattern) != len(number) || pattern[0] != '+' {
		return false
	}
	for i := range len(number) {
		if c := number[i]; c != pattern[i] && (pattern[i] != 'n' || c < '0' || c > '9') {
			return false
		}
	}
	return true
}
