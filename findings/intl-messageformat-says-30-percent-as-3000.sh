#!/usr/bin/env bash
# intl-messageformat 12.1.5 (npm): 0.3 by "::percent scale/100" is 3,000%, and 5 m/s are 5 m.
#
# The library (of FormatJS; react-intl uses it) formats messages in ICU's form. For number skeletons
# its page sends the reader to ICU's guide, which has a table of what goes in and what comes out:
# percent writes 25 as 25%, and percent scale/100, in short %x100, writes 0.3 as 30%. The examples on
# the page itself give a fraction to percent alone; so percent multiplies by a hundred, and scale/100
# does it once more. A translation that was written by the guide says a hundred times as much, and no
# error comes. Of metres per second the seconds are left out, without an error too.
# @messageformat/core, which reads the same messages, writes what the guide has.
#
# Guessed: the guide's column. Seen: for three of eight.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . intl-messageformat@12.1.5 @messageformat/core@3.4.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { IntlMessageFormat } = require("intl-messageformat");
const MessageFormat = require("@messageformat/core");
for (const [skeleton, n, guide] of [
  ["scale/100", 0.3, "30"],
  ["percent", 25, "25%"],
  ["percent .00", 25, "25.00%"],
  ["percent scale/100", 0.3, "30%"],
  ["%x100", 0.3, "30%"],
  ["measure-unit/length-meter", 5, "5 m"],
  ["measure-unit/length-meter per-measure-unit/duration-second", 5, "5 m/s"],
  ["currency/CAD", 10, "CA$10.00"],
]) {
  const message = `{n, number, ::${skeleton}}`;
  const ours = new IntlMessageFormat(message, "en-US").format({ n });
  const other = new MessageFormat("en-US").compile(message)({ n });
  console.log(`${message} of ${n}: ${guide} by the guide, ${ours}; @messageformat/core: ${other}`);
}
JS
node example.js > seen
echo "intl-messageformat 12.1.5, @messageformat/core 3.4.1"
cat seen
diff - seen <<'TEXT'
{n, number, ::scale/100} of 0.3: 30 by the guide, 30; @messageformat/core: 30
{n, number, ::percent} of 25: 25% by the guide, 2,500%; @messageformat/core: 25%
{n, number, ::percent .00} of 25: 25.00% by the guide, 2,500.00%; @messageformat/core: 25.00%
{n, number, ::percent scale/100} of 0.3: 30% by the guide, 3,000%; @messageformat/core: 30%
{n, number, ::%x100} of 0.3: 30% by the guide, 3,000%; @messageformat/core: 30%
{n, number, ::measure-unit/length-meter} of 5: 5 m by the guide, 5 m; @messageformat/core: 5 m
{n, number, ::measure-unit/length-meter per-measure-unit/duration-second} of 5: 5 m/s by the guide, 5 m; @messageformat/core: 5 m/s
{n, number, ::currency/CAD} of 10: CA$10.00 by the guide, CA$10.00; @messageformat/core: CA$10.00
TEXT
