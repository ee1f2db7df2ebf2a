// The reading room: from claim to words and back by keys, the words of a claim lit up, words selected to add something.
import { elsewhere, letter } from "./lib/keys";
import { rangeOf, runsOf, type Span } from "./lib/offsets";
import { selecting } from "./lib/selecting";

const report = document.querySelector<HTMLElement>(".report[data-report]");
const claims = [...document.querySelectorAll<HTMLElement>(".claim")];
const runs = report ? runsOf(report) : [];
const cameFrom: Element[] = [];

const tell = (words: string): void => {
  const told = document.getElementById("told");
  if (told) told.textContent = words;
};

const spanOfClaim = (claim: HTMLElement): Span => ({ start: Number(claim.dataset.start), end: Number(claim.dataset.end) });

// The words of the claim at hand, as the browser marks them: no element of the text is changed.
const light = (claim: HTMLElement | null): void => {
  if (!("highlights" in CSS)) return;
  const range = claim ? rangeOf(spanOfClaim(claim), runs) : null;
  if (range) CSS.highlights.set("claim", new Highlight(range));
  else CSS.highlights.delete("claim");
};

const current = (): HTMLElement | null => document.querySelector<HTMLElement>(".claim[aria-current]");

const unfold = (element: Element | null): void => {
  for (let at = element?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
};

const words = (claim: HTMLElement): Element | null => {
  const range = rangeOf(spanOfClaim(claim), runs);
  return range?.startContainer.parentElement ?? null;
};

// Where the text scrolls beside the claims, it scrolls along; on a phone the claim stays where it is.
const showWords = (claim: HTMLElement): void => {
  const at = words(claim);
  unfold(at);
  if (!report || !at || report.scrollHeight <= report.clientHeight) return;
  const place = at.getBoundingClientRect();
  const frame = report.getBoundingClientRect();
  report.scrollTop += place.top - frame.top - frame.height / 3;
};

const choose = (claim: HTMLElement): void => {
  current()?.removeAttribute("aria-current");
  claim.setAttribute("aria-current", "true");
  light(claim);
};

const goTo = (claim: HTMLElement): void => {
  unfold(claim);
  choose(claim);
  claim.focus({ preventScroll: true });
  claim.scrollIntoView({ block: "center" });
  showWords(claim);
};

const step = (by: number): void => {
  const at = current();
  const next = at ? claims.indexOf(at) + by : by > 0 ? 0 : claims.length - 1;
  const claim = claims[next];
  if (claim) return goTo(claim);
  document.querySelector<HTMLAnchorElement>(`nav.parts a[rel="${by > 0 ? "next" : "prev"}"]`)?.click();
};

// From a claim to its words: the link that they are takes the focus, else the text itself does.
const jump = (claim: HTMLElement): void => {
  cameFrom.push(claim);
  const at = words(claim);
  unfold(at);
  const link = at?.closest<HTMLElement>(".anchor");
  choose(claim);
  (link ?? report)?.focus({ preventScroll: true });
  (at ?? report)?.scrollIntoView({ block: "center" });
};

const press = (claim: HTMLElement, key: string): void => {
  const does = claim.querySelector<HTMLElement>(`[data-key="${key}"]`);
  does?.click();
  const opened = does?.closest("details[open]");
  opened?.querySelector<HTMLElement>("input:not([type=hidden]), pre")?.focus();
};

const claimAt = (element: Element): HTMLElement | null => {
  const id = element.closest<HTMLElement>("[data-claim]")?.dataset.claim;
  return id ? document.getElementById(id) : null;
};

document.addEventListener("keydown", (event) => {
  const at = event.target instanceof Element ? event.target : document.body;
  if (event.key === "Escape" && !at.closest("dialog")) {
    const back = cameFrom.pop();
    if (back instanceof HTMLElement) back.classList.contains("claim") ? goTo(back) : back.focus();
    else if (at.closest(".claim details[open]")) shut(at);
    return;
  }
  if (elsewhere(event)) return;
  const claim = at.closest<HTMLElement>(".claim") ?? current();
  const key = letter(event);
  if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (event.key === "Enter" && claim && at === claim) jump(claim);
  else if (claim && "arcwuy".includes(key)) press(claim, key);
  else return;
  event.preventDefault();
});

const shut = (at: Element): void => {
  const details = at.closest("details");
  const claim = at.closest<HTMLElement>(".claim");
  if (details) details.open = false;
  claim?.focus();
};

document.addEventListener("click", (event) => {
  const at = event.target instanceof Element ? event.target : null;
  const forth = at?.closest<HTMLAnchorElement>(".deed a");
  const back = at?.closest<HTMLAnchorElement>(".report .anchor");
  const copy = at?.closest<HTMLButtonElement>(".copy");
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (forth) {
    const claim = forth.closest<HTMLElement>(".claim");
    if (claim) jump(claim);
  } else if (back && document.getSelection()?.isCollapsed !== false) {
    const claim = claimAt(back);
    if (!claim) return;
    cameFrom.push(back);
    goTo(claim);
  } else if (copy) {
    void copied(copy);
    return;
  } else return;
  event.preventDefault();
});

const copied = async (button: HTMLButtonElement): Promise<void> => {
  const text = button.parentElement?.querySelector(".citation");
  try {
    await navigator.clipboard.writeText(text?.textContent ?? "");
    tell(button.dataset.done ?? "");
    button.classList.add("done");
  } catch {
    if (text) document.getSelection()?.selectAllChildren(text); // no leave to write: ready to be copied by hand
  }
};

for (const type of ["pointerover", "focusin"] as const) {
  document.addEventListener(type, (event) => {
    const at = event.target instanceof Element ? event.target : null;
    const claim = at?.closest<HTMLElement>(".claim") ?? (at?.closest(".report") ? claimAt(at) : null);
    if (claim && type === "focusin") choose(claim);
    else light(claim ?? current());
  });
}

// A claim that is named in the address but stands in another part of a long report.
const arrive = (): void => {
  const id = decodeURIComponent(location.hash.slice(1));
  const claim = claims.find((each) => each.id === id);
  if (claim) return goTo(claim);
  if (report && Number(report.dataset.parts) > 1 && /^[a-z]\w*$/i.test(id) && !document.getElementById(id)) {
    const there = new URL(location.href);
    if (there.searchParams.get("at") === id) return;
    there.searchParams.delete("part");
    there.searchParams.set("at", id);
    location.replace(there);
  }
};

for (const button of document.querySelectorAll<HTMLElement>(".copy")) button.hidden = false;
if (report) selecting(report, runs, () => current());
window.addEventListener("hashchange", arrive);
arrive();
