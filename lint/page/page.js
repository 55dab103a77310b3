'use strict';
(() => {
  const $ = id => document.getElementById(id);
  const root = document.documentElement, main = document.querySelector('main');
  root.classList.add('script');
  const view = $('view'), details = $('details'), said = $('said');
  const flows = [...document.querySelectorAll('.stage')].map(stage => ({stage}));
  const texts = [...document.querySelectorAll('script.data')];
  const items = [...document.querySelectorAll('#list li')].map(li => {
    const button = li.querySelector('.finding'), file = li.closest('.file');
    return {li, button, file, flow: +file.dataset.flow, n: button.disabled ? -1 : +button.dataset.n, rule: li.dataset.rule, severity: li.className, text: li.textContent.toLowerCase()};
  });
  let flow = null, current = null, selected = -1, marked = [], hits = [], hit = -1;

  // Of a flow, what is needed first when it is shown.
  const open = f => {
    if (f.data) return;
    f.data = JSON.parse(texts[flows.indexOf(f)].textContent);
    f.boxes = [...f.stage.querySelectorAll('.box')];
    f.arrows = [...f.stage.querySelectorAll('.arrow')];
    f.svg = f.stage.querySelector('svg');
    f.cards = f.boxes.map(b => b.querySelector('.card'));
    f.boxes.forEach((b, i) => { b.index = i; });
    if (f.cards[0]) f.cards[0].setAttribute('tabindex', '0');
    f.data.in = f.boxes.map(() => []);
    f.data.out = f.boxes.map(() => []);
    f.data.arrows.forEach(([from, to], i) => { f.data.out[from].push(i); f.data.in[to].push(i); });
    f.data.of = f.boxes.map(() => []);
    (f.data.findings || []).forEach((one, i) => { if (one.box >= 0) f.data.of[one.box].push(i); });
    f.words = f.data.boxes.map(b => [b.name, b.type, b.does, ...(b.props || []).map(p => p[1])].join('\n').toLowerCase());
  };

  // Moving and zooming. While it lasts the picture is a layer of its own, which costs no
  // painting; afterwards it is painted sharp.
  let timer = 0, frame = 0;
  const put = () => {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      flow.stage.style.transform = `translate(${flow.x}px, ${flow.y}px) scale(${flow.k})`;
    });
    flow.stage.classList.add('moving');
    clearTimeout(timer);
    const stage = flow.stage;
    timer = setTimeout(() => stage.classList.remove('moving'), 250);
  };
  const size = () => [flow.svg.viewBox.baseVal.width, flow.svg.viewBox.baseVal.height];
  const fit = () => {
    const [w, h] = size(), r = view.getBoundingClientRect();
    flow.k = Math.min(1, Math.max(0.02, Math.min(r.width / w, r.height / h)));
    flow.x = (r.width - w * flow.k) / 2;
    flow.y = Math.max(0, (r.height - h * flow.k) / 2);
    put();
  };
  // A flow that would be too small to read is shown from its beginning.
  const begin = () => {
    const [w] = size(), r = view.getBoundingClientRect();
    fit();
    if (flow.k >= 0.6 || !flow.boxes.length) return;
    flow.k = Math.min(1, Math.max(0.6, r.width / w));
    const [x, y, bw] = flow.data.boxes[0].place;
    flow.x = r.width / 2 - (x + bw / 2) * flow.k;
    flow.y = 16 - y * flow.k;
    put();
  };
  const zoom = (by, cx, cy) => {
    const r = view.getBoundingClientRect();
    cx = cx === undefined ? r.width / 2 : cx - r.left;
    cy = cy === undefined ? r.height / 2 : cy - r.top;
    const k = Math.min(4, Math.max(0.02, flow.k * by));
    flow.x = cx - (cx - flow.x) * k / flow.k;
    flow.y = cy - (cy - flow.y) * k / flow.k;
    flow.k = k;
    put();
  };
  const goTo = i => {
    const r = view.getBoundingClientRect(), [x, y, w, h] = flow.data.boxes[i].place;
    flow.k = Math.min(1.2, Math.max(0.85, flow.k));
    flow.x = r.width / 2 - (x + w / 2) * flow.k;
    flow.y = r.height / 2 - (y + h / 2) * flow.k;
    put();
  };

  const show = f => {
    if (flow === f) return;
    select(-1);
    light(null);
    clearHits();
    flows.forEach(other => { other.stage.hidden = other !== f; });
    flow = f;
    open(f);
    if ($('flows')) $('flows').value = String(flows.indexOf(f));
    if (f.k === undefined) begin();
    search();
  };

  const mark = (e, name) => { e.classList.add(name); marked.push([e, name]); };
  const light = one => {
    marked.forEach(([e, name]) => e.classList.remove(name));
    marked = [];
    if (!one) return;
    (one.boxes || []).forEach(i => mark(flow.boxes[i], 'path'));
    (one.arrows || []).forEach(i => mark(flow.arrows[i], 'path'));
    if (one.arrow >= 0) mark(flow.arrows[one.arrow], 'sel');
  };
  const rove = i => {
    flow.cards.forEach(c => { if (c.getAttribute('tabindex') === '0') c.setAttribute('tabindex', '-1'); });
    flow.cards[i].setAttribute('tabindex', '0');
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
    const one = flow.data.findings[item.n];
    light(one);
    if (one.box < 0) { said.textContent = 'This finding is about the whole flow.'; return; }
    select(one.box, true);
    goTo(one.box);
  };

  const make = (name, text, parent, className) => {
    const e = document.createElement(name);
    if (text !== undefined) e.textContent = text;
    if (className) e.className = className;
    if (parent) parent.append(e);
    return e;
  };
  const link = (i, parent) => {
    const b = make('button', flow.data.boxes[i].name, parent, 'link');
    b.type = 'button';
    b.addEventListener('click', () => { light(null); select(i); goTo(i); });
  };
  const part = (title, list, fill) => {
    if (!list || !list.length) return;
    make('h3', title, details);
    const ul = make('ul', undefined, details);
    list.forEach(one => fill(one, make('li', undefined, ul)));
  };

  // select shows what is known of a widget; -1 closes that.
  const select = (i, keepPath) => {
    if (flow && selected >= 0) flow.boxes[selected].classList.remove('sel');
    if (!keepPath) light(null);
    selected = i;
    const was = !details.hidden;
    details.hidden = i < 0;
    main.classList.toggle('open', i >= 0);
    if (i < 0) return;
    if (!was && flow.k !== undefined) put();
    const box = flow.data.boxes[i];
    flow.boxes[i].classList.add('sel');
    rove(i);
    details.textContent = '';
    details.scrollTop = 0;
    const close = make('button', 'Close', details, 'close');
    close.type = 'button';
    close.addEventListener('click', () => { select(-1); view.focus(); });
    make('h2', box.name, details);
    make('p', `${box.type}, line ${box.line}${box.pale ? '. No execution comes here.' : ''}`, details);
    part('Findings', flow.data.of[i], (n, li) => {
      const item = items.find(it => flows[it.flow] === flow && it.n === n);
      if (!item) return;
      const b = make('button', `${item.severity}: ${item.button.querySelector('.message').textContent}`, li, 'link');
      b.type = 'button';
      b.addEventListener('click', () => pick(item));
    });
    part('Leads to', [...flow.data.out[i], ...(box.ends || [])], (a, li) => {
      if (Array.isArray(a)) {
        li.textContent = a[1] ? `${a[0]}: "${a[1]}", which is no widget` : `${a[0]}: the execution ends`;
        return;
      }
      li.textContent = `${flow.data.arrows[a][2]}: `;
      link(flow.data.arrows[a][1], li);
    });
    part('Comes from', flow.data.in[i], (a, li) => {
      link(flow.data.arrows[a][0], li);
      li.append(` on ${flow.data.arrows[a][2]}`);
    });
    part('Reads', box.reads, ([path, of], li) => {
      li.textContent = path + (of >= 0 ? ' of ' : '');
      if (of >= 0) link(of, li);
    });
    part('Is read by', flow.data.boxes.map((b, j) => j).filter(j => (flow.data.boxes[j].reads || []).some(r => r[1] === i)), link);
    if (box.props && box.props.length) {
      make('h3', 'Properties', details);
      const dl = make('dl', undefined, details);
      box.props.forEach(([path, value]) => { make('dt', path, dl); make('dd', value, dl); });
    }
    said.textContent = `${box.name} is selected.`;
  };

  // Searching and filtering.
  const clearHits = () => { hits.forEach(i => flow.boxes[i].classList.remove('hit')); hits = []; hit = -1; };
  const search = () => {
    const text = $('search').value.trim().toLowerCase();
    const on = new Set([...document.querySelectorAll('.severity input')].filter(c => c.checked).map(c => c.value));
    const rule = $('rules') ? $('rules').value : '';
    let n = 0;
    items.forEach(it => {
      it.li.hidden = !on.has(it.severity) || rule && it.rule !== rule || text && !it.text.includes(text);
      if (!it.li.hidden) n++;
    });
    new Set(items.map(it => it.file)).forEach(f => { f.hidden = !f.querySelector('li:not([hidden])'); });
    $('none').hidden = n > 0 || !items.length;
    $('widgets').textContent = '';
    if (!flow) return;
    clearHits();
    if (!text) return;
    flow.words.forEach((words, i) => { if (words.includes(text)) hits.push(i); });
    hits.forEach(i => flow.boxes[i].classList.add('hit'));
    make('h2', hits.length === 1 ? '1 widget' : `${hits.length} widgets`, $('widgets'));
    const ul = make('ul', undefined, $('widgets'));
    hits.slice(0, 30).forEach(i => link(i, make('li', undefined, ul)));
    if (hits.length > 30) make('li', `and ${hits.length - 30} more`, ul);
    said.textContent = `${hits.length} widgets and ${n} findings`;
  };
  $('search').addEventListener('input', search);
  $('search').addEventListener('keydown', e => {
    if (e.key !== 'Enter' || !hits.length) return;
    hit = (hit + (e.shiftKey ? hits.length - 1 : 1)) % hits.length;
    select(hits[hit]);
    goTo(hits[hit]);
  });
  document.querySelectorAll('.severity input').forEach(c => c.addEventListener('change', search));
  if ($('rules')) $('rules').addEventListener('change', search);
  if ($('flows')) $('flows').addEventListener('change', e => show(flows[+e.target.value]));
  items.forEach(it => it.button.addEventListener('click', () => pick(it)));

  // The canvas: one finger or the mouse moves it, two fingers or the wheel zoom.
  const fingers = new Map();
  let moved = 0;
  view.addEventListener('pointerdown', e => {
    if (!flow) return;
    fingers.set(e.pointerId, [e.clientX, e.clientY]);
    if (fingers.size === 1) moved = 0;
  });
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return [Math.hypot(a[0] - b[0], a[1] - b[1]), (a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  window.addEventListener('pointermove', e => {
    const was = fingers.get(e.pointerId);
    if (!was) return;
    const before = fingers.size === 2 && spread();
    fingers.set(e.pointerId, [e.clientX, e.clientY]);
    moved += Math.abs(e.clientX - was[0]) + Math.abs(e.clientY - was[1]);
    if (before) {
      const now = spread();
      zoom(now[0] / (before[0] || 1), now[1], now[2]);
    } else if (fingers.size === 1) {
      flow.x += e.clientX - was[0];
      flow.y += e.clientY - was[1];
      put();
    }
  });
  for (const name of ['pointerup', 'pointercancel']) window.addEventListener(name, e => {
    fingers.delete(e.pointerId);
    setTimeout(() => { moved = 0; }); // after the click that ends a move
  });
  view.addEventListener('wheel', e => {
    if (!flow) return;
    e.preventDefault();
    const step = e.deltaMode === 1 ? e.deltaY * 16 : e.deltaY;
    zoom(Math.exp(-Math.max(-120, Math.min(120, step)) / 400), e.clientX, e.clientY);
  }, {passive: false});
  view.addEventListener('click', e => {
    const box = e.target.closest('.box');
    if (!flow || moved > 6) return;
    if (box) select(box.index); else select(-1);
  });
  view.addEventListener('focusin', e => {
    // The browser must not scroll what is moved by us.
    view.scrollTop = view.scrollLeft = 0;
    const box = e.target.closest('.box');
    if (box && e.target.matches(':focus-visible')) goTo(box.index);
  });
  $('in').addEventListener('click', () => flow && zoom(1.3));
  $('out').addEventListener('click', () => flow && zoom(1 / 1.3));
  $('fit').addEventListener('click', () => flow && fit());

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
      if (selected >= 0) { select(-1); view.focus(); } else if ($('search').value) { $('search').value = ''; search(); }
      return;
    }
    if (e.target.matches('input, select, textarea')) return;
    const box = e.target.closest('.box');
    if (e.key === '/') { e.preventDefault(); $('search').focus(); return; }
    if (e.key === 'j') return step(1);
    if (e.key === 'k') return step(-1);
    if (!flow) return;
    if (e.key === '+' || e.key === '=') return zoom(1.3);
    if (e.key === '-') return zoom(1 / 1.3);
    if (e.key === '0') return fit();
    if (box && (e.key === 'Enter' || e.key === ' ')) { e.preventDefault(); select(box.index); return; }
    const way = arrows[e.key];
    if (!way || !view.contains(e.target)) return;
    e.preventDefault();
    if (box) { // to the next widget on the way
      const down = e.key === 'ArrowDown' || e.key === 'ArrowRight';
      const a = down ? flow.data.out[box.index][0] : flow.data.in[box.index][0];
      if (a !== undefined) { const i = flow.data.arrows[a][down ? 1 : 0]; rove(i); flow.cards[i].focus({preventScroll: true}); }
      return;
    }
    flow.x += way[0];
    flow.y += way[1];
    put();
  });
  window.addEventListener('resize', () => { if (flow) put(); });
  if (flows.length) show(flows[0]);
})();
