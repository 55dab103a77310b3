package words

import (
	"testing"

	"studiolint/schemas"
)

// The members are those of the catalogue.
func TestSIDMembers(t *testing.T) {
	flow := schemas.LiquidFacts().Root("flow")
	for name, want := range map[string]string{"executionSid": ExecutionSID, "flow_sid": FlowSID, "sid": ""} {
		if got := SIDMember(name); got != want || want != "" && flow.Key(want) == nil {
			t.Errorf("%s: %q", name, got)
		}
	}
}
