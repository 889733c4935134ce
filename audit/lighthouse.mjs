// Runs Lighthouse on a phone: {browser, flags, runs, pages} in, for each page and run its scores and what it objects to out.
import { readFileSync } from "node:fs";
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";

const asked = JSON.parse(readFileSync(0, "utf8"));
const options = { logLevel: "error", output: "json", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] };

function condensed({ audits, categories }) {
  const failed = Object.values(categories).flatMap((category) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => ({ category: category.id, audit: id })),
  );
  const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
  return { scores, failed };
}

// A browser of its own for each run: nothing is remembered, and one that dies takes nothing with it.
async function once(page) {
  const chrome = await launcher.launch({ chromePath: asked.browser, chromeFlags: ["--headless=new", ...asked.flags] });
  try {
    const { lhr } = await lighthouse(page, { ...options, port: chrome.port });
    if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
    return condensed(lhr);
  } finally {
    await chrome.kill();
  }
}

const judged = [];
for (const page of asked.pages) {
  const runs = [];
  for (let run = 0; run < asked.runs; run += 1) runs.push(await once(page).catch(() => once(page)));
  judged.push(runs);
}
process.stdout.write(JSON.stringify(judged));
