// What a reader sees of the list and of the preview in a real Chromium.
// Usage: node browser.mjs CHROMIUM list PAGE | node browser.mjs CHROMIUM preview ADDRESS FILE OLD NEW FAULTY
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [, , executablePath, what, ...rest] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const found = {};

async function faults(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => (await axe.run(document)).violations.map((each) => each.id));
}

async function list(path) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ colorScheme });
    await page.goto(pathToFileURL(path).href, { waitUntil: "domcontentloaded" });
    await page.waitForSelector("#filters:not([hidden])");
    const shown = () => page.evaluate(() => [...document.querySelectorAll("#rows tr")].filter((row) => row.offsetHeight).length);
    found.first = await shown();
    await page.fill("#words", "quáy 7");
    found.searched = await shown();
    await page.selectOption("#audience", "press");
    found.filtered = await shown();
    found.said = await page.textContent("#shown");
    found[colorScheme] = await faults(page);
    await page.fill("#words", "");
    await page.click("#all");
    found.all = await shown();
    await page.close();
  }
}

async function preview(address, file, old, fresh, faulty) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.click("nav a");
  const inside = page.frameLocator("#html");
  await inside.getByText(old).first().waitFor();
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replaceAll(old, fresh));
  const start = performance.now();
  await inside.getByText(fresh).first().waitFor({ timeout: 60000 });
  found.milliseconds = Math.round(performance.now() - start);
  // The PDF of what was just saved is being set.
  writeFileSync(file, text);
  const again = performance.now();
  await inside.getByText(old).first().waitFor({ timeout: 60000 });
  found.again = Math.round(performance.now() - again);
  writeFileSync(file, text.replaceAll(old, fresh));
  await inside.getByText(fresh).first().waitFor({ timeout: 60000 });
  writeFileSync(file, text.replaceAll(old, faulty));
  await page.waitForSelector("#faults b", { timeout: 60000 });
  found.faults = await page.textContent("#faults");
  found.kept = await inside.getByText(fresh).first().isVisible();
  writeFileSync(file, text);
  await inside.getByText(old).first().waitFor({ timeout: 60000 });
  await page.waitForFunction(() => !document.querySelector("#faults b"), null, { timeout: 60000 });
}

await (what === "list" ? list(...rest) : preview(...rest));
await browser.close();
console.log(JSON.stringify(found));
