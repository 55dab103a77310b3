#!/usr/bin/env bash
# araddon/dateparse 0.0.0-20210429162001: "March 10 at 1pm" is noon on the 10th of January.
#
# The library reads dates in any layout, and its README lists many, with AM and PM behind
# hours and minutes. Of a date it makes a layout for Go's time package, and an hour of one
# digit without minutes stays in that layout as it is. There each digit has a meaning of its
# own: 1 is the month, 2 the day, 3 the hour, 4 the minute, 5 the second. So 3pm is right by
# luck, 2pm is another day, and 9pm is noon. No error comes, from ParseStrict neither, which
# is for what is ambiguous. An appointment at a full hour is kept at another one.
#
# Guessed: the hour, or an error. Seen: the hour for 3pm, and for 5:00pm.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/araddon/dateparse v0.0.0-20210429162001-6b43995a97de
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/araddon/dateparse"
)

func main() {
	for _, hour := range []string{"5:00pm", "1pm", "2pm", "3pm", "4pm", "5pm", "9pm", "9am", "11am"} {
		text := "March 10, 2026 at " + hour
		time, err := dateparse.ParseStrict(text)
		if err != nil {
			fmt.Printf("%s: an error\n", text)
			continue
		}
		fmt.Printf("%s: %s\n", text, time.Format("2006-01-02 15:04:05"))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "dateparse $(go list -m -f '{{.Version}}' github.com/araddon/dateparse)"
cat seen
diff - seen <<'TEXT'
March 10, 2026 at 5:00pm: 2026-03-10 17:00:00
March 10, 2026 at 1pm: 2026-01-10 12:00:00
March 10, 2026 at 2pm: 2026-03-02 12:00:00
March 10, 2026 at 3pm: 2026-03-10 15:00:00
March 10, 2026 at 4pm: 2026-03-10 12:04:00
March 10, 2026 at 5pm: 2026-03-10 12:00:05
March 10, 2026 at 9pm: 2026-03-10 12:00:00
March 10, 2026 at 9am: 2026-03-10 00:00:00
March 10, 2026 at 11am: an error
TEXT
