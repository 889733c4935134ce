import { escape } from "../markup.js";

export const data = { layout: "base.11ty.js", permalink: "index.html" };

export function render({ notices }) {
  return `<article class="page">
<h1 id="content" tabindex="-1">禾风镇民政公示</h1>
<ul>${notices.map((each) => `
<li><a href="/notices/${escape(each.slug)}.html">${escape(each.title)}</a></li>`).join("")}
</ul>
</article>
`;
}
