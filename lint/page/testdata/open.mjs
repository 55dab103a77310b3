// What all programs of the page's tests begin with: a browser that opens the page, and
// what is asked of it. Arguments: the page, the folder for pictures of it ("" for none).
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';

const require = createRequire(process.env.STUDIOLINT_NODE_MODULES + '/');
const {chromium} = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [,, file, pictures] = process.argv;
export const seen = {troubles: [], requests: [], axe: []};
const browser = await chromium.launch({executablePath: process.env.STUDIOLINT_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
export const open = async (options) => {
  const page = await browser.newPage(options);
  page.on('console', m => seen.troubles.push(m.text()));
  page.on('pageerror', e => seen.troubles.push(e.message));
  page.on('dialog', d => { seen.troubles.push('dialog: ' + d.message()); d.dismiss(); });
  page.on('request', r => { if (r.url() !== 'file://' + file) seen.requests.push(r.url()); });
  await page.goto('file://' + file);
  return page;
};
export const check = async (page, what) => {
  const result = await page.evaluate(`${axe};axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})`);
  for (const v of result.violations) seen.axe.push(`${what}: ${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.failureSummary || '').split('\n')[1]).join(' | ')}`);
};
export const settled = page => page.waitForTimeout(80);
export const selected = page => page.evaluate(() => document.querySelector('.stage:not([hidden]) .box.sel .card')?.getAttribute('aria-label').split(',')[0] ?? null);
export const transform = page => page.evaluate(() => document.querySelector('.stage:not([hidden])').style.transform);
export const picture = (page, name) => pictures && page.screenshot({path: `${pictures}/${name}.png`});

// end runs what is done with the page, and prints what was seen as JSON.
export const end = async does => {
  try {
    await does();
  } catch (e) {
    seen.troubles.push(String(e && e.stack || e));
  }
  await browser.close();
  process.stdout.write(JSON.stringify(seen));
};
