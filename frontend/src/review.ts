// The queue by keyboard: j and k move, a and r decide, u undoes, c corrects, h opens what was decided.
import { elsewhere, letter } from "./lib/keys";

const items = [...document.querySelectorAll<HTMLElement>(".queue > li")];
const said = document.getElementById("said");
const words = document.querySelector<HTMLTemplateElement>("#words");
const decided: HTMLElement[] = [];
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

async function send(form: HTMLFormElement, address: string, action: string): Promise<boolean> {
  const sent = new FormData(form);
  sent.set("action", action);
  const body = new URLSearchParams([...sent].map(([name, value]) => [name, String(value)]));
  // The answer is a redirect back to this page, which is already here.
  const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
  return answer.type === "opaqueredirect";
}

function tell(item: HTMLElement, what: string): void {
  if (said) said.textContent = `${item.dataset["reference"] ?? ""}: ${word(what)}`;
}

async function undo(): Promise<void> {
  const item = decided.pop();
  const form = item?.querySelector("form");
  if (!item || !form) return;
  const done = await send(form, "/undo", "undo");
  if (done) {
    delete item.dataset["done"];
    for (const button of form.querySelectorAll("button")) button.disabled = false;
    go(items.indexOf(item));
  }
  tell(item, done ? "undone" : "failed");
}

async function decide(item: HTMLElement, action: string): Promise<void> {
  const form = item.querySelector("form");
  if (!form || "done" in item.dataset) return;
  // Its buttons are called "action", so that the property is not the address.
  const done = await send(form, form.getAttribute("action") ?? "/decide", action);
  if (done) {
    decided.push(item);
    item.dataset["done"] = action;
    for (const button of form.querySelectorAll("button")) button.disabled = true;
  }
  tell(item, done ? action : "failed");
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
  else if (key === "u") void undo();
  else if (key === "h") location.href = "/review/history";
  else if (item && key === "a") void decide(item, "accept");
  else if (item && key === "r") void decide(item, "reject");
  else if (item && key === "c") item.querySelector<HTMLAnchorElement>("a.correct")?.click();
});

