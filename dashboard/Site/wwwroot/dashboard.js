// What the pages need before the circuit stands, or for which a round trip to the server would be felt.
// Everything is delegated from the document, because Blazor replaces elements.

const closest = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

// Slicers answer at once also in the second before the circuit has started.
document.addEventListener("change", (event) => {
  closest(event, "form[data-autosubmit]")?.requestSubmit();
});

document.addEventListener("click", async (event) => {
  const button = closest(event, "[data-copy]");
  if (button) {
    const text = document.getElementById(button.dataset.copy)?.textContent ?? "";
    await navigator.clipboard.writeText(text);
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = before; }, 2000);
  }

  for (const open of document.querySelectorAll("details[data-closes][open]")) {
    if (!open.contains(event.target)) {
      open.open = false;
    }
  }
});

// A plot is one stop for the Tab key; arrows move among its marks, across the periods and between the series.
document.addEventListener("focusin", (event) => {
  const mark = closest(event, ".mark");
  if (!mark) {
    return;
  }

  document.body.classList.remove("tips-dismissed");
  for (const other of mark.parentElement.querySelectorAll(".mark")) {
    other.tabIndex = other === mark ? 0 : -1;
  }
});

// Marks are large enough to hit and so overlap where lines meet: the nearest one to the pointer comes to the front.
document.addEventListener("pointermove", (event) => {
  const layer = closest(event, ".plot-layer");
  if (!layer) {
    return;
  }

  const nearest = nearestMark(layer, event.clientX, event.clientY);
  const before = layer.querySelector(".mark.nearest");
  if (nearest !== before) {
    before?.classList.remove("nearest");
    nearest?.classList.add("nearest");
    document.body.classList.remove("tips-dismissed");
  }
});

function nearestMark(layer, x, y) {
  let [nearest, least] = [null, Infinity];
  for (const mark of layer.querySelectorAll(".mark")) {
    const box = mark.getBoundingClientRect();
    const distance = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
    if (distance < least) {
      [nearest, least] = [mark, distance];
    }
  }

  return nearest;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.body.classList.add("tips-dismissed");
    const open = document.querySelector("details[data-closes][open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
    return;
  }

  const mark = closest(event, ".mark");
  const next = mark && neighbour(mark, event.key);
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

function neighbour(mark, key) {
  const marks = [...mark.parentElement.querySelectorAll(".mark")];
  const sameSeries = marks.filter((other) => other.dataset.series === mark.dataset.series);
  const samePeriod = marks
    .filter((other) => other.dataset.period === mark.dataset.period)
    .sort((one, other) => one.offsetTop - other.offsetTop);
  switch (key) {
    case "ArrowRight": return sameSeries[sameSeries.indexOf(mark) + 1];
    case "ArrowLeft": return sameSeries[sameSeries.indexOf(mark) - 1];
    case "ArrowDown": return samePeriod[samePeriod.indexOf(mark) + 1];
    case "ArrowUp": return samePeriod[samePeriod.indexOf(mark) - 1];
    case "Home": return sameSeries[0];
    case "End": return sameSeries.at(-1);
    default: return null;
  }
}

document.addEventListener("click", (event) => {
  if (closest(event, "[data-print]")) {
    window.print();
  }
});

// Tells a page whether the screen is a narrow one, now and at every change: its pictures are laid out for their width.
const narrow = window.matchMedia("(max-width: 600px)");
let teller = null;
narrow.addEventListener("change", () => teller?.invokeMethodAsync("Tell", narrow.matches));
window.eduScreen = {
  watch: (page) => {
    teller = page;
    return page.invokeMethodAsync("Tell", narrow.matches);
  },
  leave: () => { teller = null; },
};
