/* The print room: shows the posters of one village, kind or size. Without a script all of them stand there. */
(function () {
  "use strict";
  var form = document.getElementById("choose");
  var count = document.getElementById("count");
  var places = [].slice.call(document.querySelectorAll("[data-place]"));

  function chosen(name) { return document.getElementById(name).value; }

  function fits(value, wanted) { return !wanted || value === wanted; }

  function show() {
    var place = chosen("place"), kind = chosen("kind"), size = chosen("size"), posters = 0, sheets = 0;
    places.forEach(function (section) {
      var shown = 0;
      [].forEach.call(section.querySelectorAll("[data-kind]"), function (card) {
        var files = 0;
        [].forEach.call(card.querySelectorAll("[data-size]"), function (file) {
          file.hidden = !fits(file.dataset.size, size);
          if (!file.hidden) { files += 1; }
        });
        card.hidden = !files || !fits(section.dataset.place, place) || !fits(card.dataset.kind, kind);
        if (card.hidden) { return; }
        shown += 1;
        posters += files;
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
  form.addEventListener("change", show);
  show();
})();
