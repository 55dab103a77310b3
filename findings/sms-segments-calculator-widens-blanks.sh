#!/usr/bin/env bash
# sms-segments-calculator 1.3.0 (npm): "smart encoding" makes one blank two, and a tab seven.
#
# Smart encoding replaces signs that GSM-7 does not have by those it has, so that a text
# fits into fewer segments. A dash becomes a dash and a quote a quote, but every other kind
# of blank becomes two: the no-break space that French has before "!" and "?", and the
# narrow one within a sum of money. A text of 156 signs which would fit into one segment
# with plain blanks takes two, and the count of characters that the library gives for it is
# not the length of what was written. Only the map says so.
#
# Guessed: each sign becomes one, "..." and fractions aside. Seen: 2 for U+00A0 and U+202F,
# 7 for a tab, and a second segment for six no-break spaces.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . sms-segments-calculator@1.3.0 > log || { cat log; exit 1; }
cat > look.js <<'JS'
const { SegmentedMessage } = require('sms-segments-calculator')
const smart = (text) => new SegmentedMessage(text, 'auto', true)
const of = (name, text) => {
  const m = smart(text)
  console.log(`${name}: ${text.length} written, ${m.numberOfCharacters} counted, ${m.encodingName}, ${m.segmentsCount} segment(s)`)
}
of('em dash', '\u2014')
of('curly quote', '\u201c')
of('no-break space', '\u00a0')
of('narrow no-break space', '\u202f')
of('tab', '\t')
const text = (blank) => `x${blank}!`.repeat(6) + 'x'.repeat(138)
of('six plain blanks', text(' '))
of('six no-break spaces', text('\u00a0'))
JS
echo "sms-segments-calculator 1.3.0"
node look.js | tee seen
diff seen - <<'TXT'
em dash: 1 written, 1 counted, GSM-7, 1 segment(s)
curly quote: 1 written, 1 counted, GSM-7, 1 segment(s)
no-break space: 1 written, 2 counted, GSM-7, 1 segment(s)
narrow no-break space: 1 written, 2 counted, GSM-7, 1 segment(s)
tab: 1 written, 7 counted, GSM-7, 1 segment(s)
six plain blanks: 156 written, 156 counted, GSM-7, 1 segment(s)
six no-break spaces: 156 written, 162 counted, GSM-7, 2 segment(s)
TXT
