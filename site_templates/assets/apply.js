/* The questionnaire of apply.html. It decides as generator/office/advice.py does. Answers stay in the page:
   nothing is sent or stored, and the address names only the screen, so that the back button works. */
(function () {
  "use strict";
  var ask = document.querySelector("[data-ask]");
  if (!ask || !document.querySelectorAll || !window.JSON) { return; }
  var table = document.querySelector("[data-all]");
  var back = document.querySelector("[data-all-back]");
  var summary = ask.querySelector("[data-summary]");
  var screens = list(ask, "[data-screen]");
  var questions = list(ask, "[data-question]");
  var inputs = list(ask, "input");
  var guides = list(ask, "[data-guide]");
  var groups = {};
  var current = "start";

  function list(where, selector) { return Array.prototype.slice.call(where.querySelectorAll(selector)); }

  /* Deciding */

  function answersGiven() {
    var given = {};
    questions.forEach(function (question) {
      given[question.getAttribute("data-question")] = list(question, "input").filter(function (input) {
        return input.checked && input.value;
      }).map(function (input) { return input.value; });
    });
    return given;
  }

  /* Whether the answers meet an offer; null if that hangs on a question that was not answered. */
  function isMet(when, given) {
    var open = false;
    for (var name in when) {
      if (!given[name] || !given[name].length) { open = true; }
      else if (!given[name].some(function (answer) { return when[name].indexOf(answer) >= 0; })) { return false; }
    }
    return open ? null : true;
  }

  /* The first offer that is met; else "open" if one that is worth asking for still could be; else nothing. */
  function decide(offers, given) {
    var open = null;
    for (var i = 0; i < offers.length; i += 1) {
      var met = isMet(offers[i].when, given);
      if (met) { return { verdict: offers[i].certainty, offer: offers[i] }; }
      if (met === null && offers[i].certainty !== "unlikely") { open = open || { verdict: "open", offer: offers[i] }; }
    }
    return open;
  }

  /* Showing */

  function offersOf(guide) {
    return list(guide, "[data-offer]").map(function (words) {
      return {
        when: JSON.parse(words.getAttribute("data-when")), certainty: words.getAttribute("data-certainty"), words: words
      };
    });
  }

  /* The questions that an open offer hangs on. */
  function missing(when, given) {
    return questions.filter(function (question) {
      var name = question.getAttribute("data-question");
      return when.hasOwnProperty(name) && !given[name].length;
    }).map(function (question) { return question.getAttribute("data-topic"); }).join("、");
  }

  function showResult() {
    var given = answersGiven();
    var counts = { likely: 0, depends: 0, unlikely: 0, open: 0 };
    guides.forEach(function (guide) {
      var offers = offersOf(guide);
      var found = decide(offers, given);
      var note = guide.querySelector("[data-missing]");
      offers.forEach(function (offer) { offer.words.hidden = !found || found.verdict === "open" || offer !== found.offer; });
      note.hidden = !found || found.verdict !== "open";
      note.textContent = note.hidden ? "" : "还要看：" + missing(found.offer.when, given) + "。";
      (found ? groups[found.verdict] : ask.querySelector("[data-pool]")).appendChild(guide);
      if (found) { counts[found.verdict] += 1; }
    });
    for (var verdict in groups) { groups[verdict].parentNode.hidden = !counts[verdict]; }
    summary.textContent = said(counts, given);
  }

  function said(counts, given) {
    var answered = Object.keys(given).some(function (name) { return given[name].length; });
    if (!answered) { return "您还没有回答问题，所以现在什么都说不准。"; }
    var parts = [];
    if (counts.likely) { parts.push("可能可以申请的有" + counts.likely + "项"); }
    if (counts.depends) { parts.push("要看具体情况的有" + counts.depends + "项"); }
    return parts.length ? parts.join("，") + "。" : "按您的回答，没有找到现在就能申请的。情况也许我们没问到，请打电话说一说。";
  }

  function show(name) {
    var screen = document.getElementById(name);
    current = name;
    screens.forEach(function (each) { each.hidden = each !== screen; });
    table.hidden = name !== "all";
    if (name === "result") { showResult(); }
    var heading = (name === "all" ? table : screen).querySelector("h2, legend");
    heading.focus();
    (name === "all" || name === "start" ? heading : ask).scrollIntoView();
  }

  /* The screen that the address names; other places of the page, such as the skip link's, change nothing. */
  function named() {
    var name = decodeURIComponent(window.location.hash.slice(1));
    var place = name ? document.getElementById(name) : screens[0];
    if (place && table.contains(place)) { return "all"; }
    return screens.indexOf(place) >= 0 ? place.id : "";
  }

  function follow() {
    var name = named();
    if (name && name !== current) { show(name); }
  }

  function clear() {
    inputs.forEach(function (input) { input.checked = false; });
    showResult();
  }

  /* "None of these" and "skip" stand alone. */
  function exclude(chosen) {
    if (!chosen.checked || chosen.type !== "checkbox") { return; }
    inputs.forEach(function (input) {
      var both = input.hasAttribute("data-alone") || chosen.hasAttribute("data-alone");
      if (input.name === chosen.name && input !== chosen && both) { input.checked = false; }
    });
  }

  ["likely", "depends", "unlikely", "open"].forEach(function (verdict) {
    groups[verdict] = ask.querySelector("[data-group=" + verdict + "] ul");
  });
  /* The browser is not to keep the answers either. */
  inputs.forEach(function (input) { input.setAttribute("autocomplete", "off"); });
  ask.addEventListener("change", function (event) {
    exclude(event.target);
    showResult();
  });
  document.addEventListener("click", function (event) {
    var button = event.target;
    if (button.hasAttribute("data-clear")) { clear(); window.location.hash = "start"; }
    if (button.hasAttribute("data-print")) { window.print(); }
    if (button.hasAttribute("data-go")) { window.location.hash = button.getAttribute("data-go"); }
  });
  window.addEventListener("hashchange", follow);
  window.addEventListener("pageshow", function (event) { if (!event.persisted) { clear(); } });

  ask.hidden = false;
  back.hidden = false;
  table.hidden = true;
  clear();
  follow();
}());
