import { SITE, escape, json } from "../../markup.js";

function head(notice, address) {
  return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'">
<title>${escape(notice.title)} - ${escape(notice.village)} - 禾风镇民政公示</title>
<meta name="robots" content="noindex">
<meta name="SiteName" content="禾风镇民政公示">
<meta name="SiteDomain" content="hefeng.example.gov.cn">
<meta name="SiteIDCode" content="9901010001">
<meta name="ColumnName" content="救助名单">
<meta name="ColumnType" content="政务公开">
<meta name="ArticleTitle" content="${escape(notice.title)}">
<meta name="PubDate" content="${escape(notice.published)}">
<meta name="ContentSource" content="晴川县禾风镇人民政府社会事务办公室">
<meta name="Keywords" content="${escape(notice.list_title)};公示;${escape(notice.village)};禾风镇">
<meta name="Author" content="禾风镇社会事务办公室">
<meta name="Description" content="${escape(notice.title)}，共${escape(notice.count)}${escape(notice.entry_unit)}，${escape(notice.first_day)}至${escape(notice.last_day)}公开。晴川县禾风镇人民政府社会事务办公室">
<meta name="Url" content="${escape(address)}">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${escape(address)}">
<link rel="alternate" href="/feed.xml" type="application/atom+xml" title="禾风镇民政公示：公示和公布">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="application/ld+json">[{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "item": "https://hefeng.example.gov.cn/", "name": "首页", "position": 1}, {"@type": "ListItem", "item": "https://hefeng.example.gov.cn/villages/index.html", "name": "我的村", "position": 2}, {"@type": "ListItem", "item": "https://hefeng.example.gov.cn/villages/index.html", "name": ${json(notice.village)}, "position": 3}, {"@type": "ListItem", "item": ${json(address)}, "name": ${json(notice.title)}, "position": 4}]}, {"@context": "https://schema.org", "@type": "Dataset", "creator": {"@type": "GovernmentOrganization", "name": "晴川县禾风镇人民政府社会事务办公室", "url": "https://hefeng.example.gov.cn/"}, "datePublished": ${json(notice.published)}, "description": ${json(notice.title)}, "distribution": [{"@type": "DataDownload", "contentUrl": "https://hefeng.example.gov.cn/downloads/list-2026-11-public_notice.csv", "encodingFormat": "text/csv"}, {"@type": "DataDownload", "contentUrl": "https://hefeng.example.gov.cn/downloads/list-2026-11-public_notice.xlsx", "encodingFormat": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, {"@type": "DataDownload", "contentUrl": "https://hefeng.example.gov.cn/downloads/list-2026-11-public_notice.json", "encodingFormat": "application/json"}], "inLanguage": "zh-CN", "isAccessibleForFree": true, "license": "https://hefeng.example.gov.cn/terms.html", "name": ${json(notice.title)}, "spatialCoverage": ${json(notice.village)}, "url": ${json(address)}}]</script>`;
}

export function render({ content, notice, page }) {
  return `<!doctype html>
<html lang="zh-CN" class="no-js">
  <head>
    <meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${notice ? head(notice, SITE + page.url) : "<title>禾风镇民政公示</title>"}
<script src="/assets/site.js"></script>
<link rel="stylesheet" href="/assets/rare.css">
<link rel="stylesheet" href="/assets/site.css">
  </head>
  <body dir="ltr">
    <div data-md-component="skip">
        <a href="#content" class="md-skip">
          跳到正文
        </a>
    </div>
    <div data-md-component="announce">
    </div>
    <header class="masthead" id="top">
  <p class="ribbon">示例数据：地名、人名和电话都是虚构的</p>
  <div class="masthead__inner">
    <a class="masthead__site" href="/index.html">禾风镇民政公示</a>
    <p class="masthead__office">晴川县禾风镇人民政府社会事务办公室</p>
    <div class="quick">
  <a class="quick__plain" href="/accessibility.html">看不清怎么办</a>
  <button type="button" data-mode="version" data-value="elder" aria-pressed="false">长辈版</button>
  <button type="button" class="quick__more" aria-expanded="false" aria-controls="tools">阅读设置</button>
</div>
<div class="tools" id="tools" role="group" aria-label="阅读设置">
  <div class="tools__sizes" role="group" aria-label="字号">
    <span class="tools__label" aria-hidden="true">字号</span>
    <button type="button" data-mode="size" data-value="" aria-pressed="true">标准</button>
    <button type="button" data-mode="size" data-value="large" aria-pressed="false">大</button>
    <button type="button" data-mode="size" data-value="huge" aria-pressed="false">特大</button>
  </div>
  <button type="button" data-mode="colours" data-value="contrast" aria-pressed="false">高对比</button>
  <button type="button" data-mode="colours" data-value="eye" aria-pressed="false">护眼</button>
  <button type="button" data-print>打印</button>
  <button type="button" data-reset>恢复默认</button>
  <p class="unseen" role="status" data-said></p>
</div>
    <form class="seek" role="search" aria-label="全站查找" action="/search.html" method="get">
  <input class="seek__box" type="search" name="q" aria-label="查找：村名、事项或文号" placeholder="村名或事项" maxlength="60" autocomplete="off" enterkeyhint="search">
  <button class="seek__button" type="submit">查找</button>
</form>
  </div>
  <nav class="menu" aria-label="主菜单">
    <button type="button" class="menu__button" aria-expanded="false" aria-controls="menu">菜单</button>
    <ul id="menu">
      <li><a href="/index.html">首页</a></li>
      <li><a href="/villages/index.html">我的村</a></li>
      <li><a href="/relief.html">救助名单</a></li>
      <li><a href="/guides.html">办事指南</a></li>
      <li><a href="/funds.html">资金</a></li>
      <li><a href="/duties.html">职责</a></li>
      <li><a href="/policies.html">政策</a></li>
      <li><a href="/how-to-object.html">提异议</a></li>
    </ul>
  </nav>
</header>
    <div class="md-container" data-md-component="container">
      <main class="md-main" data-md-component="main">
        <div class="md-main__inner md-grid">
${content}
        </div>
      </main>
      <footer class="colophon">
  <div class="colophon__inner">
    <ul><li><a href="#top">回到页首</a></li></ul>
    <address>
      <p><strong>晴川县禾风镇人民政府社会事务办公室</strong></p>
      <ul>
        <li>咨询电话 <a href="tel:0690-5550110">0690-5550110</a></li>
        <li>监督电话 <a href="tel:0690-5550120">0690-5550120</a></li>
        <li>便民热线 <a href="tel:12345">12345</a></li>
      </ul>
      <p>晴川县禾风镇禾苗路1号便民服务中心<br>工作日 8:30—12:00、14:00—17:30</p>
    </address>
    <ul>
      <li><a href="/about.html">本办概况</a></li>
      <li><a href="/ledgers.html">一柜十簿</a></li>
      <li><a href="/schedule.html">公开计划</a></li>
      <li><a href="/approvals.html">审批记录</a></li>
      <li><a href="/posters.html">海报下载</a></li>
      <li><a href="/open_data.html">开放数据</a></li>
      <li><a href="/terms.html">使用条款</a></li>
      <li><a href="/accessibility.html">无障碍声明</a></li>
    </ul>
    <ul><li>网站标识码 9901010001</li><li>示例ICP备00000000号</li><li>示例公网安备00000000000000号</li></ul>
  </div>
</footer>
    </div>
    <div class="md-dialog" data-md-component="dialog">
      <div class="md-dialog__inner md-typeset"></div>
    </div>
  </body>
</html>
`;
}
