// Words of the report that are selected, by pointer, finger or keys, and what can be added at them.
import { elsewhere, letter } from "./keys";
import { rangeOf, spanOf, type Span } from "./offsets";

const SHOWN = 80;

export const selecting = (report: HTMLElement, runs: Element[], current: () => HTMLElement | null): void => {
  const bar = document.getElementById("selected");
  if (!bar) return;
  let byKeys = false;

  const within = (): Range | null => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return range.intersectsNode(report) ? range : null;
  };

  const show = (): void => {
    if (bar.contains(document.activeElement)) return;
    const range = within();
    const span = range ? spanOf(range, runs) : null;
    bar.hidden = span === null;
    document.body.classList.toggle("selecting", span !== null);
    if (!range || !span) return;
    offer(span);
  };

  const offer = (span: Span): void => {
    const text = rangeOf(span, runs)?.cloneContents();
    for (const each of text?.querySelectorAll(".badge, summary") ?? []) each.remove();
    // Words of two paragraphs are not one word.
    for (const each of text?.querySelectorAll("p, h1, h2, h3, li, div") ?? []) each.append(" ");
    const words = (text?.textContent ?? "").replace(/\s+/g, " ").trim();
    const quote = bar.querySelector("q");
    if (quote) quote.textContent = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
    for (const link of bar.querySelectorAll<HTMLAnchorElement>("a[data-what]")) {
      const there = new URL(link.dataset.add ?? "", location.href);
      there.search = new URLSearchParams({
        kind: link.dataset.what ?? "",
        start: String(span.start),
        end: String(span.end),
      }).toString();
      link.href = there.href;
    }
  };

  const stop = (): void => {
    byKeys = false;
    document.getSelection()?.removeAllRanges();
    bar.hidden = true;
    document.body.classList.remove("selecting");
    report.focus({ preventScroll: true });
  };

  // By keys: from the first word of the claim at hand, or of what can be seen of the text.
  const start = (): void => {
    const selection = document.getSelection();
    if (!selection) return;
    const claim = current();
    const at = claim ? Number(claim.dataset.start) : Number(seen()?.getAttribute("data-at"));
    const range = rangeOf({ start: at, end: at + 1 }, runs);
    if (!range) return;
    byKeys = true;
    report.focus({ preventScroll: true });
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.startContainer, range.startOffset);
    selection.modify("extend", "forward", "word");
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  };

  const seen = (): Element | undefined => {
    const top = Math.max(0, report.getBoundingClientRect().top);
    return runs.find((run) => run.getBoundingClientRect().bottom > top);
  };

  const move = (event: KeyboardEvent): boolean => {
    const selection = document.getSelection();
    const ways = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "backward", ArrowDown: "forward" } as const;
    const way = ways[event.key as keyof typeof ways];
    if (!selection || !way) return false;
    const by = way === "left" || way === "right" ? "word" : "line";
    if (event.shiftKey) {
      selection.modify("extend", way, by);
    } else {
      if (way === "right" || way === "backward") selection.collapseToStart();
      else selection.collapseToEnd();
      if (by === "line" || way === "right") selection.modify("move", way, by);
      selection.modify("extend", "forward", "word");
    }
    return true;
  };

  // A press on the bar must not undo the selection that it is about.
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(show);
  });
  bar.querySelector("button")?.addEventListener("click", stop);
  // Ahead of what else the page does on Escape.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && (byKeys || !bar.hidden)) stop();
      else if (elsewhere(event)) return;
      else if (!byKeys && letter(event) === "s") start();
      else if (event.key === "Enter" && !bar.hidden && [report, document.body].includes(event.target as HTMLElement)) bar.querySelector("a")?.focus();
      else if (!byKeys || bar.contains(event.target as Node) || !move(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
};
