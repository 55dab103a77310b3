package main

import (
	"strings"
	"testing"

	"studiolint/rules"
	"studiolint/schemas"
)

// What explain prints fits a screen.
func TestExplainFits(t *testing.T) {
	names := append(ruleIDs(), schemas.Types()...)
	for _, name := range names {
		text := explainText(name, rules.All(), false)
		if n := strings.Count(text, "\n"); n > maxExplained {
			t.Errorf("%s takes %d lines", name, n)
		}
		if whole := explainText(name, rules.All(), true); text != whole && !strings.HasSuffix(text, "studiolint explain --all "+name+"\n") {
			t.Errorf("explain %s leaves something out and does not say so", name)
		}
	}
	if got := fitted(false, "x", "more", strings.Repeat("whole\n", 50), strings.Repeat("short\n", 45)); strings.Count(got, "\n") != maxExplained || !strings.Contains(got, "short\n…\n\nThe rest") {
		t.Errorf("%d lines: %s", strings.Count(got, "\n"), got)
	}
}
