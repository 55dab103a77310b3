#!/usr/bin/env bash
# micromatch 4.0.8 (npm): flows/{1..10}.json is the flows 1 and 0.
#
# The library picks files for lint-staged and many other tools, and its README promises the braces
# of Bash, with {1..5} as the example. A range becomes a class of a regular expression, its ends
# sorted as texts: {1..10} is [1-10], the digits 1 and 0, {8..12} is [12-8], all from 1 to 8, and
# {01..12} are 0, 1 and 2. Years are no class, and meet nothing. Before a range a dot is any letter,
# and what is before it is lost (issue 212). The library's own braces() does it rightly, and fast-glob
# calls that first; isMatch, makeRe and the list do not, unless they are given expandRange. So
# numbered flows are not checked, or others are. Issue 180 was closed for its age.
#
# Guessed: what Bash and minimatch take. Seen: the same for one of seven.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . micromatch@4.0.8 minimatch@10.1.1 fast-glob@3.3.3 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import micromatch from "micromatch";
import { minimatch } from "minimatch";
import glob from "fast-glob";
import { mkdirSync, writeFileSync } from "node:fs";
const names = ["0", "1", "2", "7", "8", "9", "10", "11", "12", "01", "02", "2026", "v1.2", "1.2"].map(name => `${name}.json`);
mkdirSync("flows");
for (const name of names) writeFileSync(`flows/${name}`, "");
const show = list => list.map(path => path.slice(6, -5)).sort().join(" ") || "none";
for (const range of ["{7..9}", "{1..10}", "{8..12}", "{01..12}", "{10..11}", "{2025..2027}", "v1.{1..3}"]) {
  const pattern = `flows/${range}.json`, paths = names.map(name => `flows/${name}`);
  console.log(`${range}: ${show(micromatch(paths, pattern))}; minimatch ${show(minimatch.match(paths, pattern))}; fast-glob ${show(glob.sync(pattern))}`);
}
JS
node example.mjs > seen
echo "micromatch 4.0.8, for comparison minimatch 10.1.1 and fast-glob 3.3.3"
cat seen
diff - seen <<'TEXT'
{7..9}: 7 8 9; minimatch 7 8 9; fast-glob 7 8 9
{1..10}: 0 1; minimatch 1 10 2 7 8 9; fast-glob 1 10 2 7 8 9
{8..12}: 1 2 7 8; minimatch 10 11 12 8 9; fast-glob 10 11 12 8 9
{01..12}: 0 1 2; minimatch 01 02 10 11 12; fast-glob 01 02 10 11 12
{10..11}: 0 1; minimatch 10 11; fast-glob 10 11
{2025..2027}: none; minimatch 2026; fast-glob 2026
v1.{1..3}: 01 02 11 12; minimatch v1.2; fast-glob v1.2
TEXT
