#!/usr/bin/env bash
# jsonata 2.2.2 (npm): noon in UTC is 7:30 at -03:30, and written "-04:30".
#
# $fromMillis writes a time in a given time zone, and $toMillis reads one, each with a picture of
# it. An offset as -0330 is split into hours and minutes by rounding down, and of a number below
# zero that gives -4 hours: the minutes are then added to these, or the sign of the hours is not
# put before the minutes. So west of Greenwich what is no whole hour is an hour off, both ways, and
# the offset in the text is another one; -0030 is said as -01:30. East of it, in whole hours and
# without a picture (ISO 8601) all is right. No error comes. Newfoundland has -03:30 in winter and
# -02:30 in summer: opening hours that are compared with such a time end an hour early or late.
#
# Guessed: 08:30 -03:30, and 15:30 in UTC. Seen: 07:30 -04:30, and 14:30.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . jsonata@2.2.2 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const jsonata = require("jsonata");
(async () => {
  const picture = "[Y]-[M01]-[D01] [H01]:[m01] [Z]";
  for (const [hours, minutes] of [["-05", "00"], ["+03", "30"], ["-03", "30"], ["-02", "30"], ["-09", "30"]]) {
    const written = await jsonata(`$fromMillis($toMillis("2026-03-02T12:00:00Z"), "${picture}", "${hours}${minutes}")`).evaluate({});
    const read = await jsonata(`$toMillis("2026-03-02 12:00 ${hours}:${minutes}", "${picture}") ~> $fromMillis()`).evaluate({});
    const plain = await jsonata(`$toMillis("2026-03-02T12:00:00${hours}:${minutes}") ~> $fromMillis()`).evaluate({});
    console.log(`${hours}:${minutes}: 12:00 in UTC is ${written}; 12:00 there is ${read}, without a picture ${plain}`);
  }
})();
JS
node example.js > seen
echo "jsonata 2.2.2"
cat seen
diff - seen <<'TEXT'
-05:00: 12:00 in UTC is 2026-03-02 07:00 -05:00; 12:00 there is 2026-03-02T17:00:00.000Z, without a picture 2026-03-02T17:00:00.000Z
+03:30: 12:00 in UTC is 2026-03-02 15:30 +03:30; 12:00 there is 2026-03-02T08:30:00.000Z, without a picture 2026-03-02T08:30:00.000Z
-03:30: 12:00 in UTC is 2026-03-02 07:30 -04:30; 12:00 there is 2026-03-02T14:30:00.000Z, without a picture 2026-03-02T15:30:00.000Z
-02:30: 12:00 in UTC is 2026-03-02 08:30 -03:30; 12:00 there is 2026-03-02T13:30:00.000Z, without a picture 2026-03-02T14:30:00.000Z
-09:30: 12:00 in UTC is 2026-03-02 01:30 -10:30; 12:00 there is 2026-03-02T20:30:00.000Z, without a picture 2026-03-02T21:30:00.000Z
TEXT
