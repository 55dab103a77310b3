#!/usr/bin/env bash
# vscode-json-languageservice 5.7.2: whether a number is an integer depends on its dot.
#
# JSON Schema's integer is any number without a fraction, 1.0 among them. This validator,
# which editors use, looks for a dot in the text: 1.0 and 1.5e1 (15) are refused, and 1e-1
# and 25e-1, which are fractions, are accepted. Ajv judges by value.
#
# Guessed: 1.0 yes, 1e-1 no. Seen: the other way round.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . vscode-json-languageservice@5.7.2 ajv@8.20.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");
const service = getLanguageService({}), Ajv = require("ajv"), schema = { type: "integer" };
(async () => {
  for (const text of ["1", "1.0", "1.5e1", "1e2", "1e-1", "25e-1"]) {
    const file = TextDocument.create("file:///example.json", "json", 1, text);
    const mistakes = await service.doValidation(file, service.parseJSONDocument(file), {}, schema);
    console.log(text, mistakes.length === 0 ? "accepted" : "refused", "(Ajv: " + (new Ajv().validate(schema, JSON.parse(text)) ? "accepted)" : "refused)"));
  }
})();
JS
node example.js > seen
echo "vscode-json-languageservice 5.7.2 and Ajv 8.20.0"
cat seen
diff - seen <<'TEXT'
1 accepted (Ajv: accepted)
1.0 refused (Ajv: accepted)
1.5e1 refused (Ajv: accepted)
1e2 accepted (Ajv: accepted)
1e-1 accepted (Ajv: refused)
25e-1 accepted (Ajv: refused)
TEXT
