// The queue by keyboard: j and k move, a and r decide, c corrects, u opens what was decided.
import { elsewhere, letter } from "./lib/keys";

const items = [...document.querySelectorAll<HTMLElement>(".queue > li")];
const said = document.getElementById("said");
const words = document.querySelector<HTMLTemplateElement>("#words");
let at = -1;

const word = (name: string): string => words?.content.querySelector(`[data-${name}]`)?.textContent ?? "";

function go(to: number): void {
  const item = items[to];
  if (!item) {
    if (to >= items.length) document.getElementById("further")?.focus();
    return;
  }
  if (at >= 0) delete items[at]?.dataset["atHand"];
  at = to;
  item.dataset["atHand"] = "";
  item.focus();
  item.scrollIntoView({ block: "nearest" });
}

async function decide(item: HTMLElement, action: string): Promise<void> {
  const form = item.querySelector("form");
  if (!form || "done" in item.dataset) return;
  const sent = new FormData(form);
  sent.set("action", action);
  const body = new URLSearchParams([...sent].map(([name, value]) => [name, String(value)]));
  // The answer is a redirect back to this page, which is already here.
  // Its buttons are called "action", so that the property is not the address.
  const answer = await fetch(form.getAttribute("action") ?? "/decide", { method: "POST", body, redirect: "manual" });
  const done = answer.type === "opaqueredirect";
  if (done) {
    item.dataset["done"] = action;
    for (const button of form.querySelectorAll("button")) button.disabled = true;
  }
  if (said) said.textContent = `${item.dataset["reference"] ?? ""}: ${done ? word(action) : word("failed")}`;
  if (done) go(items.indexOf(item) + 1);
}

for (const each of document.querySelectorAll<HTMLElement>(".scripted")) each.hidden = false;
document.getElementById("tell-keys")?.addEventListener("click", () => {
  const keys = document.getElementById("keys");
  if (keys instanceof HTMLDialogElement) keys.showModal();
});
for (const [number, item] of items.entries()) {
  item.addEventListener("focusin", () => {
    if (at !== number && at >= 0) delete items[at]?.dataset["atHand"];
    at = number;
    item.dataset["atHand"] = "";
  });
  item.querySelector("form")?.addEventListener("submit", (event) => {
    const action = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    if (action) {
      event.preventDefault();
      void decide(item, action);
    }
  });
}
document.addEventListener("keydown", (event) => {
  if (elsewhere(event) || document.querySelector("dialog[open]")) return;
  const item = items[at];
  const key = letter(event);
  if (key === "j") go(at + 1);
  else if (key === "k") go(Math.max(0, at - 1));
  else if (key === "u") location.href = "/review/history";
  else if (item && key === "a") void decide(item, "accept");
  else if (item && key === "r") void decide(item, "reject");
  else if (item && key === "c") item.querySelector<HTMLAnchorElement>("a.correct")?.click();
});

