#!/usr/bin/env bash
# junit-to-ctrf 0.0.14, test-results-parser 0.4.6, junitxml-to-javascript 1.1.4 (npm): of what
# jest-junit 17.0.0 says of a failed test, nothing is told.
#
# In JUnit's XML a failure has a text, and may have the attributes message and type. jest-junit, much
# the most used reporter that writes the form for Jest, writes the text alone, error and stack. The
# three readers are for the reports of any tool. But junit-to-ctrf and test-results-parser find the
# text only where an attribute stands with it: else the XML libraries beneath them give a plain text,
# which has no member of that name. The third reads the message alone. So the test has failed, and
# neither message nor trace says why, in the summary of a run or a chat that is made of it. The
# reason of a skipped test goes the same way. junit2json gives all of it.
#
# Guessed: the text. Seen: where there is an attribute.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . jest-junit@17.0.0 junit-to-ctrf@0.0.14 test-results-parser@0.4.6 junitxml-to-javascript@1.1.4 junit2json@4.0.0 > log || { cat log; exit 1; }
cat > jest.js <<'JS'
const Reporter = require("jest-junit");
const test = (title, status, ...failureMessages) => ({ ancestorTitles: ["flow"], title, fullName: `flow ${title}`, status, failureMessages, duration: 5 });
const results = [test("greets", "passed"), test("ends", "failed", "Error: menu has no way out")];
new Reporter({ rootDir: process.cwd() }, { outputFile: "jest.xml" }).onRunComplete(null, {
  numTotalTests: 2, numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, startTime: 0,
  testResults: [{ testFilePath: `${process.cwd()}/flow.test.js`, testResults: results, numPassingTests: 1, numFailingTests: 1, numPendingTests: 0, perfStats: { start: 0, end: 10 } }],
});
JS
node jest.js
cat > others.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="flows" tests="3" failures="2" skipped="1">
<testcase name="message" time="1"><failure message="menu is wrong">menu has no way out</failure></testcase>
<testcase name="data" time="1"><failure><![CDATA[menu has no way out]]></failure></testcase>
<testcase name="skip" time="1"><skipped>not on Sundays</skipped></testcase>
</testsuite></testsuites>
XML
cat > example.js <<'JS'
const { readFileSync } = require("node:fs");
const { convertJUnitToCTRFReport } = require("junit-to-ctrf");
const { parse } = require("test-results-parser");
const Parser = require("junitxml-to-javascript");
const junit2json = require("junit2json");
const said = (...texts) => texts.filter(Boolean).join(": ") || "nothing";
(async () => {
  for (const file of ["jest.xml", "others.xml"]) {
    const text = readFileSync(file, "utf8");
    console.log(`${file}: ${text.match(/<(failure|skipped)[^]*?<\/\1>/g).join(" ")}`);
    const ctrf = (await convertJUnitToCTRFReport(file)).results.tests;
    const results = parse({ type: "junit", files: [file] }).suites[0].cases;
    const javascript = (await new Parser().parseXMLString(text)).testsuites.flatMap(suite => suite.testCases);
    const json = (await junit2json.parse(text)).testsuite[0].testcase;
    for (const [number, { name, status, message, trace }] of ctrf.entries()) {
      const [part] = json[number].failure ?? json[number].skipped ?? [{}];
      console.log(`  ${name}, ${status}: junit-to-ctrf ${said(message, trace)}; test-results-parser ${said(results[number].failure, results[number].stack_trace)}; junitxml-to-javascript ${said(javascript[number].message)}; junit2json ${said(part.message, part.inner)}`);
    }
  }
})();
JS
node example.js > seen
echo "jest-junit 17.0.0, junit-to-ctrf 0.0.14, test-results-parser 0.4.6, junitxml-to-javascript 1.1.4, junit2json 4.0.0"
cat seen
diff - seen <<'TEXT'
jest.xml: <failure>Error: menu has no way out</failure>
  flow greets, passed: junit-to-ctrf nothing; test-results-parser nothing; junitxml-to-javascript nothing; junit2json nothing
  flow ends, failed: junit-to-ctrf nothing; test-results-parser nothing; junitxml-to-javascript nothing; junit2json Error: menu has no way out
others.xml: <failure message="menu is wrong">menu has no way out</failure> <failure><![CDATA[menu has no way out]]></failure> <skipped>not on Sundays</skipped>
  message, failed: junit-to-ctrf menu is wrong: menu has no way out; test-results-parser menu is wrong: menu has no way out; junitxml-to-javascript menu is wrong; junit2json menu is wrong: menu has no way out
  data, failed: junit-to-ctrf nothing; test-results-parser nothing; junitxml-to-javascript nothing; junit2json menu has no way out
  skip, skipped: junit-to-ctrf nothing; test-results-parser nothing; junitxml-to-javascript nothing; junit2json not on Sundays
TEXT
