(function () {
  'use strict';
  var root = document.documentElement;
  var button = document.getElementById('theme');
  var dark = function () {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  };
  var name = function () { button.textContent = dark() ? 'Light' : 'Dark'; };
  button.hidden = false;
  button.addEventListener('click', function () { root.dataset.theme = dark() ? 'light' : 'dark'; name(); });
  name();

  var two = function (n) { return String(n).padStart(2, '0'); };
  var clock = function (ms) {
    var t = new Date(ms);
    return two(t.getUTCHours()) + ':' + two(t.getUTCMinutes()) + ':' + two(t.getUTCSeconds());
  };
  var valueAt = function (plot, x) {
    var best = null;
    plot.querySelectorAll('polyline').forEach(function (line) {
      line.getAttribute('points').split(' ').forEach(function (pair) {
        var xy = pair.split(',');
        var off = Math.abs(Number(xy[0]) - x);
        if (best === null || best.off > off) { best = { off: off, y: Number(xy[1]) }; }
      });
    });
    if (best === null || best.off > 4) { return null; }
    var inner = plot.querySelector('[data-high]');
    var low = Number(inner.dataset.low), high = Number(inner.dataset.high);
    var value = high - best.y / 100 * (high - low);
    return inner.dataset.scale === 'root' ? Math.sign(value) * value * value : value;
  };
  document.querySelectorAll('article').forEach(function (article) {
    var groups = Array.from(article.querySelectorAll('.timed'));
    var from = Number(article.dataset.from), to = Number(article.dataset.to);
    var cursors = groups.map(function (group) {
      var line = document.createElement('div');
      line.className = 'cursor';
      line.hidden = true;
      line.appendChild(document.createElement('span'));
      group.appendChild(line);
      return line;
    });
    var hide = function () {
      cursors.forEach(function (line) { line.hidden = true; });
      article.querySelectorAll('.value[data-unit]').forEach(function (v) { v.textContent = v.dataset.rest; });
    };
    var show = function (part) {
      groups.forEach(function (group, i) {
        var plot = group.querySelector('.plot').getBoundingClientRect();
        cursors[i].hidden = false;
        cursors[i].style.left = (plot.left - group.getBoundingClientRect().left + part * plot.width) + 'px';
        cursors[i].firstChild.textContent = clock(from + part * (to - from)) + ' UTC';
      });
      article.querySelectorAll('.strip').forEach(function (plot) {
        var label = plot.parentNode.querySelector('.value');
        if (plot.querySelector('polyline') === null) { return; }
        var value = valueAt(plot, part * 1000);
        var unit = label.dataset.unit;
        var side = unit !== 'km' || value === null ? '' : 0 > value ? ' outside' : ' inside';
        if (side) { value = Math.abs(value); }
        // Drawn values are rounded; altitudes are sent in steps of 25 ft.
        var step = unit === 'ft' ? 25 : 0.1;
        label.textContent = value === null ? 'not received' : (Math.round(value / step) * step).toLocaleString('en', { maximumFractionDigits: unit === 'km' ? 1 : 0 }) + ' ' + unit + side;
      });
    };
    groups.forEach(function (group) {
      group.addEventListener('pointermove', function (e) {
        var plot = group.querySelector('.plot').getBoundingClientRect();
        var part = (e.clientX - plot.left) / plot.width;
        if (Math.abs(part - 0.5) > 0.5) { hide(); } else { show(part); }
      });
      group.addEventListener('pointerleave', hide);
    });
  });
}());
