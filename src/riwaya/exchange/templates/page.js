"use strict";
// Lights up the evidence of a chain in the text, opens and closes it, and changes the digits of the frame.
// Without this script the page still reads: evidence shows on hover and focus, links go both ways.
(() => {
  const lit = [];
  const douse = () => { while (lit.length) lit.pop().classList.remove("lit"); };
  const light = (names) => {
    douse();
    for (const name of names) {
      for (const node of document.getElementsByClassName(name)) { node.classList.add("lit"); lit.push(node); }
    }
  };
  const show = (target) => {
    const from = target instanceof Element && target.closest("[data-lights], [data-claim]");
    if (!from) return;
    if (from.dataset.lights) light([`by-${from.dataset.lights}`, `of-${from.dataset.lights}`]);
    const card = from.dataset.claim && document.getElementById(from.dataset.claim);
    if (card) { light([]); card.classList.add("lit"); lit.push(card); }
  };
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, (event) => show(event.target));
  for (const type of ["pointerout", "focusout"]) document.addEventListener(type, douse);

  const set = (button, open) => {
    button.setAttribute("aria-expanded", String(open));
    button.parentElement.classList.toggle("open", open);
  };
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(".hop > button");
    if (button) { button.parentElement.classList.remove("shut"); set(button, button.getAttribute("aria-expanded") !== "true"); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    douse();
    for (const hop of document.querySelectorAll(".hop.open, .hop:hover, .hop:focus-within")) {
      hop.classList.add("shut");
      set(hop.querySelector("button"), false);
    }
  });
  for (const type of ["pointerout", "focusout"]) {
    document.addEventListener(type, (event) => {
      const hop = event.target instanceof Element && event.target.closest(".hop.shut");
      if (hop && !hop.contains(event.relatedTarget)) hop.classList.remove("shut");
    });
  }

  const digits = document.getElementById("digits");
  if (!digits) return;
  const eastern = "٠١٢٣٤٥٦٧٨٩";
  const change = (text, on) => on
    ? text.replace(/[0-9]/g, (digit) => eastern[digit])
    : text.replace(/[٠-٩]/g, (digit) => String(eastern.indexOf(digit)));
  digits.addEventListener("click", () => {
    const on = digits.getAttribute("aria-pressed") !== "true";
    digits.setAttribute("aria-pressed", String(on));
    // Words of the report stay as they were written; so do addresses and digests.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".said, .id, #digits, script, style, header a") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) walker.currentNode.data = change(walker.currentNode.data, on);
  });
})();
