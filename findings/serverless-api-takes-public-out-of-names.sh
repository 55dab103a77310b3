#!/usr/bin/env bash
# @twilio-labs/serverless-api 5.7.0 (npm): hours.public-holidays.json is put up as /hours-holidays.json.
#
# Twilio's toolkit puts a project's Functions and Assets up, each at the address that its file name
# says; .protected or .private before the last dot says who may read it, and goes. Of a file that
# has neither, and is public thereby, the first ".public" in the name goes as well, wherever it
# stands: menu.publication.json is /menuation.json, and two Functions may get one address.
# Of a protected file the first ".protected" goes, not the last. No warning comes. A flow
# that asks for the address with the file's name gets a 404.
#
# Guessed: the names without what stands before the last dot. Seen: three others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . @twilio-labs/serverless-api@5.7.0 > log || { cat log; exit 1; }
mkdir -p project/assets project/functions
for name in hours.json hours.protected.json hours.public-holidays.json menu.protected-areas.protected.json menu.publication.json; do
  echo '{}' > "project/assets/$name"
done
cat > example.js <<'JS'
const { fsHelpers } = require("@twilio-labs/serverless-api"), { resolve, basename } = require("path");
fsHelpers.getListOfFunctionsAndAssets(resolve("project")).then(({ assets }) => {
  for (const { filePath, path, access } of assets) console.log(basename(filePath), access, path);
});
JS
LC_ALL=C node example.js | LC_ALL=C sort > seen
echo "@twilio-labs/serverless-api 5.7.0"
cat seen
diff - seen <<'TEXT'
hours.json public /hours.json
hours.protected.json protected /hours.json
hours.public-holidays.json public /hours-holidays.json
menu.protected-areas.protected.json protected /menu-areas.protected.json
menu.publication.json public /menuation.json
TEXT
