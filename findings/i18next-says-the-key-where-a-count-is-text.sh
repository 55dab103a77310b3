#!/usr/bin/env bash
# i18next 26.7.2 (npm): where two calls wait, and the two is text, the caller hears "calls".
#
# The library takes one of the forms of a text (calls_one, calls_other) by the option count, and puts
# the count into it, like any other option. What Studio hands to a Function is text, what a caller
# keyed in, too, and {{count}} in a text without forms takes it as it is. But with a count that is
# text the library looks for no form, only for the key itself. There is none, and what it gives for a
# missing text is the key. Whoever has that key, too, for the case without a count, gets its text. No
# error comes. The manual says that the option has to be there, and how it is called; that it is a
# number is in the types for TypeScript. Version 27.2.9, for newer Node.js, does the same;
# intl-messageformat takes numbers that are text.
#
# Guessed: the same for 2 and "2". Seen: the key.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . i18next@26.7.2 intl-messageformat@12.1.5 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import i18next from "i18next";
import { IntlMessageFormat } from "intl-messageformat";
await i18next.init({ lng: "en", showSupportNotice: false, resources: { en: { translation: {
  number: "You are number {{count}}.",
  calls_one: "{{count}} call waits.", calls_other: "{{count}} calls wait.",
  turn: "It is your turn.", turn_one: "{{count}} caller is before you.", turn_other: "{{count}} callers are before you.",
} } } });
const intl = new IntlMessageFormat("{count, plural, one {# call waits.} other {# calls wait.}}", "en");
for (const count of [1, "1", 2, "2"]) {
  console.log(`${JSON.stringify(count)}: ${["number", "calls", "turn"].map(key => i18next.t(key, { count })).join(" | ")}; intl-messageformat ${intl.format({ count })}`);
}
JS
node example.mjs > seen
echo "i18next 26.7.2, for comparison intl-messageformat 12.1.5"
cat seen
diff - seen <<'TEXT'
1: You are number 1. | 1 call waits. | 1 caller is before you.; intl-messageformat 1 call waits.
"1": You are number 1. | calls | It is your turn.; intl-messageformat 1 call waits.
2: You are number 2. | 2 calls wait. | 2 callers are before you.; intl-messageformat 2 calls wait.
"2": You are number 2. | calls | It is your turn.; intl-messageformat 2 calls wait.
TEXT
