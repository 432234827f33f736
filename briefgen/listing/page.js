"use strict";
const at = (id) => document.getElementById(id);
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const body = at("rows"), rows = [...body.rows];
const newest = () => [...rows].sort((a, b) => b.dataset.date.localeCompare(a.dataset.date));
let texts = null;
const filter = () => {
  texts ??= rows.map((row) => plain(row.textContent));
  const words = plain(at("words").value).split(/\s+/).filter(Boolean);
  const audience = at("audience").value, marking = at("marking").value, health = at("health").value;
  let shown = 0;
  rows.forEach((row, place) => {
    const data = row.dataset;
    const fits = (!audience || data.audience === audience) && (!marking || data.marking === marking)
      && (!health || data.health.split(" ").includes(health)) && words.every((word) => texts[place].includes(word));
    if (row.hidden === fits) row.hidden = !fits;
    shown += fits;
  });
  at("shown").textContent = `${shown.toLocaleString("en")} shown`;
};
at("filters").addEventListener("input", filter);
at("filters").addEventListener("submit", (event) => event.preventDefault());
at("order").addEventListener("change", () => body.append(...(at("order").value ? newest() : rows)));
at("filters").hidden = false;
