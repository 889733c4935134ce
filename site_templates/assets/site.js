/* How one wants to read: letter size, version for the old, colours. Remembered on this device and sent nowhere.
   It stands in the head, so that no page is shown in one mode and then in another. All else works without a script. */
(function () {
  "use strict";
  var KEY = "gongshi-reading";
  var MODES = ["size", "version", "colours"];
  var root = document.documentElement;
  var chosen = remembered();

  function remembered() {
    var kept = {};
    try { kept = JSON.parse(window.localStorage.getItem(KEY)) || {}; } catch (error) { /* refused, or not ours */ }
    return { size: kept.size, version: kept.version, colours: kept.colours };
  }
  function remember() {
    try { window.localStorage.setItem(KEY, JSON.stringify(chosen)); } catch (error) { /* refused: not remembered */ }
  }
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }
  function show() {
    MODES.forEach(function (mode) {
      if (chosen[mode]) { root.setAttribute("data-" + mode, chosen[mode]); } else { root.removeAttribute("data-" + mode); }
    });
    each("[data-mode]", function (button) {
      button.setAttribute("aria-pressed", String((chosen[button.dataset.mode] || "") === button.dataset.value));
    });
  }
  function say(words) {
    document.querySelector("[data-said]").textContent = words;
  }
  function choose(button) {
    var mode = button.dataset.mode;
    var undone = mode !== "size" && chosen[mode] === button.dataset.value;
    chosen[mode] = undone ? "" : button.dataset.value;
    remember();
    show();
    say(mode === "size" ? "字号：" + button.textContent : button.textContent + (undone ? "已关闭" : "已打开"));
  }
  function reset() {
    chosen = {};
    remember();
    show();
    say("已恢复默认");
  }
  function unfold(button, open) {
    button.setAttribute("aria-expanded", String(open));
    document.getElementById(button.getAttribute("aria-controls")).classList.toggle("open", open);
  }
  function onClick(event) {
    var button = event.target.closest("button");
    if (!button) { return; }
    if (button.dataset.mode) { choose(button); }
    if (button.hasAttribute("data-reset")) { reset(); }
    if (button.hasAttribute("data-print")) { window.print(); }
    if (button.hasAttribute("aria-controls")) { unfold(button, button.getAttribute("aria-expanded") === "false"); }
  }
  function onKey(event) {
    if (event.key !== "Escape") { return; }
    each(".masthead [aria-expanded=true]", function (button) {
      if (!document.getElementById(button.getAttribute("aria-controls")).contains(document.activeElement)
        && button !== document.activeElement) { return; }
      unfold(button, false);
      button.focus();
    });
  }
  /* Some screen readers forget that a table laid out as cards is a table. In the markup such roles would be errors. */
  function nameParts() {
    var ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
    each(".cards, .cards thead, .cards tbody, .cards tfoot, .cards tr, .cards td, .cards th", function (part) {
      var head = part.scope === "row" ? "rowheader" : "columnheader";
      part.setAttribute("role", ROLES[part.tagName] || head);
    });
  }

  root.classList.remove("no-js");
  show();
  document.addEventListener("DOMContentLoaded", function () {
    show();
    nameParts();
    document.querySelector(".masthead").addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
  });
  /* Back to a page the browser kept: another mode may have been chosen since. */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { chosen = remembered(); show(); }
  });
}());
