"use strict";
// Laying out ten thousand rows takes seconds; so many are shown until more are asked for.
const LIMIT = 300;
const at = (id) => document.getElementById(id);
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const body = at("rows"), given = [...body.rows];
let rows = given, limit = LIMIT;
const texts = new Map();
const text = (row) => texts.get(row) ?? texts.set(row, plain(row.textContent)).get(row);
const filter = () => {
  const words = plain(at("words").value).split(/\s+/).filter(Boolean);
  const audience = at("audience").value, marking = at("marking").value, health = at("health").value;
  let found = 0;
  for (const row of rows) {
    const data = row.dataset;
    const fits = (!audience || data.audience === audience) && (!marking || data.marking === marking)
      && (!health || data.health.split(" ").includes(health)) && words.every((word) => text(row).includes(word));
    found += fits;
    const shown = fits && found <= limit;
    if (row.hidden === shown) row.hidden = !shown;
  }
  const number = (count) => count.toLocaleString("en");
  at("shown").textContent = found > limit ? `${number(found)} found, the first ${number(limit)} shown` : `${number(found)} found`;
  at("all").hidden = found <= limit;
};
const again = () => { limit = LIMIT; filter(); };
const order = () => {
  const date = (row) => row.dataset.date;
  rows = at("order").value ? [...given].sort((a, b) => date(b) < date(a) ? -1 : Number(date(b) > date(a))) : given;
  body.append(...rows);
  again();
};
at("words").addEventListener("input", again);
for (const name of ["audience", "marking", "health"]) at(name).addEventListener("change", again);
at("order").addEventListener("change", order);
at("all").addEventListener("click", () => { limit = Infinity; filter(); });
at("filters").addEventListener("submit", (event) => event.preventDefault());
at("filters").hidden = false;
filter();
document.documentElement.className = "";
