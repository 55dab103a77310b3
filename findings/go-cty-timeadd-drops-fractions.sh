#!/usr/bin/env bash
# go-cty 1.20.0: timeadd drops the fraction of a second.
#
# Terraform takes its function of this name from the library. It reads RFC 3339, fractions
# included, and durations down to nanoseconds, and adds them rightly; but the result is
# written in whole seconds. So adding 1ms gives an earlier time than was given, and adding
# 0s changes the text. Nothing in the function's description says so.
#
# Guessed: 10:00:00.501Z. Seen: 10:00:00Z.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/zclconf/go-cty v1.20.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func main() {
	for _, duration := range []string{"1ms", "0s", "600ms"} {
		sum, err := stdlib.TimeAdd(cty.StringVal("2026-01-02T10:00:00.5Z"), cty.StringVal(duration))
		fmt.Println("10:00:00.5Z and", duration, "give", sum.AsString(), err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-cty $(go list -m -f '{{.Version}}' github.com/zclconf/go-cty)"
cat seen
diff - seen <<'TEXT'
10:00:00.5Z and 1ms give 2026-01-02T10:00:00Z <nil>
10:00:00.5Z and 0s give 2026-01-02T10:00:00Z <nil>
10:00:00.5Z and 600ms give 2026-01-02T10:00:01Z <nil>
TEXT
