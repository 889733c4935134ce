// Evaluates content security policies: a list of texts in, for each what csp_evaluator finds.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const { CspEvaluator } = require("csp_evaluator");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { Severity } = require("csp_evaluator/dist/finding.js");

const policies = JSON.parse(readFileSync(0, "utf8"));
const evaluated = policies.map((policy) =>
  new CspEvaluator(new CspParser(policy).csp).evaluate().map((finding) => ({
    severity: Severity[finding.severity],
    directive: finding.directive,
    description: finding.description,
  })),
);
process.stdout.write(JSON.stringify(evaluated));
