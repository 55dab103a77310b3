#!/usr/bin/env bash
# homeport/dyff 1.12.0: in a list, {"event": "match", "value": "1"} and the same with 1 are no change.
#
# The tool tells what changed between two files of YAML or JSON by their meaning, and names a change
# of type (string to int) where a member has one. Entries of a list that have a name, a key or an id
# are paired by that. Others are paired by a number made of all that is in them, and into it goes
# the type of a text or number that is an entry itself, but not of one that is deeper. So entries
# with the same letters count as the same, with all their members. Nothing is printed, and the exit
# status is 0. One entry alone is compared with one. The transitions of a flow, and the conditions of
# a split, are lists of such entries, and Twilio takes texts in them.
#
# Guessed: a change of type for each. Seen: nothing for three of seven.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

GOBIN=$work go install github.com/homeport/dyff/cmd/dyff@v1.12.0 2> log || { cat log; exit 1; }
show() {
  printf '%s' "$1" > from.json
  printf '%s' "$2" > to.json
  status=0
  told=$(./dyff --color off between --omit-header --set-exit-code from.json to.json) || status=$?
  printf '%s and %s: exit status %s' "$1" "$2" "$status"
  printf '%s\n' "$told" | tr -s ' \n' ' ' | sed 's/ *$/\n/'
}
{
  show '{"value": "1"}' '{"value": 1}'
  show '{"list": ["1", "2"]}' '{"list": [1, 2]}'
  show '{"list": [["1"], ["2"]]}' '{"list": [[1], [2]]}'
  show '{"list": [{"event": "match", "value": "1"}]}' '{"list": [{"event": "match", "value": 1}]}'
  show '{"list": [{"event": "match", "value": "1"}, {"event": "noMatch"}]}' '{"list": [{"event": "match", "value": 1}, {"event": "noMatch"}]}'
  show '{"list": [{"event": "match", "value": "true"}, {"event": "noMatch"}]}' '{"list": [{"event": "match", "value": true}, {"event": "noMatch"}]}'
  show '{"list": [{"name": "match", "value": "1"}, {"name": "noMatch"}]}' '{"list": [{"name": "match", "value": 1}, {"name": "noMatch"}]}'
} > seen
echo "dyff $(go version -m dyff | sed -n 's/^\tmod\t[^\t]*\t\([^\t]*\).*/\1/p')"
cat seen
diff - seen <<'TEXT'
{"value": "1"} and {"value": 1}: exit status 1 value ± type change from string to int - "1" + 1
{"list": ["1", "2"]} and {"list": [1, 2]}: exit status 1 list - two list entries removed: + two list entries added: - "1" - 1 - "2" - 2
{"list": [["1"], ["2"]]} and {"list": [[1], [2]]}: exit status 0
{"list": [{"event": "match", "value": "1"}]} and {"list": [{"event": "match", "value": 1}]}: exit status 1 list.0.value ± type change from string to int - "1" + 1
{"list": [{"event": "match", "value": "1"}, {"event": "noMatch"}]} and {"list": [{"event": "match", "value": 1}, {"event": "noMatch"}]}: exit status 0
{"list": [{"event": "match", "value": "true"}, {"event": "noMatch"}]} and {"list": [{"event": "match", "value": true}, {"event": "noMatch"}]}: exit status 0
{"list": [{"name": "match", "value": "1"}, {"name": "noMatch"}]} and {"list": [{"name": "match", "value": 1}, {"name": "noMatch"}]}: exit status 1 list.match.value ± type change from string to int - "1" + 1
TEXT
