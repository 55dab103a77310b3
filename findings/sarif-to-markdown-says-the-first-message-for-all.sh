#!/usr/bin/env bash
# @security-alert/sarif-to-markdown 1.11.1 (npm): of a rule's results the first alone is told.
#
# The package writes a SARIF log as Markdown, for a comment on a pull request. It puts results
# together by rule, and says the first one's message for all of them; the others are
# links without a word. The level in front is the rule's, whatever the results say, and a rule
# without a configured level (SARIF's default is a warning) is left out with all of its results:
# an error of such a rule gives "Nothing here", and failOn does not heed it.
#
# Guessed: three messages, two times ERROR. Seen: one, WARNING.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @security-alert/sarif-to-markdown@1.11.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { sarifToMarkdown } = require("@security-alert/sarif-to-markdown");
const result = (ruleId, level, text, startLine) => ({ ruleId, level, message: { text },
  locations: [{ physicalLocation: { artifactLocation: { uri: "flow.json" }, region: { startLine } } }] });
const driver = { name: "example", rules: [{ id: "widget", defaultConfiguration: { level: "warning" } }, { id: "greeting" }] };
const report = (...results) => {
  const [{ body, shouldFail }] = sarifToMarkdown({ owner: "owner", repo: "repo", branch: "main", sourceRoot: "", simple: true, suppressedResults: false, failOn: ["error", "warning"] })(
    { version: "2.1.0", runs: [{ tool: { driver }, results }] });
  console.log(body.trim().replace(/\n+/g, "\n") + "\nshould fail: " + shouldFail);
};
report(result("widget", "warning", "menu has no way out", 3), result("widget", "error", "hours does not exist", 7));
report(result("greeting", "error", "nobody says hello", 9));
JS
node example.js > seen
echo "@security-alert/sarif-to-markdown 1.11.1"
cat seen
diff - seen <<'TEXT'
# Report
## Results
- **[WARNING]** **[widget]**  `menu has no way out`
    - https://github.com/owner/repo/blob/main/flow.json#L3
    - https://github.com/owner/repo/blob/main/flow.json#L7
should fail: true
# Report
## Results
Nothing here.
should fail: false
TEXT
