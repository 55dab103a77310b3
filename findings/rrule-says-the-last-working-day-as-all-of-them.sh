#!/usr/bin/env bash
# rrule 2.8.1 (npm): the last working day of a month is said as all working days, and "at 5pm" is
# 5 in the morning.
#
# The library makes English of a recurrence of iCalendar, and the other way round. toText has no
# words for BYSETPOS and for minutes. For such rules the text is to end with "(~ approximate)",
# and isFullyConvertibleToText to be false. But a rule counts as told in full as soon as FREQ is
# met, which stands first in nearly all; behind the other parts it makes the same rule
# approximate. fromText drops what follows the hour: pm, am and minutes, without an error. So an
# appointment or a line's hours are announced, or kept, at other times.
#
# Guessed: the same from the first two, and 17, 0 and 9:30 or an error. Seen: neither.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . rrule@2.8.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { RRule } = require("rrule");
const days = "BYDAY=MO,TU,WE,TH,FR";
for (const text of [`FREQ=MONTHLY;${days};BYSETPOS=-1`, `BYSETPOS=-1;${days};FREQ=MONTHLY`, "FREQ=DAILY;BYHOUR=9;BYMINUTE=30", "FREQ=MONTHLY;BYDAY=-1FR"]) {
  const rule = RRule.fromString(text);
  console.log(`${text}: ${rule.toText()}; in full: ${rule.isFullyConvertibleToText()}`);
}
for (const text of ["every day at 5pm", "every day at 12am", "every weekday at 9:30", "every day at 17"]) {
  console.log(`${text}: ${RRule.fromText(text)}`);
}
JS
node example.js > seen
echo "rrule 2.8.1"
cat seen
diff - seen <<'TEXT'
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1: every month on weekdays; in full: true
BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR;FREQ=MONTHLY: every month on weekdays (~ approximate); in full: false
FREQ=DAILY;BYHOUR=9;BYMINUTE=30: every day at 9; in full: true
FREQ=MONTHLY;BYDAY=-1FR: every month on the last Friday; in full: true
every day at 5pm: RRULE:FREQ=DAILY;BYHOUR=5
every day at 12am: RRULE:FREQ=DAILY;BYHOUR=12
every weekday at 9:30: RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9
every day at 17: RRULE:FREQ=DAILY;BYHOUR=17
TEXT
