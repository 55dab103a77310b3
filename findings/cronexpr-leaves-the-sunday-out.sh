#!/usr/bin/env bash
# hashicorp/cronexpr 1.1.3: SAT-SUN is Saturday, and 1-7 all days but Sunday.
#
# Sunday is 0 and 7 here, as in crontab(5), and the README says so. Alone or in a list it is
# right under each of its names. A range that ends with it, however, ends one day early, and
# no error comes. Nomad's periodic jobs are read with this library. A schedule that closes a
# line at the weekend leaves it open on Sunday. gronx has 6-7 right, and refuses SAT-SUN.
#
# Guessed: Saturday and Sunday. Seen: Saturday.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/adhocore/gronx v1.20.4
	github.com/hashicorp/cronexpr v1.1.3
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"time"

	"github.com/adhocore/gronx"
	"github.com/hashicorp/cronexpr"
)

// week gives the days of a week, Monday to Sunday, on which a schedule comes.
func week(next func(time.Time) time.Time) (days string) {
	end := time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC)
	for at := next(end.AddDate(0, 0, -7)); at.Before(end); at = next(at) {
		days += at.Format(" Mon")
	}
	return days
}

func main() {
	for _, text := range []string{"0 9 * * 7", "0 9 * * SAT,SUN", "0 9 * * SAT-SUN", "0 9 * * 6-7", "0 9 * * 1-7", "0 9 * * 0-7"} {
		fmt.Printf("%s:%s", text, week(cronexpr.MustParse(text).Next))
		var failed error
		other := week(func(at time.Time) time.Time {
			next, err := gronx.NextTickAfter(text, at, false)
			if err != nil {
				failed = err
				return at.AddDate(1, 0, 0)
			}
			return next
		})
		if failed != nil {
			other = " an error"
		}
		fmt.Printf(" (gronx:%s)\n", other)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
for library in hashicorp/cronexpr adhocore/gronx; do echo "$library $(go list -m -f '{{.Version}}' github.com/$library)"; done
cat seen
diff - seen <<'TEXT'
0 9 * * 7: Sun (gronx: Sun)
0 9 * * SAT,SUN: Sat Sun (gronx: Sat Sun)
0 9 * * SAT-SUN: Sat (gronx: an error)
0 9 * * 6-7: Sat (gronx: Sat Sun)
0 9 * * 1-7: Mon Tue Wed Thu Fri Sat (gronx: Mon Tue Wed Thu Fri Sat Sun)
0 9 * * 0-7: Mon Tue Wed Thu Fri Sat Sun (gronx: Mon Tue Wed Thu Fri Sat Sun)
TEXT
