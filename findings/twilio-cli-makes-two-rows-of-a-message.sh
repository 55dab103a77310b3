#!/usr/bin/env bash
# @twilio/cli-core 8.3.2: -o tsv makes two rows of a message with a line break, and -o json of
# nothing is nothing.
#
# Each command of twilio-cli and of its plugins is one of the package's, and writes what it found
# as columns, JSON or TSV. In TSV a tab ends a value and a line break a row; the two are escaped
# as \t and \n as a rule, or the value put into quotes. Here they are written as they are, so a
# text with a break gives a short row and one that begins in the middle. Texts of messages often
# have one. In JSON, a list without members is not [] but an empty output, which no parser takes;
# the exit status is 0, and "No results" goes to the terminal. So a script that asks for a flow's
# executions breaks on the day when there are none.
#
# Guessed: three lines of three values, and []. Seen: four lines, and no output.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

echo '{"name": "example", "version": "1.0.0", "private": true}' > package.json
npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . @twilio/cli-core@8.3.2 > log || { cat log; exit 1; }
cat > list.js <<'JS'
const { BaseCommand } = require("@twilio/cli-core").baseCommands;
const messages = [
  { sid: "SM1", body: "Open 9 to 5\nClosed on Sunday", direction: "inbound" },
  { sid: "SM2", body: "1\t2", direction: "inbound" },
];
class List extends BaseCommand {
  async run() {
    await super.run();
    this.output(process.env.NONE ? [] : messages, "sid,body,direction");
  }
}
List.flags = BaseCommand.flags;
List.run(process.argv.slice(2), __dirname);
JS
export HOME="$work"
node list.js -o tsv > tsv
node list.js -o json > json
NONE=yes node list.js -o json > none 2> told
echo "@twilio/cli-core 8.3.2"
cat tsv
echo "as JSON: $(node -p 'JSON.parse(fs.readFileSync("json")).length') messages; of none: $(wc -c < none) bytes, $(cat told)"
diff - tsv <<TEXT
sid	body	direction
SM1	Open 9 to 5
Closed on Sunday	inbound
SM2	1	2	inbound
TEXT
[ ! -s none ]
grep -q 'No results' told
