import { SITE, escape } from "../markup.js";

export const data = {
  layout: "base.11ty.js",
  pagination: { data: "notices", size: 1, alias: "notice" },
  permalink: ({ notice }) => `notices/${notice.slug}.html`,
};

const opening = ({ look, title, person }) =>
  `<td class="${escape(look)}" data-label="${escape(title)}">${person ? "<bdi>" : ""}`;

const closing = ({ unit, person }) =>
  `${person ? "</bdi>" : ""}${unit && `<span class="card-unit"> ${escape(unit)}</span>`}</td>`;

export function render({ notice, page }) {
  // Each column's tags once a page, as ours has them.
  const before = notice.columns.map(opening), after = notice.columns.map(closing);
  return `<article class="page">
<nav class="crumbs" aria-label="当前位置">
<ol>
<li><a href="/index.html">首页</a></li>
<li><a href="/villages/index.html">我的村</a></li>
<li>${escape(notice.village)}</li>
<li><span aria-current="page">${escape(notice.title)}</span></li>
</ol>
</nav>
<h1 id="content" tabindex="-1">${escape(notice.title)}</h1>
<p class="status status--open"><strong>公示中，可以提异议</strong>${escape(notice.first_day)}至${escape(notice.last_day)}，最后一天也算</p>
<p class="lead">${escape(notice.sentence)}</p>
<dl class="totals">${notice.totals.map((each) => `
<div><dt>${escape(each.title)}</dt><dd><span class="number">${escape(each.value)}</span> ${escape(each.unit)}</dd></div>`).join("")}
</dl>
<section class="objection" aria-labelledby="objection">
<h2 id="objection">对名单有异议怎么办</h2>
<p>请在${escape(notice.last_day)}前，打电话、写信或当面提出；最后一天也算。</p>
<p>提出以后，镇里会重新调查，必要时再次组织民主评议；查清以前，有异议的不批准。提异议的人，姓名保密。</p>
<ul class="contacts">
<li><span>禾风镇社会事务办公室</span> <a class="phone" href="tel:0690-5550110">0690-5550110</a> <span class="hours">工作日 8:30—12:00、14:00—17:30</span></li>
<li><span>禾风镇纪检监察办公室监督电话</span> <a class="phone" href="tel:0690-5550120">0690-5550120</a> <span class="hours">工作日 8:30—12:00、14:00—17:30</span></li>
<li><span>政务服务便民热线</span> <a class="phone" href="tel:12345">12345</a> <span class="hours">全天</span></li>
</ul>
<p>当面提：晴川县禾风镇禾苗路1号便民服务中心。<a href="/how-to-object.html">怎样提异议，提了以后怎么办</a></p>
</section>
<h2 id="list">名单</h2>
<p class="note">网上的名单只写姓，其余用“某”代替。写有全名的名单张贴在村（社区）公示栏。</p>
<div class="scroll" tabindex="0" role="region" aria-label="${escape(notice.title)}">
<table class="list cards slim">
<caption class="unseen">${escape(notice.title)}</caption>
<thead><tr>
<th scope="col" class="center">序号</th>${notice.columns.map((each) => `
<th scope="col" class="${escape(each.look)}">${escape(each.title)}${each.unit && `<span class="unit">（${escape(each.unit)}）</span>`}</th>`).join("")}
</tr></thead>
<tbody>${notice.rows.map((row, index) => `
<tr>
<td class="center number" data-label="序号">${index + 1}</td>${row.map((cell, place) => `
${before[place]}${escape(cell)}${after[place]}`).join("")}
</tr>`).join("")}
</tbody>
</table>
</div>
<h2 id="approval">谁批准的</h2>
<dl class="facts">${notice.approval.map((each) => `
<div><dt>${escape(each[0])}</dt><dd>${escape(each[1])}</dd></div>`).join("")}
</dl>
<h2 id="downloads">下载和打印</h2>
<p class="buttons"><a class="button" href="/downloads/list-2026-11-public_notice.csv" download>全部村的名单（CSV）</a>
<a class="button" href="/downloads/list-2026-11-public_notice.xlsx" download>全部村的名单（Excel）</a>
<a class="button" href="/downloads/list-2026-11-public_notice.json" download>全部村的名单（JSON）</a>
</p>
<details class="fold"><summary>发布信息（文号、发布机构等）</summary>
<dl class="facts facts--block">${notice.record.map((each) => `
<div><dt>${escape(each[0])}</dt><dd>${escape(each[1])}</dd></div>`).join("")}
</dl>
</details><p class="on-paper">本页网址：${escape(SITE + page.url)}<br>禾风镇社会事务办公室：0690-5550110；监督电话：0690-5550120</p>
</article>
`;
}
