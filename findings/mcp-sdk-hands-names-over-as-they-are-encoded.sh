#!/usr/bin/env bash
# @modelcontextprotocol/sdk 1.32.2 (npm): the resource flow://main%20menu is asked for by the name
# "main%20menu", and lines://menu does not exist.
#
# A server of the Model Context Protocol offers resources by templates (RFC 6570): flow://{name}, or
# lines://{name}{?from,to} with two values that may be missing. The SDK expands templates and matches
# addresses against them. Expanding encodes the values; matching does not decode them, so a server
# looks for "main%20menu" and finds none of its flows whose names have a blank, a slash or an accent. A
# value that is missing, for which expanding leaves its part out, makes the address one that does not
# match; so does another order. The client is told "not found". Issues 149 and 1079 are open.
# mark3labs/mcp-go (Go) decodes, and matches without the values.
#
# Guessed: the values that were expanded. Seen: for two of seven.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . @modelcontextprotocol/sdk@1.32.2 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import { UriTemplate } from "@modelcontextprotocol/sdk/shared/uriTemplate.js";
const flow = "flow://{name}", lines = "lines://{name}{?from,to}";
const server = new McpServer({ name: "flows", version: "1" });
for (const template of [flow, lines]) {
  server.registerResource(template, new ResourceTemplate(template, { list: undefined }), {},
    (uri, values) => ({ contents: [{ uri: uri.href, text: JSON.stringify(values) }] }));
}
const client = new Client({ name: "reader", version: "1" });
const [one, other] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(one), client.connect(other)]);
for (const [template, values] of [
  [flow, { name: "menu" }],
  [flow, { name: "main menu" }],
  [flow, { name: "sales/night" }],
  [flow, { name: "menü" }],
  [lines, { name: "menu", from: "1", to: "9" }],
  [lines, { name: "menu", from: "1" }],
  [lines, { name: "menu" }],
]) {
  const uri = new UriTemplate(template).expand(values);
  const read = await client.readResource({ uri }).then((answer) => answer.contents[0].text, (error) => `error ${error.code}, not found: ${/not found/.test(error.message)}`);
  console.log(`${template} with ${JSON.stringify(values)} is ${uri}; the server gets ${read}`);
}
await client.close();
JS
node example.mjs > seen
echo "@modelcontextprotocol/sdk 1.32.2"
cat seen
diff - seen <<'TEXT'
flow://{name} with {"name":"menu"} is flow://menu; the server gets {"name":"menu"}
flow://{name} with {"name":"main menu"} is flow://main%20menu; the server gets {"name":"main%20menu"}
flow://{name} with {"name":"sales/night"} is flow://sales%2Fnight; the server gets {"name":"sales%2Fnight"}
flow://{name} with {"name":"menü"} is flow://men%C3%BC; the server gets {"name":"men%C3%BC"}
lines://{name}{?from,to} with {"name":"menu","from":"1","to":"9"} is lines://menu?from=1&to=9; the server gets {"name":"menu","from":"1","to":"9"}
lines://{name}{?from,to} with {"name":"menu","from":"1"} is lines://menu?from=1; the server gets error -32602, not found: true
lines://{name}{?from,to} with {"name":"menu"} is lines://menu; the server gets error -32602, not found: true
TEXT
