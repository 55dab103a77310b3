#!/usr/bin/env bash
# strftime 0.10.3 (npm): at midnight %j is the day before, and 000 on New Year's Day.
#
# %j is the day of the year from 001 on, as in C's strftime and Ruby's. The library divides
# the time since New Year by the length of a day and rounds up, so that the midnight that a
# day begins with is counted to the day before; one second later the number is right. A
# date without a time is midnight, so in UTC it is wrong for all of them. %Y-%m-%d beside it
# is right, and so is d3-time-format.
#
# Guessed: 001, 002, 060, 365. Seen: 000, 001, 059, 364.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . strftime@0.10.3 d3-time-format@4.1.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import strftime from "strftime";
import { utcFormat } from "d3-time-format";
const form = strftime.timezone("+0000");
for (const date of ["2025-01-01", "2025-01-01T00:00:01Z", "2025-01-02", "2025-03-01", "2025-12-31", "2025-12-31T12:00:00Z"]) {
  const time = new Date(date);
  console.log(`${date}: ${form("%Y-%m-%d", time)} is day ${form("%j", time)}, by d3 ${utcFormat("%j")(time)}`);
}
JS
node example.mjs > seen
echo "strftime 0.10.3, d3-time-format 4.1.0"
cat seen
diff - seen <<'TEXT'
2025-01-01: 2025-01-01 is day 000, by d3 001
2025-01-01T00:00:01Z: 2025-01-01 is day 001, by d3 001
2025-01-02: 2025-01-02 is day 001, by d3 002
2025-03-01: 2025-03-01 is day 059, by d3 060
2025-12-31: 2025-12-31 is day 364, by d3 365
2025-12-31T12:00:00Z: 2025-12-31 is day 365, by d3 365
TEXT
