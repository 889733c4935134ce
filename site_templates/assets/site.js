/* Letter size, remembered. Everything else on the site works without a script. */
(function () {
  "use strict";
  var KEY = "gongshi-size";
  var root = document.documentElement;
  var tools = document.querySelector("[data-tools]");
  function read() {
    try { return window.localStorage.getItem(KEY); } catch (error) { return null; }
  }
  function apply(size) {
    root.dataset.size = size;
    tools.querySelectorAll("[data-size]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.size === size));
    });
  }
  if (!tools) { return; }
  tools.hidden = false;
  apply(read() || "normal");
  tools.addEventListener("click", function (event) {
    var button = event.target.closest("[data-size]");
    if (!button) { return; }
    apply(button.dataset.size);
    try { window.localStorage.setItem(KEY, button.dataset.size); } catch (error) { /* private mode: not remembered */ }
  });
}());
