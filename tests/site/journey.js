/* What a reader does, in Firefox over WebDriver BiDi: `node journey.js BROWSER PROGRAM ADDRESS`. Prints what was seen. */

import puppeteer from "puppeteer-core";

const [browser, executablePath, address] = process.argv.slice(2);
const args = browser === "chrome" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const program = await puppeteer.launch({ browser, executablePath, args });
const page = await program.newPage();
const problems = [];
page.on("pageerror", ({ message }) => problems.push(message));

// A click of puppeteer's own fails where the page is left before it has ended.
const click = (selector) => page.$eval(selector, (link) => void setTimeout(() => link.click()));
const titleOf = async () => (await page.title()).split(" · ")[0];

await page.goto(address);
await click(".chips a");
await page.waitForSelector("h1[data-day]");
const day = page.url();
await page.waitForSelector(".said", { hidden: true }); // keys work
for (const key of ["j", "j", "*"]) await page.keyboard.press(key);
await page.waitForSelector(".entries > li:nth-child(2) [aria-pressed=true]");
await page.keyboard.press("Enter");
await page.waitForSelector("article[data-paper]");
const title = await titleOf();
await page.type("header [data-search-input]", "litle is knwn");
await page.waitForSelector("[data-search-result]");
await click("[data-search-result]");
await page.waitForSelector("article[data-paper$='00109']");
const found = await titleOf();
await page.goto(`${address}starred/`);
await page.waitForSelector(".stars li");
const starred = await page.$$eval(".stars a", (links) => links.map(({ textContent }) => textContent));
console.log(JSON.stringify({ day, title, found, starred, problems }));
await program.close();
