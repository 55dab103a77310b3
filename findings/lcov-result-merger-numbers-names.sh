#!/usr/bin/env bash
# lcov-result-merger 6.0.0 (npm): branches with names are all named NaN, and never merged.
#
# The tool adds up what several runs have covered. In LCOV a branch is named by what stands behind
# its line and block, often a number, but also words: "jump to line 4" is what coverage.py writes.
# The tool makes a number of it, which is NaN for words, and looks the branch up by that; NaN
# equals nothing, itself included. So the branches lose their names, each run adds its own, and
# what one run has taken is still not taken by the other: two runs that took a branch each have
# covered half of four instead of both. There is no error. With numbers it is right.
#
# Guessed: the same for both. Seen: BRF:4 and BRH:2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . lcov-result-merger@6.0.0 @friedemannsommer/lcov-parser@5.0.2 > log || { cat log; exit 1; }
run() { # the file, the first branch, how often, the second, how often
  printf 'SF:menu.py\nBRDA:3,0,%s,%s\nBRDA:3,0,%s,%s\nBRF:2\nBRH:1\nDA:3,1\nLF:1\nLH:1\nend_of_record\n' "${@:2}" > "$1"
}
merge() {
  run first.info "$1" 1 "$2" 0
  run second.info "$1" 0 "$2" 1
  echo "$1, $2: $(./node_modules/.bin/lcov-result-merger '*.info' | grep ^BR | tr '\n' ' ')"
}
{
  merge 0 1
  merge "jump to line 4" "jump to line 9"
} > seen
node --input-type=module -e '
import { lcovParser } from "@friedemannsommer/lcov-parser";
import { readFileSync } from "node:fs";
const [section] = await lcovParser({ from: readFileSync("first.info") });
console.log("lcov-parser, of the first run:", section.branches.details.map(({ branch, hit }) => `${branch}: ${hit}`).join(", "));
' >> seen
echo "lcov-result-merger 6.0.0 and @friedemannsommer/lcov-parser 5.0.2"
cat seen
diff - seen <<'TEXT'
0, 1: BRDA:3,0,0,1 BRDA:3,0,1,1 BRF:2 BRH:2 
jump to line 4, jump to line 9: BRDA:3,0,NaN,1 BRDA:3,0,NaN,0 BRDA:3,0,NaN,0 BRDA:3,0,NaN,1 BRF:4 BRH:2 
lcov-parser, of the first run: jump to line 4: 1, jump to line 9: 0
TEXT
