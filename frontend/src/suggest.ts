// Offers names of the archive while somebody types into a field that asks for a party, a place or an outlet.
type Suggestion = { id: string; name: string };

let number = 0;

function attach(input: HTMLInputElement): void {
  const list = document.createElement("datalist");
  list.id = `suggested-${number++}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let latest = "";
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void offer(input.value.trim()), 150);
  });
  async function offer(typed: string): Promise<void> {
    if (!typed || typed === latest) return;
    latest = typed;
    const address = new URLSearchParams({ kind: input.dataset["suggest"] ?? "", text: typed });
    const response = await fetch(`/api/names?${address}`);
    if (!response.ok || latest !== typed) return;
    const found = (await response.json()) as Suggestion[];
    list.replaceChildren(
      ...found.map(({ id, name }) => {
        const option = document.createElement("option");
        option.value = id;
        option.label = name;
        return option;
      }),
    );
  }
}

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) attach(input);
