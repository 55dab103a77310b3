package finding

import "fmt"

// Severity says how much a finding matters.
type Severity uint8

// The severities, in rising order.
const (
	Off     Severity = iota // not looked for, or by choice only
	Note                    // worth knowing
	Warning                 // very likely a mistake
	Error                   // Twilio rejects it, or it certainly fails when it runs
)

var severityNames = [...]string{"off", "note", "warning", "error"}

// String returns the name used in configurations and reports.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads a name that String returns.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), nil
		}
	}
	return Off, fmt.Errorf("%q is no severity: write off, note, warning or error", name)
}
