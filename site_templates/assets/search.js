/* The page of the search: loads the index when the box is first used, shows what is found. */
(function () {
  "use strict";
  var FEW = 20, WAIT = 200;
  var form = document.getElementById("search-form");
  var box = form.querySelector("input");
  var count = document.getElementById("search-count");
  var list = document.getElementById("search-results");
  var more = document.getElementById("search-more");
  var earlier = document.getElementById("search-earlier");
  var filters = ["village", "kind", "status", "month"];
  var engine = null, found = null, people = [], shown = FEW, timer = 0, loading = {};

  function load(file, done) {
    if (loading[file]) { loading[file].push(done); return; }
    loading[file] = [done];
    var script = document.createElement("script");
    script.src = file;
    script.onload = script.onerror = function (event) {
      var waiting = loading[file];
      loading[file] = {push: function (later) { later(event.type === "load"); }};
      waiting.forEach(function (each) { each(event.type === "load"); });
    };
    document.head.appendChild(script);
  }
  function start(done) {
    load("search-index.js", function (loaded) {
      if (!loaded) { count.textContent = "查找用的文件没有打开，请刷新再试，或者从下面找。"; return; }
      if (!engine) {
        engine = gongshiSearch.open(gongshiIndex);
        earlier.hidden = !gongshiIndex.older.length;
      }
      done();
    });
  }
  function addYears(years, done) {
    var left = years.length;
    if (!left) { done(); return; }
    years.forEach(function (year) {
      load("search-index-" + year + ".js", function () {
        if (gongshiIndex[year]) { engine.add(gongshiIndex[year]); gongshiIndex[year] = null; }
        gongshiIndex.older = gongshiIndex.older.filter(function (each) { return each !== year; });
        earlier.hidden = !gongshiIndex.older.length;
        left -= 1;
        if (!left) { done(); }
      });
    });
  }
  /* Lists on which somebody of exactly this name stands, where the office's setting allows it at all. */
  function addPeople(query, done) {
    var names = gongshiIndex.shards ? engine.namesIn(query) : [], left = names.length, lists = [];
    if (!left) { done([]); return; }
    names.forEach(function (name) {
      var shard = gongshiSearch.crc32(name) % gongshiIndex.shards;
      load("search-names/" + shard + ".js", function () {
        var hits = (gongshiIndex["names" + shard] || {})[name] || [];
        hits.forEach(function (hit) { lists.push({href: hit[0], title: hit[1], person: name}); });
        left -= 1;
        if (!left) { done(lists); }
      });
    });
  }

  function chosen() {
    var values = {};
    filters.forEach(function (name) { values[name] = form.elements[name].value; });
    return values;
  }
  function run() {
    var query = box.value.trim(), values = chosen();
    if (!query && !filters.some(function (name) { return values[name]; })) { clear(); return; }
    start(function () {
      addYears(engine.yearsOf(query, values), function () {
        addPeople(query, function (lists) {
          if (query !== box.value.trim()) { return; }
          people = lists;
          found = engine.find(query, values);
          shown = FEW;
          show(query);
          remember();
        });
      });
    });
  }
  function clear() {
    found = null;
    list.textContent = "";
    count.textContent = "";
    more.hidden = true;
  }
  function remember() {
    var pairs = [];
    [box].concat(filters.map(function (name) { return form.elements[name]; })).forEach(function (each) {
      if (each.value) { pairs.push(each.name + "=" + encodeURIComponent(each.value)); }
    });
    try { window.history.replaceState(null, "", "?" + pairs.join("&")); } catch (error) { /* from disk: not remembered */ }
  }

  function show(query) {
    var all = people.length + (people.length && found.alike ? 0 : found.total);
    var answers = people.concat(people.length && found.alike ? [] : found.take(Math.max(0, shown - people.length)));
    list.textContent = "";
    answers.slice(0, shown).forEach(function (each) { list.appendChild(line(each)); });
    count.textContent = summary(query, all);
    more.hidden = shown >= all;
    more.textContent = "再看" + Math.min(FEW, all - shown) + "条";
  }
  function summary(query, all) {
    var asked = query ? "“" + query + "”" : "";
    if (!all) { return "没有找到" + asked + "。换个说法试试，少写几个字；也可以从下面找，或者打电话问。"; }
    if (found.alike && !people.length) { return "没有和" + asked + "完全相符的，下面" + all + "条比较接近。"; }
    return "找到" + all + "条" + (all > shown ? "，先列出" + shown + "条" : "") + "。";
  }
  function element(tag, kind, text) {
    var made = document.createElement(tag);
    if (kind) { made.className = kind; }
    if (text) { made.textContent = text; }
    return made;
  }
  function line(each) {
    var made = element("li", "found"), link = element("a", "", each.title), facts = element("p", "found__facts");
    link.href = each.href;
    made.appendChild(link);
    var words = each.person ? ["", "名单上有“" + each.person + "”"] : status(each);
    if (words[0]) { facts.appendChild(element("strong", "found__status found__status--" + each.status, words[0])); }
    facts.appendChild(element("span", "", [words[1]].concat(places(each)).filter(Boolean).join(" · ")));
    made.appendChild(facts);
    return made;
  }
  /* Where it leads, as far as the title does not say it. */
  function places(each) {
    if (each.person || (each.village && each.title.indexOf(each.village) === 0)) { return []; }
    return [each.village, each.section];
  }
  /* The status in a word, and until when or since when. */
  function status(each) {
    var day = gongshiSearch.dayText, gone = ["", "", "已有新一期，名单撤下，只留数量", "只公布数量", "已经撤下，只留数量"][each.gone];
    if (each.status === "open") { return ["公示中", "到" + day(each.last) + "（" + gongshiSearch.weekday(each.last) + "）为止，可以提异议"]; }
    if (each.status === "announced") { return ["已公布", day(each.first) + "公布"]; }
    if (each.status === "ended") { return ["已结束", gone || (each.last ? day(each.last) + "结束，名单撤下，只留数量" : "")]; }
    return ["", ""];
  }

  function read() {
    window.location.search.slice(1).split("&").forEach(function (pair) {
      var at = pair.indexOf("="), field = form.elements[pair.slice(0, at)];
      if (at > 0 && field && field.name) {
        try { field.value = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " ")); } catch (error) { /* not ours */ }
      }
    });
    filters.forEach(function (name) { if (form.elements[name].selectedIndex < 0) { form.elements[name].value = ""; } });
  }
  function soon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, WAIT);
  }

  var other = document.querySelector(".masthead [role=search]");
  if (other) { other.hidden = true; }
  form.hidden = false;
  read();
  box.addEventListener("focus", function () { start(function () { /* ready before the first letter */ }); });
  box.addEventListener("input", soon);
  form.addEventListener("change", run);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    window.clearTimeout(timer);
    run();
  });
  more.addEventListener("click", function () {
    var next = shown;
    shown += FEW;
    show(box.value.trim());
    if (list.children[next]) { list.children[next].querySelector("a").focus(); }
  });
  earlier.addEventListener("click", function () { start(function () { addYears(gongshiIndex.older.slice(), run); }); });
  run();
}());
