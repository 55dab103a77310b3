#!/usr/bin/env bash
# reviewdog 0.21.0: columns of SARIF are handed on in the unit of SARIF.
#
# SARIF counts columns in UTF-16 units or in code points, and the run says which
# ("columnKind"). reviewdog's own format counts bytes of UTF-8. It reads SARIF and writes
# its own format, and the number stays the same, whichever unit the run names: behind
# letters with an accent a finding stands too far to the left, and a suggestion made of a
# SARIF fix replaces other characters than the tool meant.
#
# Guessed: columns 8 to 11 for both, of finding and suggestion. Seen: 5 to 8 and 4 to 7.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

GOBIN=$work GOPATH=$work/go go install github.com/reviewdog/reviewdog/cmd/reviewdog@v0.21.0 2> log || { cat log; exit 1; }
echo "reviewdog $(go version -m reviewdog | sed -n 's/^\tmod\t[^\t]*\t\([^\t]*\).*/\1/p')"
git init -q .
printf '"é😀bad"\n' > text.json # "bad" begins at byte 8, UTF-16 unit 5, code point 4
for unit in "utf16CodeUnits 5 8" "unicodeCodePoints 4 7"; do
  read -r kind first end <<< "$unit"
  region="\"startLine\": 1, \"startColumn\": $first, \"endLine\": 1, \"endColumn\": $end"
  ./reviewdog -f=sarif -reporter=rdjsonl -filter-mode=nofilter <<JSON | grep -o '"column":[0-9]*' | tr '\n' ' '
{"version": "2.1.0", "runs": [{"columnKind": "$kind", "tool": {"driver": {"name": "example"}}, "results": [{
  "ruleId": "bad", "message": {"text": "write good"},
  "locations": [{"physicalLocation": {"artifactLocation": {"uri": "text.json"}, "region": {$region}}}],
  "fixes": [{"artifactChanges": [{"artifactLocation": {"uri": "text.json"},
    "replacements": [{"deletedRegion": {$region}, "insertedContent": {"text": "good"}}]}]}]}]}]}
JSON
  echo "$kind"
done > seen
cat seen
diff - seen <<'TEXT'
"column":5 "column":8 "column":5 "column":8 utf16CodeUnits
"column":4 "column":7 "column":4 "column":7 unicodeCodePoints
TEXT
