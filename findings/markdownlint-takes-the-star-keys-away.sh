#!/usr/bin/env bash
# markdownlint 0.40.0 (npm): of "Press * to repeat, or * to stop." a fix takes the stars, and leaves
# the words between them in italics.
#
# In Markdown a star with blanks on both sides is a star. The linter takes two of them for emphasis
# that has blanks within (MD037, on by default), and its fix takes the blanks out: now it is emphasis,
# and the stars are gone from the page. So it is with ** and _, and with 2 * 3 = 6 and 3 * 2 = 6. With
# one star in a paragraph, or in `backquotes`, all stays. "Call +1 (555)[mobile]" becomes a link
# (MD011). Pages about menus that are answered with * are fixed by an editor on saving, or by
# pre-commit, and then name no key. Version 0.42.1, for newer Node.js, does the same.
#
# Guessed: the page looks the same after a fix, as marked shows it. Seen: four of six do not.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . markdownlint@0.40.0 marked@17.0.1 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { applyFixes } from "markdownlint";
import { lint } from "markdownlint/sync";
import { marked } from "marked";
const html = text => marked.parseInline(text);
for (const text of ["Press * to repeat.", "Press `*` to repeat, or `*` to stop.", "Press * to repeat, or * to stop.", "The keys are 1, 2, * (repeat) and *.", "Press ** for all, and ** to end.", "2 * 3 = 6 and 3 * 2 = 6."]) {
  const found = lint({ strings: { text: `# Menu\n\n${text}\n` } }).text;
  const fixed = applyFixes(text, found.map(error => ({ ...error, lineNumber: error.lineNumber - 2 })));
  console.log(`${text} ${found.map(error => error.ruleNames[0]).join(" ") || "Nothing found."} ${fixed}`);
  console.log(`  shown as ${html(text)} and then as ${html(fixed)}`);
}
JS
node example.mjs > seen
echo "markdownlint 0.40.0, marked 17.0.1"
cat seen
diff - seen <<'TEXT'
Press * to repeat. Nothing found. Press * to repeat.
  shown as Press * to repeat. and then as Press * to repeat.
Press `*` to repeat, or `*` to stop. Nothing found. Press `*` to repeat, or `*` to stop.
  shown as Press <code>*</code> to repeat, or <code>*</code> to stop. and then as Press <code>*</code> to repeat, or <code>*</code> to stop.
Press * to repeat, or * to stop. MD037 MD037 Press *to repeat, or* to stop.
  shown as Press * to repeat, or * to stop. and then as Press <em>to repeat, or</em> to stop.
The keys are 1, 2, * (repeat) and *. MD037 MD037 The keys are 1, 2, *(repeat) and*.
  shown as The keys are 1, 2, * (repeat) and *. and then as The keys are 1, 2, <em>(repeat) and</em>.
Press ** for all, and ** to end. MD037 MD037 Press **for all, and** to end.
  shown as Press ** for all, and ** to end. and then as Press <strong>for all, and</strong> to end.
2 * 3 = 6 and 3 * 2 = 6. MD037 MD037 2 *3 = 6 and 3* 2 = 6.
  shown as 2 * 3 = 6 and 3 * 2 = 6. and then as 2 <em>3 = 6 and 3</em> 2 = 6.
TEXT
