// Opens a page of differences in a real browser and does with it what people do.
import {check, end, open, picture, seen, settled} from './open.mjs';

// In each view: the widget that is selected, and how far it is from the middle.
const both = page => page.evaluate(() => [...document.querySelectorAll('.view')].map(v => {
  const box = v.querySelector('.stage:not([hidden]) .box.sel');
  if (!box) return {name: '', off: 0};
  const b = box.getBoundingClientRect(), r = v.getBoundingClientRect();
  return {name: box.querySelector('.card').getAttribute('aria-label').split(',')[0], off: Math.hypot((b.left + b.right - r.left - r.right) / 2, (b.top + b.bottom - r.top - r.bottom) / 2)};
}));

await end(async () => {
  const page = await open({viewport: {width: 1400, height: 900}});
  await check(page, 'light');
  await picture(page, 'pair');
  seen.items = await page.locator('.finding').count();
  seen.marks = await page.evaluate(() => Object.fromEntries(['added', 'removed', 'changed', 'moved'].map(m => [m, [...document.querySelectorAll('.view')].map(v => v.querySelectorAll(`.stage:not([hidden]) .box.${m}, .stage:not([hidden]) .arrow.${m}`).length)])));

  // A difference leads to the widget in both pictures, or in that which has it.
  seen.clicked = {};
  for (const kind of ['renamed', 'rewired', 'added', 'removed', 'warning', 'gone']) {
    await page.locator(`#list li.${kind} .finding[data-n]`).first().click();
    await settled(page);
    seen.clicked[kind] = await both(page);
  }
  await picture(page, 'pair-clicked');
  await check(page, 'light, a widget is open');
  seen.details = await page.locator('#details').innerText();
  await page.keyboard.press('Escape');
  seen.closed = await page.locator('#details').isHidden();

  // A widget of one picture shows its twin in the other.
  await page.locator('.view').nth(0).locator('.stage:not([hidden]) .box').nth(2).dispatchEvent('click');
  await settled(page);
  seen.twin = await both(page);
  await page.keyboard.press('Escape');

  // Keys move what has the focus, buttons move both; filters leave out kinds.
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  seen.second = await page.evaluate(() => [...document.querySelectorAll('.finding')].findIndex(f => f.getAttribute('aria-current')));
  await page.keyboard.press('Escape');
  await settled(page);
  const transforms = () => page.evaluate(() => [...document.querySelectorAll('.stage:not([hidden])')].map(s => s.style.transform));
  const from = await transforms();
  await page.locator('.view').nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await settled(page);
  const one = await transforms();
  await page.locator('#in').click();
  await settled(page);
  const two = await transforms();
  seen.moves = [from[0] === one[0], from[1] !== one[1], one[0] !== two[0], one[1] !== two[1]];
  await page.locator('.severity input[value=rewired]').uncheck();
  seen.withoutRewired = await page.locator('#list li.rewired:visible').count();
  await page.locator('#search').fill('needle');
  seen.hits = await page.locator('.stage:not([hidden]) .box.hit').count();
  await page.locator('#search').fill('');

  // The second pair is hostile, the third a file that is new.
  await page.locator('#flows').selectOption('1');
  await settled(page);
  await page.locator('.view').nth(1).locator('.stage:not([hidden]) .box').nth(1).dispatchEvent('click');
  seen.hostile = await page.evaluate(() => document.querySelectorAll('main script:not(.data), img, iframe, object, b, .stage a, [onclick], [onerror], [onload]').length + ('hacked' in window ? 1 : 0));
  await page.locator('#flows').selectOption('2');
  await settled(page);
  seen.onlyNew = await page.evaluate(() => [...document.querySelectorAll('.view')].map(v => v.querySelectorAll('.stage:not([hidden]) .box').length));
  await page.close();

  const dark = await open({viewport: {width: 1400, height: 900}, colorScheme: 'dark'});
  await dark.locator('#list li.rewired .finding').first().click();
  await check(dark, 'dark');
  await picture(dark, 'pair-dark');
  await dark.close();

  // A phone has room for one picture: that in which the difference is.
  const phone = await open({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});
  const front = () => phone.evaluate(() => [...document.querySelectorAll('.view')].map(v => getComputedStyle(v).visibility === 'visible'));
  await phone.locator('#list li.removed .finding').first().tap();
  await settled(phone);
  seen.front = [await front()];
  await phone.locator('#side').tap();
  seen.front.push(await front());
  seen.wide = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await check(phone, 'phone');
  await picture(phone, 'pair-phone');
  await phone.close();

  const paper = await open({viewport: {width: 1000, height: 900}});
  await paper.emulateMedia({media: 'print'});
  seen.paper = await paper.locator('.stage:visible').count();
  await paper.close();
});
