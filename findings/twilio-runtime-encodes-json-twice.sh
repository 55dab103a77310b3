#!/usr/bin/env bash
# @twilio/runtime-handler 2.1.0: JSON text that a Function answers is encoded a second time.
#
# The package runs Twilio Functions on a developer's machine, for twilio-run. setBody takes
# a text or an object, by its types and their examples. A text goes out as it is, until the
# answer has the header Content-Type: application/json: then, if each request has a process
# of its own (twilio-run's way unless told otherwise), the text is encoded like an object,
# and what Studio keeps as parsed is a text without members. With the header in small
# letters, or in one process, the same Function is answered rightly.
#
# Guessed: {"open":true} six times. Seen: once as a text in quotes.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @twilio/runtime-handler@2.1.0 > log 2>&1 || { cat log; exit 1; }
cat > hours.js <<'JS'
exports.handler = (context, event, callback) => {
  const answer = new Twilio.Response();
  answer.appendHeader(event.header, "application/json");
  answer.setBody(event.as === "text" ? '{"open":true}' : { open: true });
  callback(null, answer);
};
JS
cat > example.js <<'JS'
const { LocalDevelopmentServer } = require("@twilio/runtime-handler/dev");
const functions = [{ path: "/hours", filePath: require.resolve("./hours.js") }];
(async () => {
  for (const forkProcess of [true, false]) {
    const server = new LocalDevelopmentServer(0, { baseDir: __dirname, env: {}, forkProcess, logger: console, routes: { functions, assets: [] } });
    const http = server.getApp().listen(0, "localhost");
    await new Promise(ready => http.once("listening", ready));
    for (const [as, header] of [["object", "Content-Type"], ["text", "Content-Type"], ["text", "content-type"]]) {
      const answer = await fetch(`http://localhost:${http.address().port}/hours`, { method: "POST", body: new URLSearchParams({ as, header }) });
      console.log(`${forkProcess ? "own process" : "one process"}, ${as}, ${header}: ${await answer.text()}`);
    }
    http.close();
  }
  process.exit();
})();
JS
node example.js > seen
echo "@twilio/runtime-handler 2.1.0"
cat seen
diff - seen <<'TEXT'
own process, object, Content-Type: {"open":true}
own process, text, Content-Type: "{\"open\":true}"
own process, text, content-type: {"open":true}
one process, object, Content-Type: {"open":true}
one process, text, Content-Type: {"open":true}
one process, text, content-type: {"open":true}
TEXT
