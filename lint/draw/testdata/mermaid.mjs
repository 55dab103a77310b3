// Reads drawings from standard input as a JSON list, parses and renders each with the
// real Mermaid, with the limits of GitHub, and prints what it drew as a JSON list.
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const require = createRequire(process.env.STUDIOLINT_NODE_MODULES + '/');
const {JSDOM} = require('jsdom');
const {window} = new JSDOM('<!DOCTYPE html><body></body>', {pretendToBeVisual: true});
for (const name of ['window', 'document', 'Element', 'SVGElement', 'HTMLElement', 'Node', 'DOMParser', 'XMLSerializer', 'CSSStyleSheet']) {
  if (name === 'window') globalThis.window = window;
  else if (window[name]) globalThis[name] = window[name];
}
globalThis.CSSStyleSheet ??= class { replaceSync() {} insertRule() {} };
globalThis.btoa = s => Buffer.from(s, 'utf8').toString('base64'); // what a point holds under jsdom is not Latin-1
// jsdom measures nothing.
window.SVGElement.prototype.getBBox = function () { return {x: 0, y: 0, width: 8 * (this.textContent.length || 1), height: 20}; };
window.SVGElement.prototype.getComputedTextLength = function () { return 8 * this.textContent.length; };

const path = require.resolve('mermaid').replace(/mermaid\.core\.mjs$/, 'mermaid.core.mjs');
const mermaid = (await import(pathToFileURL(path))).default;
mermaid.initialize({startOnLoad: false, securityLevel: 'strict', maxEdges: 500, maxTextSize: 50000, suppressErrorRendering: true});

let input = '';
for await (const chunk of process.stdin) input += chunk;
const results = [];
for (const [i, drawing] of JSON.parse(input).entries()) {
  const result = {nodes: {}, edges: [], error: ''};
  try {
    await mermaid.parse(drawing);
    const {svg} = await mermaid.render('drawing' + i, drawing);
    const page = new JSDOM(svg.replace(/<br\s*\/?>/g, '\n'), {contentType: 'text/html'}).window.document;
    const text = e => e.textContent.split('\n').map(s => s.trim()).filter(s => s).join('\n');
    for (const n of page.querySelectorAll('g.node')) {
      const id = /flowchart-(.+)-\d+$/.exec(n.id);
      result.nodes[id ? id[1] : n.id] = text(n);
    }
    for (const e of page.querySelectorAll('g.edgeLabel .edgeLabel, .edgeLabels > g.edgeLabel')) result.edges.push(text(e));
    result.paths = page.querySelectorAll('path.flowchart-link').length;
    result.scripts = page.querySelectorAll('script, img, a, iframe').length;
  } catch (e) {
    result.error = String(e && e.stack || e);
  }
  results.push(result);
}
process.stdout.write(JSON.stringify(results));
process.exit(0);
