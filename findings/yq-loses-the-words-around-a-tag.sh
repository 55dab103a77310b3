#!/usr/bin/env bash
# mikefarah/yq 4.54.3: of "Hello <emphasis>Ann</emphasis>, welcome" it writes "Ann" alone.
#
# yq reads XML, changes a value and writes XML again. It keeps a text beside its tags as +content:
# one piece is a text, several are a list of them, as JSON shows. One piece is written again, and
# stands before the tags, wherever it stood and without the blank at its end. A list is not
# written: as soon as there are words on both sides of a tag, they are all gone. There is no
# error and the exit status is 0. TwiML has such texts in <Say>, with <break> or <emphasis>.
#
# Guessed: what was read, perhaps in another order. Seen: <Say> with the tag alone.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

GOBIN=$work go install github.com/mikefarah/yq/v4@v4.54.3 2> log || { cat log; exit 1; }
show() {
  printf '%s' "$1" > example.xml
  xml=$(./yq -p xml -o xml -I 0 . example.xml)
  json=$(./yq -p xml -o json -I 0 . example.xml)
  echo "$1: $xml; $json"
}
{
  show '<Response><Say>Hello Ann</Say></Response>'
  show '<Response><Say>Hello <emphasis>Ann</emphasis></Say></Response>'
  show '<Response><Say>Hello <emphasis>Ann</emphasis>, welcome</Say></Response>'
  show '<Response><Say><break/>Or wait.</Say></Response>'
  show '<Response><Say>Press 1.<break/>Or wait.</Say></Response>'
} > seen
./yq --version
cat seen
diff - seen <<'TEXT'
<Response><Say>Hello Ann</Say></Response>: <Response><Say>Hello Ann</Say></Response>; {"Response":{"Say":"Hello Ann"}}
<Response><Say>Hello <emphasis>Ann</emphasis></Say></Response>: <Response><Say>Hello<emphasis>Ann</emphasis></Say></Response>; {"Response":{"Say":{"+content":"Hello","emphasis":"Ann"}}}
<Response><Say>Hello <emphasis>Ann</emphasis>, welcome</Say></Response>: <Response><Say><emphasis>Ann</emphasis></Say></Response>; {"Response":{"Say":{"+content":["Hello",", welcome"],"emphasis":"Ann"}}}
<Response><Say><break/>Or wait.</Say></Response>: <Response><Say>Or wait.<break></break></Say></Response>; {"Response":{"Say":{"+content":"Or wait.","break":null}}}
<Response><Say>Press 1.<break/>Or wait.</Say></Response>: <Response><Say><break></break></Say></Response>; {"Response":{"Say":{"+content":["Press 1.","Or wait."],"break":null}}}
TEXT
