#!/usr/bin/env bash
# @twilio/runtime-handler 2.1.0: a number that a Function answers is the answer's status.
#
# callback(null, value) ends a Twilio Function, and what is neither text nor TwiML goes out
# as JSON: an object, a list, true. The package, which runs Functions on a developer's
# machine, hands the value to Express 4, whose send takes a number alone for a status. So a
# Function that counts 404 callers has "not found" for an answer, and Studio's widget Run
# Function would go on at fail; one that counts 200 answers OK, and the number is nowhere.
# Nothing that a program sees tells so; a note of Express goes to the terminal, once.
#
# Guessed: 200 and the value as JSON every time. Seen: for all but the numbers.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @twilio/runtime-handler@2.1.0 express@4.22.1 > log 2>&1 || { cat log; exit 1; }
cat > count.js <<'JS'
exports.handler = (context, event, callback) => callback(null, JSON.parse(event.value));
JS
cat > example.js <<'JS'
const { LocalDevelopmentServer } = require("@twilio/runtime-handler/dev");
const functions = [{ path: "/count", filePath: require.resolve("./count.js") }];
(async () => {
  const server = new LocalDevelopmentServer(0, { baseDir: __dirname, env: {}, forkProcess: true, logger: console, routes: { functions, assets: [] } });
  const http = server.getApp().listen(0, "localhost");
  await new Promise(ready => http.once("listening", ready));
  for (const value of ['{"count":404}', "[404]", "true", "200", "404", "500"]) {
    const answer = await fetch(`http://localhost:${http.address().port}/count`, { method: "POST", body: new URLSearchParams({ value }) });
    console.log(`${value}: status ${answer.status}, ${answer.headers.get("content-type")}, ${await answer.text()}`);
  }
  process.exit();
})();
JS
node example.js > seen 2> log || { cat log; exit 1; }
echo "@twilio/runtime-handler 2.1.0"
cat seen
diff - seen <<'TEXT'
{"count":404}: status 200, application/json; charset=utf-8, {"count":404}
[404]: status 200, application/json; charset=utf-8, [404]
true: status 200, application/json; charset=utf-8, true
200: status 200, application/json; charset=utf-8, OK
404: status 404, application/json; charset=utf-8, Not Found
500: status 500, application/json; charset=utf-8, Internal Server Error
TEXT
