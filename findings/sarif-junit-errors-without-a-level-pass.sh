#!/usr/bin/env bash
# sarif-junit 1.1.4 (npm): an error whose level is its rule's is a test that has passed.
#
# The converter makes a JUnit report of a SARIF log, for GitLab. In SARIF a result
# without a level has the one that its rule is configured with, and without that it is a
# warning. Here only a result that says error or warning itself is a failed test; the same
# error whose level stands at the rule is one that passed, so its place (line and column) is
# not told either, and a log of such errors gives a green report. A result that somebody has
# accepted, which SARIF calls a suppression, is a failed test like any other.
#
# Guessed: three failures, the accepted one none. Seen: two, the accepted one among them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . sarif-junit@1.1.4 > log || { cat log; exit 1; }
cat > log.sarif <<'SARIF'
{
  "version": "2.1.0",
  "runs": [{
    "tool": {"driver": {"name": "example", "rules": [{"id": "silence", "defaultConfiguration": {"level": "error"}}, {"id": "greeting"}]}},
    "results": [
      {"ruleId": "silence", "level": "error", "message": {"text": "says error"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "flow.json"}, "region": {"startLine": 3}}}]},
      {"ruleId": "silence", "message": {"text": "is one by its rule"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "flow.json"}, "region": {"startLine": 4}}}]},
      {"ruleId": "greeting", "message": {"text": "is a warning, as nothing is said"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "flow.json"}, "region": {"startLine": 5}}}]},
      {"ruleId": "silence", "level": "error", "message": {"text": "is accepted"}, "suppressions": [{"kind": "external", "status": "accepted"}],
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "flow.json"}, "region": {"startLine": 6}}}]}
    ]
  }]
}
SARIF
node_modules/.bin/sarif-junit -i log.sarif -o report.xml > told 2>&1 || { cat told; exit 1; }
echo "sarif-junit 1.1.4"
cat report.xml
[ "$(grep -c '<failure/>' report.xml)" = 2 ]
grep -q 'name="is one by its rule" file="flow.json"/>' report.xml
grep -q 'name="is a warning, as nothing is said" file="flow.json"/>' report.xml
grep -A1 'is accepted' report.xml | grep -q '<failure/>'
