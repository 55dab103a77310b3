#!/usr/bin/env bash
# date-fns 4.4.0 (npm): noon that it wrote in Spanish it reads as midnight, and June in Armenian as
# January.
#
# The library writes dates in some ninety locales, and reads them with the same pattern and locale.
# A locale writes by a table and reads by regular expressions, and in some these do not fit: the
# Spanish one finds "mediodia" and then asks whether it begins with md, the Serbian one asks for a
# Latin p where it writes ПМ, the Azerbaijani one for nothing but a p. That is no error, but a time
# without half of the day. Of months the first is taken whose first letters fit: Armenian June and
# July are January, Frisian May is March, and Kazakh October to December are January, too. An
# appointment that one Function writes for a caller and another one reads is at another time.
#
# Guessed: what was written, or Invalid Date. Seen: neither in seven of twelve.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . date-fns@4.4.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { format, parse } from "date-fns";
import * as locales from "date-fns/locale";
const noon = new Date(2026, 2, 4, 12), three = new Date(2026, 2, 4, 15), may = new Date(2026, 4, 4), june = new Date(2026, 5, 4), october = new Date(2026, 9, 4);
for (const [name, pattern, date] of [
  ["fr", "d/M/yyyy h:mm b", noon], ["es", "d/M/yyyy h:mm b", noon], ["es", "d/M/yyyy h:mm b", three],
  ["sr", "d/M/yyyy h:mm a", three], ["az", "d/M/yyyy h:mm a", three],
  ["fr", "d MMMM yyyy", june], ["hy", "d MMMM yyyy", may], ["hy", "d MMMM yyyy", june],
  ["fy", "d MMMM yyyy", may], ["fy", "d MMMM yyyy", june], ["kk", "d MMMM yyyy", june], ["kk", "d MMMM yyyy", october],
]) {
  const locale = locales[name];
  const text = format(date, pattern, { locale });
  console.log(`${name}: ${format(date, "MMMM d, HH:mm")}, written ${text}, read ${format(parse(text, pattern, new Date(2026, 0, 1), { locale }), "MMMM d, HH:mm")}`);
}
JS
TZ=UTC node example.mjs > seen
echo "date-fns 4.4.0"
cat seen
diff - seen <<'TEXT'
fr: March 4, 12:00, written 4/3/2026 12:00 midi, read March 4, 12:00
es: March 4, 12:00, written 4/3/2026 12:00 mediodia, read March 4, 00:00
es: March 4, 15:00, written 4/3/2026 3:00 PM, read March 4, 15:00
sr: March 4, 15:00, written 4/3/2026 3:00 ПМ, read March 4, 03:00
az: March 4, 15:00, written 4/3/2026 3:00 PM, read March 4, 03:00
fr: June 4, 00:00, written 4 juin 2026, read June 4, 00:00
hy: May 4, 00:00, written 4 մայիս 2026, read May 4, 00:00
hy: June 4, 00:00, written 4 հունիս 2026, read January 4, 00:00
fy: May 4, 00:00, written 4 maaie 2026, read March 4, 00:00
fy: June 4, 00:00, written 4 juny 2026, read June 4, 00:00
kk: June 4, 00:00, written 4 маусым 2026, read May 4, 00:00
kk: October 4, 00:00, written 4 қазан 2026, read January 4, 00:00
TEXT
