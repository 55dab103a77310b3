#!/usr/bin/env bash
# opening_hours 3.15.0 (npm): "Feb 20-28" is in leap years only.
#
# The library reads opening hours as OpenStreetMap writes them, and is asked whether it is open
# and when that changes. A range of days in February that ends with the 28th is taken for one
# that no other year has, so the whole range is skipped: who is open then is closed, and who is
# closed for holidays is open. getNextChange gives undefined, which is for hours that never
# change. There is no warning. The same days are right as "Feb 20-Feb 28", alone, in a list and
# with an earlier end, and so are the last days of other months.
#
# Guessed: the same from the first and the second line. Seen: closed in 2026 and 2027.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . opening_hours@3.15.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import opening_hours from "opening_hours";
const days = ["2026-02-24", "2027-02-24", "2028-02-24"];
for (const text of ["Feb 20-28 10:00-12:00", "Feb 20-Feb 28 10:00-12:00", "Feb 20-27 10:00-12:00", "Feb 24,28 10:00-12:00", "Mo-Su 10:00-12:00; Feb 20-28 off", "Mo-Su 10:00-12:00; Feb 20-Feb 28 off"]) {
  const hours = new opening_hours(text);
  const states = days.map((day) => `${day} ${hours.getState(new Date(`${day}T11:00:00`)) ? "open" : "closed"}`);
  const next = hours.getNextChange(new Date("2026-02-24T00:00:00"));
  console.log(`${text}: ${states.join(", ")}; next change: ${next && next.toISOString()}; warnings: ${hours.getWarnings().length}`);
}
JS
TZ=UTC node example.mjs > seen
echo "opening_hours 3.15.0"
cat seen
diff - seen <<'TEXT'
Feb 20-28 10:00-12:00: 2026-02-24 closed, 2027-02-24 closed, 2028-02-24 open; next change: undefined; warnings: 0
Feb 20-Feb 28 10:00-12:00: 2026-02-24 open, 2027-02-24 open, 2028-02-24 open; next change: 2026-02-24T10:00:00.000Z; warnings: 0
Feb 20-27 10:00-12:00: 2026-02-24 open, 2027-02-24 open, 2028-02-24 open; next change: 2026-02-24T10:00:00.000Z; warnings: 0
Feb 24,28 10:00-12:00: 2026-02-24 open, 2027-02-24 open, 2028-02-24 open; next change: 2026-02-24T10:00:00.000Z; warnings: 0
Mo-Su 10:00-12:00; Feb 20-28 off: 2026-02-24 open, 2027-02-24 open, 2028-02-24 closed; next change: 2026-02-24T10:00:00.000Z; warnings: 0
Mo-Su 10:00-12:00; Feb 20-Feb 28 off: 2026-02-24 closed, 2027-02-24 closed, 2028-02-24 closed; next change: 2026-03-01T10:00:00.000Z; warnings: 0
TEXT
