/* The print room: shows the posters of one village, kind or size, and remembers in this browser which of them
   were printed, to tell those that have changed since. Without a script all of them stand there. */
(function () {
  "use strict";
  var MEMORY = "gongshi-printed";
  var form = document.getElementById("choose");
  var count = document.getElementById("count");
  var places = [].slice.call(document.querySelectorAll("[data-place]"));
  var files = [].slice.call(document.querySelectorAll("[data-version]"));
  var printed = remembered();

  function remembered() {
    try { return JSON.parse(localStorage.getItem(MEMORY)) || {}; } catch (error) { return {}; }
  }

  function chosen(name) { return document.getElementById(name).value; }

  function fits(value, wanted) { return !wanted || value === wanted; }

  function path(file) { return file.querySelector("a").getAttribute("href"); }

  /* "new" if it was never printed here, "changed" if another version of it was, otherwise "done". */
  function state(file) {
    var version = printed[path(file)];
    return !version ? "new" : version === file.dataset.version ? "done" : "changed";
  }

  function mark(file) {
    file.dataset.state = state(file);
    file.querySelector("input").checked = file.dataset.state === "done";
    file.querySelector(".changed").hidden = file.dataset.state !== "changed";
  }

  function tick(file) {
    var box = document.createElement("input"), label = document.createElement("label"), changed = document.createElement("strong");
    box.type = "checkbox";
    label.className = "printed";
    label.append(box, " 已打印");
    changed.className = "changed";
    changed.textContent = "打印以后变了，请重印";
    file.append(" ", label, " ", changed);
    box.addEventListener("change", function () {
      if (box.checked) { printed[path(file)] = file.dataset.version; } else { delete printed[path(file)]; }
      try { localStorage.setItem(MEMORY, JSON.stringify(printed)); } catch (error) { count.textContent = "这个浏览器记不住打印过哪些"; }
      mark(file);
    });
    mark(file);
  }

  function show() {
    var place = chosen("place"), kind = chosen("kind"), size = chosen("size"), wanted = chosen("state"), posters = 0, sheets = 0;
    places.forEach(function (section) {
      var shown = 0;
      [].forEach.call(section.querySelectorAll("[data-kind]"), function (card) {
        var fitting = 0;
        [].forEach.call(card.querySelectorAll("[data-size]"), function (file) {
          file.hidden = !fits(file.dataset.size, size) || !fits(file.dataset.state, wanted);
          if (!file.hidden) { fitting += 1; }
        });
        card.hidden = !fitting || !fits(section.dataset.place, place) || !fits(card.dataset.kind, kind);
        if (card.hidden) { return; }
        shown += 1;
        posters += fitting;
        [].forEach.call(card.querySelectorAll("[data-size]:not([hidden])"), function (file) {
          sheets += Number(file.dataset.sheets);
        });
      });
      section.hidden = !shown;
    });
    count.textContent = posters ? posters + " 份海报，共 " + sheets + " 张" : "没有这样的海报";
  }

  form.hidden = false;
  document.querySelector("nav").hidden = true;
  files.forEach(tick);
  form.addEventListener("change", show);
  show();
})();
