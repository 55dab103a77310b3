package finding

// FixKind says how findings of a rule can be mended.
type FixKind uint8

// The kinds of fixes.
const (
	NoFix        FixKind = iota // by hand alone
	SafeFix                     // some or all have a fix, and it does what was certainly meant
	UnsafeFix                   // some or all have a fix, and it is a guess, or leaves something out
	SometimesFix                // the fix is safe where it is certain what was meant, else a guess
)

var fixKindNames = [...]string{"none", "safe", "unsafe", "sometimes"}

// String returns a word for it.
func (k FixKind) String() string { return fixKindNames[k] }

// Sentence says it to people; "" when there is no fix.
func (k FixKind) Sentence() string {
	switch k {
	case SafeFix:
		return `"studiolint fix" mends it where it is clear what was meant.`
	case UnsafeFix:
		return `"studiolint fix --unsafe" mends it with a guess, where there is one.`
	case SometimesFix:
		return `"studiolint fix" mends it where it is clear what was meant, and with --unsafe also by a guess.`
	}
	return ""
}
