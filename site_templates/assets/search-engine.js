/* The search without its page: how text is compared, what a question means, and what comes first.
   Everything that is known of a page stands in the index, as `generator/edition/search` writes it. */
var gongshiSearch = (function () {
  "use strict";

  /* As `normalise` in `generator/edition/search/text.py`. */
  var DROPPED = /[\x00-\/:-@\[-`{-\xbf\xd7\xf7\u02b0-\u036f\u061c\u115f\u1160\u180b-\u180e\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u302a-\u3037\u303b-\u303f\u3099-\u309c\u30a0\u30fb\u30fc\ue000-\uf8ff\ufe00-\ufe6f\ufeff\ufff0-\uffff]|[\udb40-\udb43][\udc00-\udfff]/g;
  function normalise(text) {
    var folded = text.normalize ? text.normalize("NFKC") : text;
    return folded.toLowerCase().replace(/\u03c2/g, "\u03c3").replace(DROPPED, "");
  }

  /* CRC-32 of the text's UTF-8: which shard holds a name. */
  function crc32(text) {
    var bytes = unescape(encodeURIComponent(text)), crc = -1, i, bit;
    for (i = 0; i < bytes.length; i += 1) {
      crc ^= bytes.charCodeAt(i);
      for (bit = 0; bit < 8; bit += 1) { crc = (crc >>> 1) ^ (crc & 1 ? 0xEDB88320 : 0); }
    }
    return (crc ^ -1) >>> 0;
  }

  var DAY = 864e5, DAY_ZERO = Date.UTC(2000, 0, 1);
  /* The day in Shanghai, wherever the phone thinks it is. */
  function today() { return Math.floor((Date.now() + 8 * 36e5 - DAY_ZERO) / DAY); }
  function dateOf(day) { return new Date(DAY_ZERO + day * DAY); }
  function dayText(day) {
    var date = dateOf(day);
    return date.getUTCFullYear() + "年" + (date.getUTCMonth() + 1) + "月" + date.getUTCDate() + "日";
  }
  function weekday(day) { return "星期" + "日一二三四五六".charAt(dateOf(day).getUTCDay()); }

  /* What a hit is worth: an exact title before another name, a name before a number, a number before a part. */
  var WHOLE_TITLE = 300, WHOLE_NAME = 200, WHOLE_NUMBER = 150;
  var TITLE = 70, NAME = 60, NUMBER = 80, PART_OF_NUMBER = 45, PLACE = 40, MONTH = 40, TOPIC = 35, IN_TITLE = 30, IN_NAME = 20, IN_TEXT = 6;
  /* What is shown now comes before what has ended; without a village, a page that leads to all of them comes first. */
  var OF_TYPE = [0, 10, 5], OF_STATUS = {open: 12, announced: 8, standing: 6, ended: -40, "": 0}, ANY_VILLAGE = -25;
  var ENDED = {1: 1, 2: 1, 3: 1, 4: 1};
  var ALIKE = 0.34;

  var CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
  var MONTHS = /^(?:(20\d\d)年?(1[0-2]|0?[1-9])月份?|(20\d\d)(1[0-2]|0[1-9])(?!\d)|(20\d\d)年?(?!\d)|(1[0-2]|[1-9])月份?|(十[一二]?|[一二三四五六七八九])月份?)/;

  function numbersIn(ranges) {
    var found = [];
    ranges.split(",").forEach(function (run) {
      var ends = run.split("-"), number = +ends[0], last = +ends[ends.length - 1];
      for (; number <= last; number += 1) { found.push(number); }
    });
    return found;
  }

  /* Whether `part` stands in a number, not cutting a figure in two: 2号 is not in 〔2026〕12号, but 12号 is. */
  function inNumber(part, number) {
    var at = number.indexOf(part);
    if (at < 0) { return false; }
    var cutBefore = /^\d/.test(part) && /\d$/.test(number.slice(0, at)) && !/(?:^|\D)[12]\d{3}$/.test(number.slice(0, at));
    return !cutBefore && !(/\d$/.test(part) && /^\d/.test(number.slice(at + part.length)));
  }

  function open(index) {
    var now = index.today || today();
    var stages = index.stages.map(function (stage) { return stage[0]; });
    var villages = index.villages.map(function (village) {
      var name = normalise(village[1]);
      return {code: village[0], name: village[1], key: name, stem: name.replace(/(?:村|社区)$/, "")};
    });
    var topics = index.kinds.map(function () { return {}; });
    var fillers = index.fillers.map(normalise).sort(function (a, b) { return b.length - a.length; });
    var vocabulary = {}, longest = 0, rows = [], numbers = {};

    function learn(word) {
      if (word.length < 2) { return; }
      vocabulary[word] = true;
      longest = Math.max(longest, word.length);
    }
    villages.forEach(function (village) { learn(village.key); learn(village.stem); });
    index.kinds.forEach(function (kind, number) {
      kind[2].forEach(function (word) { word = normalise(word); topics[number][word] = true; learn(word); });
    });

    /* 公示中, 已公布, 已结束 and 长期公开 are told by the day on which somebody looks. */
    function statusOf(row) {
      var stage = stages[row.stage];
      if (!stage) { return ""; }
      if (ENDED[row.status] || (row.last && row.last < now)) { return "ended"; }
      if (stage === "announcement") { return "announced"; }
      return stage === "standing" ? "standing" : "open";
    }
    function add(row) {
      row.status_ = statusOf(row);
      row.names.forEach(learn);
      row.numbers.forEach(function (number) { numbers[number] = true; });
      rows.push(row);
    }
    function addLists(lists) {
      lists.forEach(function (each) {
        add({
          path: each[0], title: each[1], key: normalise(each[1]), type: 0, names: [], numbers: [normalise(each[5])],
          kind: each[2], village: -1, months: [each[3]], stage: each[4], first: each[6], last: each[7],
          status: each[8], villages: numbersIn(each[9]), text: ""
        });
      });
    }
    index.pages.forEach(function (each) {
      add({
        path: each[0], title: each[1], key: normalise(each[1]), type: each[2], names: each[3].map(normalise),
        numbers: each[4].map(normalise), kind: each[5], village: each[6], months: each[7], stage: each[8],
        first: each[9], last: each[10], status: each[11], villages: null, text: normalise(each[12])
      });
    });
    addLists(index.lists);

    /* ---- What a question means: words we know, months, numbers, and the rest. */

    function isNumber(chunk) {
      var digits = chunk.replace(/\D/g, "").length;
      if (!(digits && /号/.test(chunk)) && digits < 8) { return false; }
      return Object.keys(numbers).some(function (number) { return inNumber(chunk, number); });
    }
    function wordAt(text, start) {
      for (var length = Math.min(longest, text.length - start); length > 1; length -= 1) {
        if (vocabulary[text.substr(start, length)] === true) { return text.substr(start, length); }
      }
      return "";
    }
    function fillerAt(text, start) {
      for (var i = 0; i < fillers.length; i += 1) {
        if (text.substr(start, fillers[i].length) === fillers[i]) { return fillers[i]; }
      }
      return "";
    }
    function monthTerm(found) {
      var year = found[1] || found[3] || found[5] || "";
      var month = +(found[2] || found[4] || found[6] || (found[7] ? CHINESE.indexOf(found[7]) + 1 : 0));
      var set = {};
      index.months.forEach(function (name, number) {
        if ((!year || name.substr(0, 4) === year) && (!month || +name.substr(5) === month)) { set[number] = true; }
      });
      return {text: found[0], months: set, year: year};
    }
    function segment(text) {
      var terms = [], free = "", at = 0, found;
      function flush() { if (free) { terms.push({text: free, free: true}); free = ""; } }
      while (at < text.length) {
        found = MONTHS.exec(text.slice(at));
        if (found && !/\d$/.test(free)) {
          flush();
          terms.push(monthTerm(found));
          at += found[0].length;
        } else if ((found = wordAt(text, at))) {
          flush();
          terms.push({text: found});
          at += found.length;
        } else if ((found = fillerAt(text, at))) {
          flush();
          at += found.length;
        } else {
          free += text.charAt(at);
          at += 1;
        }
      }
      flush();
      return terms;
    }
    function understand(query) {
      var terms = [];
      /* People read 〔2026〕12号 aloud as 2026年第12号. */
      var plain = query.replace(/([12]\d{3})年第?(\d+)号/g, "$1$2号");
      plain.split(/[\s,，、;；。？?！!]+/).map(normalise).forEach(function (chunk) {
        if (!chunk) { return; }
        var month = MONTHS.exec(chunk);
        if (vocabulary[chunk] === true && !(month && month[0] === chunk)) { terms.push({text: chunk}); }
        else if (isNumber(chunk)) { terms.push({text: chunk, number: true}); }
        else { terms = terms.concat(segment(chunk)); }
      });
      /* A single character that is left between words says nothing: 低保公示到. */
      if (terms.length > 1) {
        terms = terms.filter(function (term) { return !term.free || term.text.length > 1; });
      }
      terms.forEach(function (term) {
        if (!term.months && !term.number) { term.places = places(term.text); }
        if (term.free && !term.places) { term.near = near(term.text); }
      });
      return {whole: normalise(query), bare: terms.map(function (term) { return term.text; }).join(""), terms: terms};
    }
    /* The villages a word names; a part of a name must be of two characters. */
    function places(word) {
      var set = null;
      villages.forEach(function (village, number) {
        var named = village.key === word || village.stem === word;
        if (named || (word.length > 1 && village.key.indexOf(word) >= 0 && word !== "社区")) { set = set || {}; set[number] = true; }
      });
      return set;
    }
    /* Villages of which one character was mistyped: 柳弯村. */
    function near(word) {
      var set = null;
      villages.forEach(function (village, number) {
        var wrong = 0, i;
        if (word.length < 3 || village.key.length !== word.length) { return; }
        for (i = 0; i < word.length; i += 1) { if (word.charAt(i) !== village.key.charAt(i)) { wrong += 1; } }
        if (wrong === 1) { set = set || {}; set[number] = true; }
      });
      return set;
    }

    /* ---- What a row is worth. */

    function worth(term, row) {
      var text = term.text, best = 0, i, name;
      if (term.months) { return row.months.some(function (month) { return term.months[month]; }) ? MONTH : 0; }
      for (i = 0; i < row.numbers.length; i += 1) {
        if (row.numbers[i] === text) { return NUMBER; }
        if (term.number && inNumber(text, row.numbers[i])) { best = PART_OF_NUMBER; }
      }
      if (term.number) { return best; }
      if (row.key === text) { return TITLE; }
      for (i = 0; i < row.names.length; i += 1) {
        name = row.names[i];
        if (name === text) { return NAME; }
        if (name.indexOf(text) >= 0) { best = Math.max(best, IN_NAME * (1 + text.length / name.length)); }
      }
      if (row.kind >= 0 && topics[row.kind][text] === true) { best = Math.max(best, TOPIC); }
      if (row.key.indexOf(text) >= 0) { best = Math.max(best, IN_TITLE + 15 * text.length / row.key.length); }
      return best || (row.text.indexOf(text) >= 0 ? IN_TEXT : 0);
    }
    /* How much of a text's pairs of characters stand in a row: for words we do not know. */
    function likeness(text, row) {
      var hay = row.key + " " + row.names.join(" ") + " " + row.text, hits = 0, i;
      for (i = 0; i < text.length - 1; i += 1) { if (hay.indexOf(text.substr(i, 2)) >= 0) { hits += 1; } }
      return text.length > 1 ? hits / (text.length - 1) : 0;
    }
    function whole(question, row, places_) {
      function same(key) { return key === question.whole || key === question.bare; }
      var place = places_ && places_.length === 1 ? villages[places_[0]].key : "";
      if (same(place + row.key)) { return WHOLE_TITLE; }
      if (row.names.some(same)) { return WHOLE_NAME; }
      return row.numbers.some(same) ? WHOLE_NUMBER : 0;
    }
    /* The score of a row and the villages it holds for, or nothing. `loose`: not every word must be found. */
    function judge(question, row, loose) {
      var score = 0, places_ = row.villages, found = 0, i, term, meant, value, here;
      function isHere(number) { return meant[number]; }
      for (i = 0; i < question.terms.length; i += 1) {
        term = question.terms[i];
        value = worth(term, row);
        meant = term.places || (loose && term.near);
        here = meant && (places_ ? places_.filter(isHere) : meant[row.village] ? [] : null);
        if (here && (here.length || !places_) && value < PLACE) {
          places_ = places_ && here;
          value = PLACE;
        } else if (!value && loose && term.free && (value = likeness(term.text, row)) >= ALIKE) {
          value *= PLACE;
        } else if (!value && !loose) {
          return null;
        }
        if (value >= 1) { found += 1; score += value; }
      }
      if (!found && question.terms.length) { return null; }
      return {row: row, score: score, places: places_};
    }
    function passes(row, filters) {
      return (!filters.status || row.status_ === filters.status)
        && (filters.kind < 0 || row.kind === filters.kind)
        && (filters.month < 0 || row.months.indexOf(filters.month) >= 0)
        && (filters.village < 0 || row.village === filters.village || (row.villages && row.villages.indexOf(filters.village) >= 0));
    }
    function collect(question, filters, loose) {
      var named = filters.village >= 0 || question.terms.some(function (term) { return term.places || (loose && term.near); });
      return rows.reduce(function (found, row) {
        if (!passes(row, filters)) { return found; }
        var judged = judge(question, row, loose);
        if (!judged) { return found; }
        if (filters.village >= 0 && judged.places) {
          judged.places = judged.places.filter(function (number) { return number === filters.village; });
          if (!judged.places.length) { return found; }
        }
        judged.score += OF_TYPE[row.type] + OF_STATUS[row.status_] + (row.villages && !named ? ANY_VILLAGE : 0) + whole(question, row, judged.places);
        found.push(judged);
        return found;
      }, []).sort(function (a, b) {
        return b.score - a.score || b.row.first - a.row.first || (a.row.path < b.row.path ? -1 : 1);
      });
    }

    /* ---- Answers. */

    function answer(row, village) {
      return {
        href: village ? row.path + village.code + ".html" : row.path,
        title: village ? village.name + row.title : row.title,
        village: village ? village.name : row.village >= 0 ? villages[row.village].name : "",
        section: row.kind >= 0 ? index.kinds[row.kind][1] : "",
        stage: stages[row.stage] || "", status: row.status_, gone: row.status, first: row.first, last: row.last
      };
    }
    function take(found, count) {
      var answers = [], i, k;
      for (i = 0; i < found.length && answers.length < count; i += 1) {
        if (!found[i].places) { answers.push(answer(found[i].row, null)); continue; }
        for (k = 0; k < found[i].places.length && answers.length < count; k += 1) {
          answers.push(answer(found[i].row, villages[found[i].places[k]]));
        }
      }
      return answers;
    }
    function total(found) {
      return found.reduce(function (sum, each) { return sum + (each.places ? each.places.length : 1); }, 0);
    }
    function numberOf(table, id) {
      for (var i = 0; i < table.length; i += 1) { if ((table[i].code || table[i][0] || table[i]) === id) { return i; } }
      return -1;
    }
    /* `chosen`: village (code), kind, month (2026-10) and status, each empty for any. */
    function find(query, chosen) {
      var question = understand(query);
      var filters = {
        village: numberOf(villages, chosen.village), kind: numberOf(index.kinds, chosen.kind),
        month: index.months.indexOf(chosen.month), status: chosen.status
      };
      var found = collect(question, filters, false), alike = !found.length && question.terms.length > 0;
      if (alike) { found = collect(question, filters, true); }
      return {total: total(found), alike: alike, take: function (count) { return take(found, count); }};
    }
    /* Earlier years whose own file a question needs: a year it names, or a month that was chosen. */
    function yearsOf(query, chosen) {
      var years = understand(query).terms.map(function (term) { return term.year; }).concat(chosen.month.substr(0, 4));
      return index.older.filter(function (year) { return years.indexOf(year) >= 0; });
    }
    /* Texts that may be the name of a person: the whole question, its parts, and what is left of them. */
    function namesIn(query) {
      var found = [normalise(query)].concat(query.split(/[\s,，、;；。？?！!]+/).map(normalise));
      understand(query).terms.forEach(function (term) { if (term.free) { found.push(term.text); } });
      return found.filter(function (name, number) {
        return name.length > 1 && !/[0-9a-z]/.test(name) && found.indexOf(name) === number;
      });
    }
    return {find: find, add: addLists, yearsOf: yearsOf, namesIn: namesIn};
  }

  return {normalise: normalise, crc32: crc32, open: open, dayText: dayText, weekday: weekday};
}());
