// Opens pages in Chromium, without a network, at two widths, light and dark; prints what axe-core finds, what was
// asked of the network, how far a page sticks out sideways, which words and amounts of charts are broken, and whether a followed note opens where the reader is and
// closes again, as JSON.
//   node pages.mjs CHROMIUM FILE.html…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const found = [];
for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    for (const file of files) {
      const page = await context.newPage();
      const requests = [];
      page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) requests.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const broken = await page.evaluate(() => {
        const lines = (cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const boxes = [...range.getClientRects()].sort((one, other) => one.top - other.top);
          return boxes.filter((box, index) => index === 0 || box.top >= boxes[index - 1].bottom - 1).length;
        };
        const cells = [...document.querySelectorAll(".bars th[scope=row], .bars .amount")];
        return cells.filter((cell) => (cell.matches(".amount") || !/\s/.test(cell.textContent.trim())) && lines(cell) > 1)
          .map((cell) => cell.textContent);
      });
      await page.evaluate(axe);
      const reference = page.locator('a[role="doc-noteref"]').first();
      await reference.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      await reference.click();
      const opened = await page.locator(".note:target").evaluate((note) => {
        const { top, bottom } = note.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      await page.locator(".note:target .close").click();
      const closed = (await page.locator(".note:target").count()) === 0;
      const moved = (await page.evaluate(() => scrollY)) - before;
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const faults = violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html).slice(0, 3) }));
      found.push({ file, width, colorScheme, beyond, broken, opened, closed, moved, requests, faults });
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(found));
