// Opens a page of findings in a real browser and does with it what people do.
import {check, end, open, picture, seen, selected, settled, transform} from './open.mjs';

await end(async () => {
  const page = await open({viewport: {width: 1300, height: 900}});
  await check(page, 'light');
  await picture(page, 'begin');
  seen.findings = await page.locator('.finding').count();
  seen.boxes = await page.locator('.stage:not([hidden]) .box').count();

  // A finding leads to its widget, in the middle of the canvas.
  await page.locator('.finding[data-n]').first().click();
  await settled(page);
  seen.clicked = {
    selected: await selected(page),
    details: await page.locator('#details').innerText(),
    path: await page.locator('.stage:not([hidden]) .arrow.path').count(),
    off: await page.evaluate(() => {
      const b = document.querySelector('.box.sel').getBoundingClientRect(), v = document.querySelector('.view').getBoundingClientRect();
      return Math.hypot((b.left + b.right - v.left - v.right) / 2, (b.top + b.bottom - v.top - v.bottom) / 2);
    }),
  };
  await picture(page, 'finding');
  await check(page, 'light, a widget is open');

  // A widget leads to what is known of it.
  await page.keyboard.press('Escape');
  seen.closed = await page.locator('#details').isHidden();
  await page.locator('.stage:not([hidden]) .box.sel, .stage:not([hidden]) .box').first().dispatchEvent('click');
  seen.widget = await page.locator('#details').innerText();
  await page.locator('#details .link').first().click();
  seen.followed = await selected(page);
  await page.keyboard.press('Escape');

  // Search, filters and keys.
  await page.keyboard.press('/');
  await page.keyboard.type('needle');
  seen.hits = await page.locator('.stage:not([hidden]) .box.hit').count();
  await page.keyboard.press('Enter');
  seen.searched = await selected(page);
  await page.keyboard.press('Escape');
  await page.locator('#search').fill('');
  await page.locator('.severity input[value=warning]').uncheck();
  seen.withoutWarnings = await page.locator('#list li.warning:visible').count();
  seen.others = await page.locator('#list li:visible').count();
  await page.locator('.severity input[value=warning]').check();
  await page.locator('#rules').selectOption('rule-b');
  seen.ofRule = await page.locator('#list li:visible').count();
  await page.locator('#rules').selectOption('');
  await page.locator('.view').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  seen.second = await page.evaluate(() => [...document.querySelectorAll('.finding')].findIndex(f => f.getAttribute('aria-current')));
  await page.keyboard.press('k');
  await page.keyboard.press('Escape');
  await settled(page);
  const moves = [];
  for (const key of ['+', '-', '0', 'ArrowDown', 'ArrowLeft']) {
    const before = await transform(page);
    await page.keyboard.press(key);
    await settled(page);
    if (await transform(page) === before) moves.push(key);
  }
  seen.idleKeys = moves;
  const before = await transform(page);
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, -200);
  await settled(page);
  const zoomed = await transform(page);
  await page.mouse.down();
  await page.mouse.move(760, 540, {steps: 4});
  await page.mouse.up();
  await settled(page);
  seen.mouse = [before !== zoomed, zoomed !== await transform(page)];

  // The second flow, in which everything has a hostile name.
  await page.locator('#flows').selectOption('1');
  await settled(page);
  seen.listOff = await page.evaluate(() => Math.abs(document.querySelector('.file[data-flow="1"]').getBoundingClientRect().top - document.getElementById('list').getBoundingClientRect().top));
  seen.hostile = await page.evaluate(() => ({
    shown: document.querySelectorAll('.stage:not([hidden])').length,
    hacked: 'hacked' in window,
    foreign: document.querySelectorAll('main script:not(.data), img, iframe, object, b, .stage a, [onclick], [onerror], [onload]').length,
    label: document.querySelector('.stage:not([hidden]) .box .card').getAttribute('aria-label'),
  }));
  await page.locator('.stage:not([hidden]) .box').nth(1).dispatchEvent('click');
  seen.hostileDetails = await page.locator('#details').innerText();
  seen.foreignLater = await page.evaluate(() => document.querySelectorAll('#details script, #details img, #details b').length + ('hacked' in window ? 1 : 0));

  // Moving a large flow, the third: the work of the page's thread for each frame.
  await page.locator('#flows').selectOption('2');
  await page.waitForTimeout(400);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', {timeDomain: 'threadTicks'});
  const work = async () => (await cdp.send('Performance.getMetrics')).metrics.find(m => m.name === 'TaskDuration').value;
  const from = await work();
  const frames = await page.evaluate(() => new Promise(done => {
    const view = document.querySelector('.view');
    let n = 0;
    const step = () => {
      if (n === 60) return done(n);
      view.dispatchEvent(new WheelEvent('wheel', {deltaY: n < 30 ? 60 : -60, clientX: 600, clientY: 400, cancelable: true}));
      n++;
      requestAnimationFrame(step);
    };
    step();
  }));
  seen.frame = ((await work()) - from) / frames * 1000;
  seen.large = await page.locator('.stage:not([hidden]) .box').count();
  await page.close();

  const dark = await open({viewport: {width: 1300, height: 900}, colorScheme: 'dark'});
  await dark.locator('.finding[data-n]').first().click();
  await check(dark, 'dark');
  await picture(dark, 'dark');
  await dark.close();

  const phone = await open({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});
  await phone.locator('.finding[data-n]').first().tap();
  await settled(phone);
  seen.phone = {
    selected: await selected(phone),
    wide: await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    canvas: await phone.evaluate(() => { const r = document.getElementById('canvas').getBoundingClientRect(); return Math.min(innerHeight, r.bottom) - Math.max(0, r.top); }),
  };
  await check(phone, 'phone');
  await picture(phone, 'phone');
  await phone.close();

  const paper = await open({viewport: {width: 1000, height: 900}});
  await paper.emulateMedia({media: 'print'});
  seen.printed = await paper.locator('.stage:visible').count();
  await picture(paper, 'print');
  await paper.close();

  const still = await open({viewport: {width: 1300, height: 900}, javaScriptEnabled: false});
  seen.withoutScript = await still.locator('.finding').count();
  await still.close();
});
