// Names of parties and places for what is being typed, offered by the browser's own list.
interface Suggestion {
  id: string;
  name: string;
  about: string;
}

const PAUSE = 200;

function what(input: HTMLInputElement): string {
  const by = input.dataset["suggestBy"];
  const chosen = by === undefined ? null : document.getElementById(by);
  return chosen instanceof HTMLSelectElement ? chosen.value : (input.dataset["suggest"] ?? "party");
}

function help(input: HTMLInputElement, number: number): void {
  const list = document.createElement("datalist");
  list.id = `names-${number}`;
  input.after(list);
  input.setAttribute("list", list.id);
  input.autocomplete = "off";
  let waiting = 0;
  let asked = "";
  input.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(async () => {
      const typed = input.value.trim();
      if (typed.length < 2 || typed === asked) return;
      asked = typed;
      const answer = await fetch(`/api/names/${what(input)}?typed=${encodeURIComponent(typed)}`);
      if (!answer.ok || asked !== typed) return;
      const found = (await answer.json()) as Suggestion[];
      list.replaceChildren(
        ...found.map((each) => {
          const option = document.createElement("option");
          option.value = each.id;
          option.label = each.about === "" ? each.name : `${each.name} (${each.about})`;
          return option;
        }),
      );
    }, PAUSE);
  });
}

document
  .querySelectorAll<HTMLInputElement>("input[data-suggest], input[data-suggest-by]")
  .forEach((input, number) => help(input, number));
