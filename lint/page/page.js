'use strict';
(() => {
  const $ = id => document.getElementById(id);
  const root = document.documentElement, main = document.querySelector('main');
  root.classList.add('script');
  const details = $('details'), said = $('said'), canvas = $('canvas');
  const make = (name, text, parent, className) => {
    const e = document.createElement(name);
    if (text !== undefined) e.textContent = text;
    if (className) e.className = className;
    if (parent) parent.append(e);
    return e;
  };

  // A flow has a picture in each view: one, or two when it is compared with what it was.
  const views = [...document.querySelectorAll('.view')];
  const flows = [];
  views.forEach((view, v) => {
    const texts = view.querySelectorAll('script.data');
    view.querySelectorAll('.stage').forEach((stage, i) => {
      (flows[i] = flows[i] || {pics: []}).pics[v] = {view, stage, text: texts[i]};
    });
  });
  const items = [...document.querySelectorAll('#list li')].map(li => {
    const button = li.querySelector('.finding'), file = li.closest('.file');
    return {li, button, file, flow: +file.dataset.flow, n: button.disabled ? -1 : +button.dataset.n, rule: li.dataset.rule, severity: li.className, text: li.textContent.toLowerCase()};
  });
  // selected is the picture and the widget whose details are shown.
  let flow = null, current = null, selected = null, marked = [], hits = [], hit = -1;

  // Of a flow, what is needed first when it is shown.
  const open = f => f.pics.forEach(p => {
    if (p.data) return;
    p.data = JSON.parse(p.text.textContent);
    p.data.boxes = p.data.boxes || [];
    p.data.arrows = p.data.arrows || [];
    p.data.items = p.data.items || [];
    p.boxes = [...p.stage.querySelectorAll('.box')];
    p.arrows = [...p.stage.querySelectorAll('.arrow')];
    p.svg = p.stage.querySelector('svg');
    p.cards = p.boxes.map(b => b.querySelector('.card'));
    p.boxes.forEach((b, i) => { b.index = i; });
    if (p.cards[0]) p.cards[0].setAttribute('tabindex', '0');
    p.data.in = p.boxes.map(() => []);
    p.data.out = p.boxes.map(() => []);
    p.data.arrows.forEach(([from, to], i) => { p.data.out[from].push(i); p.data.in[to].push(i); });
    p.data.of = p.boxes.map(() => []);
    p.data.items.forEach((one, i) => { if (one.box >= 0) p.data.of[one.box].push(i); });
    p.words = p.data.boxes.map(b => [b.name, b.type, b.does, ...(b.props || []).map(p => p[1])].join('\n').toLowerCase());
  });
  const other = p => flow.pics.find(o => o !== p);
  const twin = (p, i) => p.data.twins && i >= 0 ? p.data.twins[i] : -1;
  const at = e => flow && flow.pics.find(p => p.view.contains(e));
  const all = f => flow && flow.pics.forEach(p => f(p));

  // Moving and zooming. While it lasts the picture is a layer of its own, which costs no
  // painting; afterwards it is painted sharp.
  const put = p => {
    if (p.frame) return;
    p.frame = requestAnimationFrame(() => {
      p.frame = 0;
      p.stage.style.transform = `translate(${p.x}px, ${p.y}px) scale(${p.k})`;
    });
    p.stage.classList.add('moving');
    clearTimeout(p.timer);
    p.timer = setTimeout(() => p.stage.classList.remove('moving'), 250);
  };
  const size = p => [p.svg.viewBox.baseVal.width, p.svg.viewBox.baseVal.height];
  const fit = p => {
    const [w, h] = size(p), r = p.view.getBoundingClientRect();
    p.k = Math.min(1, Math.max(0.02, Math.min(r.width / w, r.height / h)));
    p.x = (r.width - w * p.k) / 2;
    p.y = Math.max(0, (r.height - h * p.k) / 2);
    put(p);
  };
  // A flow that would be too small to read is shown from its beginning.
  const begin = p => {
    const [w] = size(p), r = p.view.getBoundingClientRect();
    fit(p);
    if (p.k >= 0.6 || !p.boxes.length) return;
    p.k = Math.min(1, Math.max(0.6, r.width / w));
    const [x, y, bw] = p.data.boxes[0].place;
    p.x = r.width / 2 - (x + bw / 2) * p.k;
    p.y = 16 - y * p.k;
    put(p);
  };
  const zoom = (p, by, cx, cy) => {
    const r = p.view.getBoundingClientRect();
    cx = cx === undefined ? r.width / 2 : cx - r.left;
    cy = cy === undefined ? r.height / 2 : cy - r.top;
    const k = Math.min(4, Math.max(0.02, p.k * by));
    p.x = cx - (cx - p.x) * k / p.k;
    p.y = cy - (cy - p.y) * k / p.k;
    p.k = k;
    put(p);
  };
  const goTo = (p, i) => {
    const r = p.view.getBoundingClientRect(), [x, y, w, h] = p.data.boxes[i].place;
    p.k = Math.min(1.2, Math.max(0.85, p.k));
    p.x = r.width / 2 - (x + w / 2) * p.k;
    p.y = r.height / 2 - (y + h / 2) * p.k;
    put(p);
  };
  // Where there is room for one view alone, it is that in which something is shown.
  const bring = p => {
    views.forEach(v => v.classList.toggle('front', v === p.view));
    if (views.length > 1) $('side').textContent = p.view === views[0] ? 'Show after' : 'Show before';
  };
  const goToBoth = (p, i) => {
    bring(p);
    goTo(p, i);
    if (twin(p, i) >= 0) goTo(other(p), twin(p, i));
  };

  const show = f => {
    if (flow === f) return;
    select(null);
    light(null);
    clearHits();
    flows.forEach(o => o.pics.forEach(p => { p.stage.hidden = o !== f; }));
    flow = f;
    open(f);
    if ($('flows')) $('flows').value = String(flows.indexOf(f));
    all(p => { if (p.k === undefined) begin(p); });
    search();
  };

  const mark = (e, name) => { e.classList.add(name); marked.push([e, name]); };
  // light shows where an item of the list is: its way, or its arrow.
  const light = n => {
    marked.forEach(([e, name]) => e.classList.remove(name));
    marked = [];
    if (n !== null) all(p => {
      const one = p.data.items[n];
      (one.boxes || []).forEach(i => mark(p.boxes[i], 'path'));
      (one.arrows || []).forEach(i => mark(p.arrows[i], 'path'));
      if (one.arrow >= 0) mark(p.arrows[one.arrow], 'sel');
    });
  };
  const rove = (p, i) => {
    p.cards.forEach(c => { if (c.getAttribute('tabindex') === '0') c.setAttribute('tabindex', '-1'); });
    p.cards[i].setAttribute('tabindex', '0');
  };

  const pick = item => {
    if (current) { current.li.classList.remove('current'); current.button.removeAttribute('aria-current'); }
    current = item;
    if (!item) return;
    item.li.classList.add('current');
    item.button.setAttribute('aria-current', 'true');
    item.li.scrollIntoView({block: 'nearest'});
    if (item.n < 0) return;
    show(flows[item.flow]);
    light(item.n);
    // The last picture is the flow as it is.
    const p = [...flow.pics].reverse().find(p => p.data.items[item.n].box >= 0);
    if (!p) { said.textContent = 'This is about the whole flow.'; return; }
    const i = p.data.items[item.n].box;
    select(p, i, true);
    goToBoth(p, i);
  };

  const link = (p, i, parent) => {
    const b = make('button', p.data.boxes[i].name, parent, 'link');
    b.type = 'button';
    b.addEventListener('click', () => { light(null); select(p, i); goToBoth(p, i); });
  };
  const part = (title, list, fill) => {
    if (!list || !list.length) return;
    make('h3', title, details);
    const ul = make('ul', undefined, details);
    list.forEach(one => fill(one, make('li', undefined, ul)));
  };

  // select shows what is known of a widget; null closes that.
  const select = (p, i, keepPath) => {
    views.forEach(v => v.querySelectorAll('.box.sel').forEach(b => b.classList.remove('sel')));
    if (!keepPath) light(null);
    const was = !details.hidden;
    selected = p && {p, i};
    details.hidden = !p;
    main.classList.toggle('open', !!p);
    if (!p) return;
    if (!was) all(o => { if (o.k !== undefined) put(o); });
    const box = p.data.boxes[i];
    p.boxes[i].classList.add('sel');
    if (twin(p, i) >= 0) other(p).boxes[twin(p, i)].classList.add('sel');
    rove(p, i);
    details.textContent = '';
    details.scrollTop = 0;
    const close = make('button', 'Close', details, 'close');
    close.type = 'button';
    close.addEventListener('click', () => { select(null); p.view.focus(); });
    make('h2', box.name, details);
    make('p', `${box.type}, line ${box.line}${box.pale ? '. No execution comes here.' : ''}`, details);
    const own = new Set(p.data.of[i]);
    if (twin(p, i) >= 0) other(p).data.of[twin(p, i)].forEach(n => own.add(n));
    part($('list').getAttribute('aria-label'), [...own].sort((a, b) => a - b), (n, li) => {
      const item = items.find(it => flows[it.flow] === flow && it.n === n);
      if (!item) return;
      const said = ['.severity', '.message'].map(c => item.button.querySelector(c)).filter(e => e);
      const b = make('button', said.map(e => e.textContent).join(': '), li, 'link');
      b.type = 'button';
      b.addEventListener('click', () => pick(item));
    });
    part('Leads to', [...p.data.out[i], ...(box.ends || [])], (a, li) => {
      if (Array.isArray(a)) {
        li.textContent = a[1] ? `${a[0]}: "${a[1]}", which is no widget` : `${a[0]}: the execution ends`;
        return;
      }
      li.textContent = `${p.data.arrows[a][2]}: `;
      link(p, p.data.arrows[a][1], li);
    });
    part('Comes from', p.data.in[i], (a, li) => {
      link(p, p.data.arrows[a][0], li);
      li.append(` on ${p.data.arrows[a][2]}`);
    });
    part('Reads', box.reads, ([path, of], li) => {
      li.textContent = path + (of >= 0 ? ' of ' : '');
      if (of >= 0) link(p, of, li);
    });
    part('Is read by', p.data.boxes.map((b, j) => j).filter(j => (p.data.boxes[j].reads || []).some(r => r[1] === i)), (j, li) => link(p, j, li));
    if (box.props && box.props.length) {
      make('h3', 'Properties', details);
      const dl = make('dl', undefined, details);
      box.props.forEach(([path, value]) => { make('dt', path, dl); make('dd', value, dl); });
    }
    said.textContent = `${box.name} is selected.`;
  };

  // Searching and filtering.
  const clearHits = () => { hits.forEach(([p, i]) => p.boxes[i].classList.remove('hit')); hits = []; hit = -1; };
  const search = () => {
    const text = $('search').value.trim().toLowerCase();
    const on = new Set([...document.querySelectorAll('.severity input')].filter(c => c.checked).map(c => c.value));
    const rule = $('rules') ? $('rules').value : '';
    let n = 0;
    items.forEach(it => {
      it.li.hidden = !on.has(it.severity) || rule && it.rule !== rule || text && !it.text.includes(text);
      if (!it.li.hidden) n++;
    });
    const fits = on.size === document.querySelectorAll('.severity input').length && !rule && !text;
    document.querySelectorAll('.file').forEach(f => { f.hidden = !fits && !f.querySelector('li:not([hidden])'); });
    $('none').hidden = n > 0 || !items.length;
    $('widgets').textContent = '';
    if (!flow) return;
    clearHits();
    if (!text) return;
    // A widget that both pictures have is found once, as it is.
    [...flow.pics].reverse().forEach(p => p.words.forEach((words, i) => {
      if (!words.includes(text) || p !== flow.pics[flow.pics.length - 1] && twin(p, i) >= 0) return;
      hits.push([p, i]);
      p.boxes[i].classList.add('hit');
    }));
    make('h2', hits.length === 1 ? '1 widget' : `${hits.length} widgets`, $('widgets'));
    const ul = make('ul', undefined, $('widgets'));
    hits.slice(0, 30).forEach(([p, i]) => link(p, i, make('li', undefined, ul)));
    if (hits.length > 30) make('li', `and ${hits.length - 30} more`, ul);
    said.textContent = `${hits.length} widgets and ${n} entries of the list`;
  };
  $('search').addEventListener('input', search);
  $('search').addEventListener('keydown', e => {
    if (e.key !== 'Enter' || !hits.length) return;
    hit = (hit + (e.shiftKey ? hits.length - 1 : 1)) % hits.length;
    select(...hits[hit]);
    goToBoth(...hits[hit]);
  });
  document.querySelectorAll('.severity input').forEach(c => c.addEventListener('change', search));
  if ($('rules')) $('rules').addEventListener('change', search);
  if ($('flows')) $('flows').addEventListener('change', e => {
    show(flows[+e.target.value]);
    const file = document.querySelector(`.file[data-flow="${e.target.value}"]`);
    if (file && !file.hidden) $('list').scrollTop += file.getBoundingClientRect().top - $('list').getBoundingClientRect().top;
  });
  items.forEach(it => it.button.addEventListener('click', () => pick(it)));

  // The canvas: one finger or the mouse moves it, two fingers or the wheel zoom.
  const fingers = new Map();
  let moved = 0, held = null;
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return [Math.hypot(a[0] - b[0], a[1] - b[1]), (a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  views.forEach(view => {
    view.addEventListener('pointerdown', e => {
      if (!flow) return;
      if (at(view) !== held) fingers.clear();
      held = at(view);
      fingers.set(e.pointerId, [e.clientX, e.clientY]);
      if (fingers.size === 1) moved = 0;
    });
    view.addEventListener('wheel', e => {
      if (!flow) return;
      e.preventDefault();
      const step = e.deltaMode === 1 ? e.deltaY * 16 : e.deltaY;
      zoom(at(view), Math.exp(-Math.max(-120, Math.min(120, step)) / 400), e.clientX, e.clientY);
    }, {passive: false});
    view.addEventListener('click', e => {
      const box = e.target.closest('.box');
      if (!flow || moved > 6) return;
      if (!box) return select(null);
      const p = at(view);
      select(p, box.index);
      if (twin(p, box.index) >= 0) goTo(other(p), twin(p, box.index));
    });
    view.addEventListener('focusin', e => {
      // The browser must not scroll what is moved by us.
      view.scrollTop = view.scrollLeft = 0;
      const box = e.target.closest('.box');
      if (box && e.target.matches(':focus-visible')) goTo(at(view), box.index);
    });
  });
  window.addEventListener('pointermove', e => {
    const was = fingers.get(e.pointerId);
    if (!was) return;
    const before = fingers.size === 2 && spread();
    fingers.set(e.pointerId, [e.clientX, e.clientY]);
    moved += Math.abs(e.clientX - was[0]) + Math.abs(e.clientY - was[1]);
    if (before) {
      const now = spread();
      zoom(held, now[0] / (before[0] || 1), now[1], now[2]);
    } else if (fingers.size === 1) {
      held.x += e.clientX - was[0];
      held.y += e.clientY - was[1];
      put(held);
    }
  });
  for (const name of ['pointerup', 'pointercancel']) window.addEventListener(name, e => {
    fingers.delete(e.pointerId);
    setTimeout(() => { moved = 0; }); // after the click that ends a move
  });
  $('in').addEventListener('click', () => all(p => zoom(p, 1.3)));
  $('out').addEventListener('click', () => all(p => zoom(p, 1 / 1.3)));
  $('fit').addEventListener('click', () => all(fit));
  $('side').hidden = views.length < 2;
  $('side').addEventListener('click', () => { if (flow) bring(flow.pics.find(p => !p.view.classList.contains('front'))); });

  const step = by => {
    const list = items.filter(it => !it.li.hidden && !it.file.hidden);
    if (!list.length) return;
    const at = list.indexOf(current);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    pick(next);
    if (!next.button.disabled) next.button.focus();
  };
  const arrows = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]};
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Escape') {
      if (selected) { const {p} = selected; select(null); p.view.focus(); } else if ($('search').value) { $('search').value = ''; search(); }
      return;
    }
    if (e.target.matches('input, select, textarea')) return;
    const box = e.target.closest('.box');
    if (e.key === '/') { e.preventDefault(); $('search').focus(); return; }
    if (e.key === 'j') return step(1);
    if (e.key === 'k') return step(-1);
    if (!flow) return;
    const p = at(e.target), here = f => p ? f(p) : all(f);
    if (e.key === '+' || e.key === '=') return here(p => zoom(p, 1.3));
    if (e.key === '-') return here(p => zoom(p, 1 / 1.3));
    if (e.key === '0') return here(fit);
    if (box && (e.key === 'Enter' || e.key === ' ')) { e.preventDefault(); select(p, box.index); return; }
    const way = arrows[e.key];
    if (!way || !p) return;
    e.preventDefault();
    if (box) { // to the next widget on the way
      const down = e.key === 'ArrowDown' || e.key === 'ArrowRight';
      const a = down ? p.data.out[box.index][0] : p.data.in[box.index][0];
      if (a !== undefined) { const i = p.data.arrows[a][down ? 1 : 0]; rove(p, i); p.cards[i].focus({preventScroll: true}); }
      return;
    }
    p.x += way[0];
    p.y += way[1];
    put(p);
  });
  window.addEventListener('resize', () => all(put));
  if (views.length) views[views.length - 1].classList.add('front');
  if (flows.length) { show(flows[0]); bring(flow.pics[flow.pics.length - 1]); }
})();
