#!/usr/bin/env bash
# yaml-language-server 1.25.0 (npm): it complains about a value that the file replaces, and not
# about the one that it has.
#
# The server is what editors check YAML with, by a JSON Schema. It knows merge keys (<<), and that
# what a mapping says itself wins over what it merges. But it asks the schema about the first of
# the two that it meets, and people write the merge key first. So a default that is sound where
# it stands and is overridden below is underlined as wrong, and a wrong value that overrides a
# sound one is not. With the merge key last both are judged rightly. Lengths are another matter:
# an emoji counts as two characters, so what the JSON editor of the same schema accepts is too long.
#
# Guessed: what the JSON editor says of the same data, every time. Seen: for two of five.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . yaml-language-server@1.25.0 vscode-languageserver-textdocument@1.0.16 vscode-json-languageservice@5.7.2 yaml@2.9.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { getLanguageService } = require("yaml-language-server");
const json = require("vscode-json-languageservice");
const { TextDocument } = require("vscode-languageserver-textdocument");
const { parse } = require("yaml");
const schema = () => ({ properties: { line: { properties: { tries: { minimum: 1 }, mark: { maxLength: 1 } } } } });
const service = getLanguageService({ schemaRequestService: async () => JSON.stringify(schema()), workspaceContext: { resolveRelativePath: (path) => path } });
service.configure({ validate: true, schemas: [{ uri: "file:///schema.json", fileMatch: ["*"], schema: schema() }] });
const texts = [
  "base: &base\n  tries: 0\nline:\n  <<: *base\n  tries: 5\n",
  "base: &base\n  tries: 5\nline:\n  <<: *base\n  tries: 0\n",
  "base: &base\n  tries: 0\nline:\n  tries: 5\n  <<: *base\n",
  "base: &base\n  tries: 5\nline:\n  tries: 0\n  <<: *base\n",
  "line:\n  mark: 😀\n",
];
(async () => {
  for (const [number, text] of texts.entries()) {
    const told = await service.doValidation(TextDocument.create(`file:///${number}.yaml`, "yaml", 1, text), false);
    const means = parse(text, { merge: true });
    const same = TextDocument.create(`file:///${number}.json`, "json", 1, JSON.stringify(means));
    const editor = json.getLanguageService({});
    const asJSON = await editor.doValidation(same, editor.parseJSONDocument(same), { schemaValidation: "error" }, schema());
    console.log(JSON.stringify(text));
    console.log(`  which is ${JSON.stringify(means.line)}: ${told.map((one) => `line ${one.range.start.line + 1}: ${one.message}`).join() || "fine"}; as JSON: ${asJSON.length ? "wrong" : "fine"}`);
  }
  process.exit();
})();
JS
node example.js > seen
echo "yaml-language-server 1.25.0"
cat seen
diff - seen <<'TEXT'
"base: &base\n  tries: 0\nline:\n  <<: *base\n  tries: 5\n"
  which is {"tries":5}: line 2: Value is below the minimum of 1.; as JSON: fine
"base: &base\n  tries: 5\nline:\n  <<: *base\n  tries: 0\n"
  which is {"tries":0}: fine; as JSON: wrong
"base: &base\n  tries: 0\nline:\n  tries: 5\n  <<: *base\n"
  which is {"tries":5}: fine; as JSON: fine
"base: &base\n  tries: 5\nline:\n  tries: 0\n  <<: *base\n"
  which is {"tries":0}: line 4: Value is below the minimum of 1.; as JSON: wrong
"line:\n  mark: 😀\n"
  which is {"mark":"😀"}: line 2: String is longer than the maximum length of 1.; as JSON: fine
TEXT
