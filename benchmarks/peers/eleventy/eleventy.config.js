export default function () {
  return { dir: { input: "content", output: "public" }, templateFormats: ["11ty.js"] };
}
