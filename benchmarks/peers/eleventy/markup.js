export const SITE = "https://hefeng.example.gov.cn";

const KNOWN = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML, in elements and in quoted attributes. */
export const escape = (text) => String(text).replace(/[&<>"']/g, (each) => KNOWN[each]);

/** A value inside a script, which `<` must not end. */
export const json = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
