#!/usr/bin/env bash
# olebedev/when 1.1.0, tj/go-naturaldate 1.3.0: half past midnight, "12:30 am", is half past noon.
#
# Both libraries find a time in what a person says or writes, as the answer to a question of a flow.
# On a clock with am and pm the hour after midnight is 12 am. when adds 12 to hours before 12 that
# have pm and keeps all others, so that 12 am is noon. naturaldate adds 12 to whatever has pm: there
# 12 pm is 24 o'clock, the next midnight, and 12 am is noon, too. No error comes, and when says that
# it has read the text in full. An appointment or a call is set for half a day later.
#
# Guessed: 00:30 and 12:30. Seen: 12:30 for both by when, the other way round by naturaldate.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/olebedev/when v1.1.0
	github.com/tj/go-naturaldate v1.3.0
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/en"
	"github.com/tj/go-naturaldate"
)

func main() {
	now := time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC)
	const layout = "2 January 15:04"
	parser := when.New(nil)
	parser.Add(en.All...)
	for _, text := range []string{"tomorrow at 11:30 am", "tomorrow at 11:30 pm", "tomorrow at 12:30 am", "tomorrow at 12:30 pm", "tomorrow at 12 am", "tomorrow at 12 pm"} {
		found, err := parser.Parse(text, now)
		if err != nil {
			panic(err)
		}
		natural, err := naturaldate.Parse(text, now, naturaldate.WithDirection(naturaldate.Future))
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s: %s of %q by when, %s by naturaldate\n", text, found.Time.Format(layout), found.Text, natural.Format(layout))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "when $(go list -m -f '{{.Version}}' github.com/olebedev/when), go-naturaldate $(go list -m -f '{{.Version}}' github.com/tj/go-naturaldate)"
cat seen
diff - seen <<'TEXT'
tomorrow at 11:30 am: 5 March 11:30 of "tomorrow at 11:30 am" by when, 5 March 11:30 by naturaldate
tomorrow at 11:30 pm: 5 March 23:30 of "tomorrow at 11:30 pm" by when, 5 March 23:30 by naturaldate
tomorrow at 12:30 am: 5 March 12:30 of "tomorrow at 12:30 am" by when, 5 March 12:30 by naturaldate
tomorrow at 12:30 pm: 5 March 12:30 of "tomorrow at 12:30 pm" by when, 6 March 00:30 by naturaldate
tomorrow at 12 am: 5 March 12:00 of "tomorrow at 12 am" by when, 5 March 12:00 by naturaldate
tomorrow at 12 pm: 5 March 12:00 of "tomorrow at 12 pm" by when, 6 March 00:00 by naturaldate
TEXT
