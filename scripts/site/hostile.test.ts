import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { emitReference } from "@facsimile/codegen";
import { readDocument } from "@facsimile/mock";
import { createMarkdownRenderer } from "vitepress";
import { afterAll, expect, it } from "vitest";
import { hostileDocument } from "../../packages/codegen/test/hostile/hostile-document.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-site-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Texts that mean something to VitePress, and what would show that they did. */
const text = `{{ pwned }} x {onclick=pwned} [[toc]] ![x](https://pwned.example/x.png) <script>pwned</script>

::: details pwned
<img src=x onerror=pwned>

\`\`\`js {onclick=pwned}
</div>
\`\`\`

<<< ./pwned.txt

**x**{onclick=pwned} \`x\`{onclick=pwned}

</div>`;

it("VitePress takes nothing that a document says for more than a text", async () => {
  writeFileSync(path.join(folder, "pwned.txt"), "pwned by a file");
  const file = path.join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(hostileDocument("3.1", (_, harmless) => `${harmless} ${text}`)));
  const { document, api } = await readDocument(file);
  const pages = await emitReference(api, document, { packageName: "hostile", requests: new Map() });
  const renderer = await createMarkdownRenderer(folder);
  for (const page of pages) {
    const html = renderer.render(page.text, { path: path.join(folder, page.path), relativePath: page.path });
    const tags = [...html.matchAll(/<[a-z/!][^>]*>/gi)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, '""'));
    const acting = tags.filter((tag) => /\son\w+=|^<(?:script|style|iframe|details|img)|table-of-contents/i.test(tag));
    expect({ page: page.path, acting }).toEqual({ page: page.path, acting: [] });
    expect(html).not.toContain("pwned by a file");
    // All of it is inside of what is no template.
    expect(html.trim().startsWith("<!--")).toBe(true);
    expect(html.indexOf("<div v-pre>")).toBeLessThan(html.indexOf("<h1"));
    expect(html.trim().endsWith("</div>")).toBe(true);
    expect(tags.filter((tag) => tag === "</div>")).toHaveLength(tags.filter((tag) => /^<div\b/.test(tag)).length);
  }
});
