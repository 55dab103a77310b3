#!/usr/bin/env bash
# dayjs 1.11.23 (npm): a date plus the duration P1W is the same date, and plus -P1D the next day.
#
# The plugin duration makes durations of numbers, objects and texts of ISO 8601, weeks included, and
# a date can be given one to add. toISOString and asDays of a week say seven days. But adding goes
# through years, months, days and so on, and passes over the weeks, so a week is nothing and P1W2D
# two days, whether it was written as a text or as an object. A minus in front of a text, which
# toISOString itself writes, is read and forgotten: a reminder for the day before goes out the day
# after. No error comes. Luxon has all of them right. Open issues 2815 and 1788 tell of the two.
#
# Guessed: what Luxon says. Seen: for two of seven.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . dayjs@1.11.23 luxon@3.7.2 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const dayjs = require("dayjs");
dayjs.extend(require("dayjs/plugin/utc"));
dayjs.extend(require("dayjs/plugin/duration"));
const { DateTime, Duration } = require("luxon");
const day = "2026-03-10T09:00:00Z";
for (const given of ["P7D", "PT90M", "P1W", "P1W2D", { weeks: 2 }, "-P1D", dayjs.duration({ hours: -1 }).toISOString()]) {
  const ours = dayjs.duration(given), theirs = typeof given === "string" ? Duration.fromISO(given) : Duration.fromObject(given);
  const format = "MM-DD HH:mm", sum = dayjs.utc(day).add(ours).format(format);
  console.log(`${JSON.stringify(given)}: ${ours.asDays()} days, to ${sum}; Luxon: to ${DateTime.fromISO(day, { zone: "UTC" }).plus(theirs).toFormat("MM-dd HH:mm")}`);
}
JS
node example.js > seen
echo "dayjs 1.11.23, Luxon 3.7.2"
cat seen
diff - seen <<'TEXT'
"P7D": 7 days, to 03-17 09:00; Luxon: to 03-17 09:00
"PT90M": 0.0625 days, to 03-10 10:30; Luxon: to 03-10 10:30
"P1W": 7 days, to 03-10 09:00; Luxon: to 03-17 09:00
"P1W2D": 9 days, to 03-12 09:00; Luxon: to 03-19 09:00
{"weeks":2}: 14 days, to 03-10 09:00; Luxon: to 03-24 09:00
"-P1D": 1 days, to 03-11 09:00; Luxon: to 03-09 09:00
"-PT1H": 0.041666666666666664 days, to 03-10 10:00; Luxon: to 03-10 08:00
TEXT
