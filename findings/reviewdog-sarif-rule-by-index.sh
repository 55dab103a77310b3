#!/usr/bin/env bash
# reviewdog 0.21.3: a SARIF result that names its rule by index has no rule and no severity.
#
# SARIF lets a result say its rule by ruleId, by ruleIndex (the place in the tool's list),
# or both, and a result without a level has its rule's, else "warning". reviewdog looks
# rules up by ruleId alone: with the index it says neither the rule nor its address, and
# the level is unknown, as it is when the rule has none. A result of the baseline that is
# no more (baselineState "absent") is reported like the others, although those that are
# suppressed or passed are left out, and the README says that SARIF 2.1.0 is supported.
#
# Guessed: ERROR at rule 1 twice, WARNING, nothing. Seen below.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

# errorformat reads other formats; the version that reviewdog asks for is not everywhere.
cat > go.mod <<'MOD'
module example
go 1.24
require github.com/reviewdog/reviewdog v0.21.3
replace github.com/reviewdog/errorformat => github.com/reviewdog/errorformat v0.0.0-20260721110140-13bff69235f3
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/reviewdog/reviewdog/parser"
)

const log = `{"version": "2.1.0", "runs": [{
  "tool": {"driver": {"name": "example", "rules": [
    {"id": "1", "helpUri": "https://example.com/1", "defaultConfiguration": {"level": "error"}}, {"id": "2"}]}},
  "results": [{%s, "message": {"text": "text"},
    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.json"}, "region": {"startLine": 1}}}]}]}]}`

func main() {
	for _, rule := range []string{
		`"ruleId": "1"`,
		`"ruleIndex": 0`,
		`"ruleId": "2"`,
		`"ruleId": "1", "baselineState": "absent"`,
	} {
		found, err := parser.NewSarifParser().Parse(strings.NewReader(fmt.Sprintf(log, rule)))
		fmt.Printf("%s: %d, error %v", rule, len(found), err)
		for _, d := range found {
			fmt.Printf(", %v, rule %q at %q", d.GetSeverity(), d.GetCode().GetValue(), d.GetCode().GetUrl())
		}
		fmt.Println()
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "reviewdog $(go list -m -f '{{.Version}}' github.com/reviewdog/reviewdog)"
cat seen
diff - seen <<'TEXT'
"ruleId": "1": 1, error <nil>, ERROR, rule "1" at "https://example.com/1"
"ruleIndex": 0: 1, error <nil>, UNKNOWN_SEVERITY, rule "" at ""
"ruleId": "2": 1, error <nil>, UNKNOWN_SEVERITY, rule "2" at ""
"ruleId": "1", "baselineState": "absent": 1, error <nil>, ERROR, rule "1" at "https://example.com/1"
TEXT
