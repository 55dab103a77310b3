#!/usr/bin/env bash
# twilio-go 1.31.0: <Gather finishOnKey=""> cannot be written, and is <Gather> instead.
#
# Twilio's page of the verb allows the empty text, which means that no key ends the input;
# absent, it is #. The twiml package leaves out whatever is empty, and so also what is put
# into OptionalAttributes, which are for the rest. No error tells so, and a caller's # ends
# the input that it should have been a part of. Twilio's library for Node writes it. A
# flow's widget Gather Input has the same setting, as finish_on_key; who rebuilds such a
# flow in Go loses it.
#
# Guessed: finishOnKey="" every time. Seen: in Node alone.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/twilio/twilio-go v1.31.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/twilio/twilio-go/twiml"
)

func main() {
	for _, gather := range []*twiml.VoiceGather{
		{FinishOnKey: "*"},
		{FinishOnKey: ""},
		{OptionalAttributes: map[string]string{"finishOnKey": ""}},
		{OptionalAttributes: map[string]string{"finishOnKey": "*"}},
	} {
		text, err := twiml.Voice([]twiml.Element{gather})
		fmt.Printf("Go %q, %q: %s %v\n", gather.FinishOnKey, gather.OptionalAttributes, text, err)
	}
}
GO
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . twilio@6.3.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { VoiceResponse } = require("twilio").twiml;
for (const finishOnKey of ["*", ""]) {
  const response = new VoiceResponse();
  response.gather({ finishOnKey });
  console.log(`Node ${JSON.stringify(finishOnKey)}: ${response}`);
}
JS
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
node example.js >> seen
sed -i 's/<?xml version="1.0" encoding="UTF-8"?>//' seen
echo "twilio-go $(go list -m -f '{{.Version}}' github.com/twilio/twilio-go), twilio 6.3.1 (npm)"
cat seen
diff - seen <<'TEXT'
Go "*", map[]: <Response><Gather finishOnKey="*"/></Response> <nil>
Go "", map[]: <Response><Gather/></Response> <nil>
Go "", map["finishOnKey":""]: <Response><Gather/></Response> <nil>
Go "", map["finishOnKey":"*"]: <Response><Gather finishOnKey="*"/></Response> <nil>
Node "*": <Response><Gather finishOnKey="*"/></Response>
Node "": <Response><Gather finishOnKey=""/></Response>
TEXT
