package secret

import "studiolint/lint/pattern"

// NamesAccount reports whether what stands before the host of an address is for the account's credentials before they
// are filled in; what is written out is for Find.
func NamesAccount(before string) bool { return accountName.MatchString(before) }

var accountName = pattern.Lazy(`(?i)account[-_ ]?sid[^/@]*:[^/@]*@|:[^/@]*auth[-_ ]?token[^/@]*@`)
