#!/usr/bin/env bash
# @twilio-labs/runtime-helpers 0.1.2: expectParams answers 400 to requests that have it all.
#
# By its description the function wraps the handler of a Twilio Function, lets it run when the
# parameters that are asked for are there, and answers with an error when one is missing. It
# asks ow for an object with these keys by way of apply, and gives the names where the object
# belongs. So ow fails, the failure is taken for a missing parameter, and every request,
# complete or not, gets 400 and a message about addValidator. The handler never runs, and
# Studio's widget Run Function always goes on at fail.
#
# Guessed: the complete request is booked. Seen: 400 for both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @twilio-labs/runtime-helpers@0.1.2 > log 2>&1 || { cat log; exit 1; }
# Types, without code. The package asks for them, and projects of Functions have them.
mkdir node_modules/@twilio-labs/serverless-runtime-types && touch node_modules/@twilio-labs/serverless-runtime-types/index.js
cat > example.js <<'JS'
// The part of Twilio's runtime that the function uses.
global.Twilio = { Response: class {
  status = 200;
  appendHeader() {}
  setStatusCode(status) { this.status = status; }
  setBody(body) { this.body = body; }
} };
const { expectParams } = require("@twilio-labs/runtime-helpers").event;
const handler = expectParams(["name", "time"], (context, event, callback) => {
  const answer = new Twilio.Response();
  answer.setBody({ booked: `${event.name} at ${event.time}` });
  callback(null, answer);
});
for (const event of [{ name: "Ann", time: "17:00" }, { name: "Ann" }])
  handler({}, event, (error, answer) => console.log(`${JSON.stringify(event)}: ${answer.status} ${JSON.stringify(answer.body)}`));
JS
node example.js > seen
echo "@twilio-labs/runtime-helpers 0.1.2"
cat seen
diff - seen <<'TEXT'
{"name":"Ann","time":"17:00"}: 400 {"error":{"message":"this.addValidator is not a function"}}
{"name":"Ann"}: 400 {"error":{"message":"this.addValidator is not a function"}}
TEXT
