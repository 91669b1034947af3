/**
 * The script of the page: it shows the changes that the form chooses. A change matches an operation where one that it reaches has all the words
 * that are typed. It has nothing of a document in it.
 */
export const script = `"use strict";
const form = document.getElementById("filters");
const { operations, sets } = JSON.parse(document.getElementById("reach").textContent);
const names = operations.map((name) => name.toLowerCase());
const groups = [...document.querySelectorAll(".group")].map((element) => ({
  element,
  count: element.querySelector(".count"),
  all: element.querySelector(".count").textContent,
  listed: element.querySelectorAll("article").length,
}));
const changes = [...document.querySelectorAll("article")].map((element) => ({
  element,
  class: element.className,
  direction: element.dataset.direction,
  rule: element.dataset.rule,
  document: element.closest(".document").dataset.document,
  set: sets[element.dataset.set],
}));

function apply() {
  const given = new FormData(form);
  const classes = new Set(given.getAll("class"));
  const directions = new Set([...given.getAll("direction"), "none"]);
  const words = given.get("operation").toLowerCase().split(/\\s+/).filter(Boolean);
  const named = names.map((name) => words.every((word) => name.includes(word)));
  const is = (name, value) => !given.get(name) || given.get(name) === value;
  let shown = 0;
  for (const change of changes) {
    const wanted =
      classes.has(change.class) &&
      directions.has(change.direction) &&
      is("rule", change.rule) &&
      is("document", change.document) &&
      (words.length === 0 || change.set.some((number) => named[number]));
    change.element.hidden = !wanted;
    if (wanted) shown++;
  }
  for (const { element, count, all, listed } of groups) {
    const left = element.querySelectorAll("article:not([hidden])").length;
    element.hidden = left === 0;
    count.textContent = left === listed ? all : left + " of " + all;
  }
  for (const element of document.querySelectorAll(".document"))
    element.hidden = !is("document", element.dataset.document);
  document.getElementById("shown").textContent = shown + " of " + changes.length + " changes";
}

function reveal() {
  const change = location.hash && document.getElementById(location.hash.slice(1));
  const folded = change && change.closest("details.group");
  if (!folded || folded.open) return;
  folded.open = true;
  change.scrollIntoView();
}

document.getElementById("operations").append(...operations.map((name) => new Option(name, name)));
form.hidden = false;
form.querySelector("details").open = matchMedia("(min-width: 60rem)").matches;
form.addEventListener("input", apply);
form.addEventListener("reset", () => setTimeout(apply));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("pageshow", apply);
addEventListener("hashchange", reveal);
apply();
reveal();
`;
