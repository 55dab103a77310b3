#!/usr/bin/env bash
# @iarna/toml 3.0.0 (npm): [{b = 1}, "x", 2] is written as three tables, and 1e-7 as 1e-7.undefined.
#
# The package reads and writes TOML 1.0.0-rc.1, where a list may hold values of several kinds, and it
# reads such lists. stringify goes by the first member: if that is a table, the list is written as
# tables ([[a]]), and so is each other member: a text as a table of its letters by number, a number
# as an empty one. With the table last the list is right. A number that JavaScript writes with e-7
# gets ".undefined" behind it, which no reader takes, this one neither. The package had read both
# itself, and stringify says nothing. smol-toml writes all of them rightly. Open issue 47 has the
# numbers.
#
# Guessed: parse(stringify(value)) is the value. Seen: for two of six.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . @iarna/toml@3.0.0 smol-toml@1.9.1 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import iarna from "@iarna/toml";
import * as smol from "smol-toml";
const again = (library, value) => { try { return JSON.stringify(library.parse(library.stringify(value)).a); } catch { return "an error"; } };
for (const text of ["a = ['x', 2, {b = 1}]", "a = [{b = 1}, {b = 2}]", "a = [{b = 1}, 'hi', 2]", "a = [{b = 1}, [7]]", "a = 0.0000001", "a = 1e-9"]) {
  const value = iarna.parse(text);
  console.log(`${text}: read ${JSON.stringify(value.a)}, written ${JSON.stringify(iarna.stringify(value))}`);
  console.log(`  read again ${again(iarna, value)}; by smol-toml ${again(smol, value)}`);
}
JS
node example.mjs > seen
echo "@iarna/toml 3.0.0, smol-toml 1.9.1"
cat seen
diff - seen <<'TEXT'
a = ['x', 2, {b = 1}]: read ["x",2,{"b":1}], written "a = [ \"x\", 2, { b = 1 } ]\n"
  read again ["x",2,{"b":1}]; by smol-toml ["x",2,{"b":1}]
a = [{b = 1}, {b = 2}]: read [{"b":1},{"b":2}], written "[[a]]\nb = 1\n\n[[a]]\nb = 2\n"
  read again [{"b":1},{"b":2}]; by smol-toml [{"b":1},{"b":2}]
a = [{b = 1}, 'hi', 2]: read [{"b":1},"hi",2], written "[[a]]\nb = 1\n\n[[a]]\n0 = \"h\"\n1 = \"i\"\n\n[[a]]\n"
  read again [{"b":1},{"0":"h","1":"i"},{}]; by smol-toml [{"b":1},"hi",2]
a = [{b = 1}, [7]]: read [{"b":1},[7]], written "[[a]]\nb = 1\n\n[[a]]\n0 = 7\n"
  read again [{"b":1},{"0":7}]; by smol-toml [{"b":1},[7]]
a = 0.0000001: read 1e-7, written "a = 1e-7.undefined\n"
  read again an error; by smol-toml 1e-7
a = 1e-9: read 1e-9, written "a = 1e-9.undefined\n"
  read again an error; by smol-toml 1e-9
TEXT
