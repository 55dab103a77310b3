#!/usr/bin/env bash
# junit-report-merger 9.0.4 (npm): merging reports changes what the failures say.
#
# A test of escaping fails with: expected &lt;b&gt; but got <b>. In a JUnit report, which is
# XML, its & and < are escaped once, and whoever reads it sees that message. Merged, even
# from one report alone, it is: expected <b> but got <b>, and two cases whose names differ
# in such a text get the same one. The merger's XML is xmlbuilder2 4.0.3, which does not
# escape an & again that looks like the head of an escape, and reads &amp;#43; as a plus at
# once. CDATA stays. junit-merge keeps it all. Messages of a linter that quote HTML, XML or
# SSML are of this kind.
#
# Guessed: the texts of the report. Seen: others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . junit-report-merger@9.0.4 xmlbuilder2@4.0.3 junit-merge@2.0.0 sax@1.4.4 > log || { cat log; exit 1; }
cat > report.xml <<'XML'
<testsuites>
  <testsuite name="flows" tests="3" failures="1">
    <testcase name="AT&amp;amp;T"/>
    <testcase name="AT&amp;T"/>
    <testcase name="escapes">
      <failure message="expected &amp;lt;b&amp;gt; but got &lt;b&gt;">said &amp;quot;&amp;#43;1&amp;quot;<![CDATA[, not &lt;]]></failure>
    </testcase>
  </testsuite>
</testsuites>
XML
cat > example.js <<'JS'
const sax = require("sax"), { create } = require("xmlbuilder2"), fs = require("fs");
for (const file of ["report.xml", "junit-merge.xml", "junit-report-merger.xml"]) {
  const parser = sax.parser(true), said = [];
  parser.onopentag = ({ name, attributes }) => { if (name === "testcase") said.push(attributes.name); if (name === "failure") said.push(attributes.message, ""); };
  parser.ontext = parser.oncdata = text => { if (text.trim()) said[said.length - 1] += text.trim(); };
  parser.write(fs.readFileSync(file, "utf8")).close();
  console.log(`${file}: ${said.join(" | ")}`);
}
for (const text of ["<a>&amp;lt;</a>", "<a>&amp;#43;</a>"])
  console.log(`xmlbuilder2: ${text} is read and written as ${create(text).end({ headless: true })}`);
JS
npx --no-install jrm junit-report-merger.xml report.xml > log || { cat log; exit 1; }
npx --no-install junit-merge --out junit-merge.xml report.xml > log || { cat log; exit 1; }
node example.js > seen
echo "junit-report-merger 9.0.4, xmlbuilder2 4.0.3, junit-merge 2.0.0"
cat seen
diff - seen <<'TEXT'
report.xml: AT&amp;T | AT&T | escapes | expected &lt;b&gt; but got <b> | said &quot;&#43;1&quot;, not &lt;
junit-merge.xml: AT&amp;T | AT&T | escapes | expected &lt;b&gt; but got <b> | said &quot;&#43;1&quot;, not &lt;
junit-report-merger.xml: AT&T | AT&T | escapes | expected <b> but got <b> | said "+1", not &lt;
xmlbuilder2: <a>&amp;lt;</a> is read and written as <a>&lt;</a>
xmlbuilder2: <a>&amp;#43;</a> is read and written as <a>+</a>
TEXT
