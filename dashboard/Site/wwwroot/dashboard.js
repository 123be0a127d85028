// What the pages need before the circuit stands, or for which a round trip to the server would be felt.
// Everything is delegated from the document, because Blazor replaces elements.

const closest = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

// A circuit that takes the head over takes the title away and brings its own with the page, a moment later. Till then the
// page keeps the name it had: a document without one is announced by its address.
let named = document.title;
new MutationObserver(() => {
  const titles = [...document.head.querySelectorAll("title")];
  if (titles.length === 0) {
    const kept = document.createElement("title");
    kept.dataset.kept = "";
    kept.textContent = named;
    document.head.append(kept);
    return;
  }

  if (titles.length > 1) {
    titles.find((title) => "kept" in title.dataset)?.remove();
  }

  named = document.title;
}).observe(document.head, { childList: true });

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
});

// A plot is one stop for the Tab key; arrows move among its marks, across the periods and between the series.
document.addEventListener("focusin", (event) => {
  const mark = closest(event, ".mark");
  if (!mark) {
    return;
  }

  document.body.classList.remove("tips-dismissed");
  makeTip(mark, mark.getAttribute("aria-label"));
  for (const other of (closest(event, "[data-marks]") ?? mark.parentElement).querySelectorAll(".mark")) {
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
    makeTip(nearest, nearest?.getAttribute("aria-label"));
    document.body.classList.remove("tips-dismissed");
  }
});

// The tip says what the mark's name says, line by line, and where the value comes from.
function makeTip(mark, name) {
  const made = mark?.querySelector(".tip");
  if (!name || made?.dataset.name === name) {
    return;
  }

  made?.remove();
  const tip = line("span", "tip", "");
  tip.dataset.name = name;
  tip.setAttribute("aria-hidden", "true");
  const [first, ...lines] = name.split("; ");
  const cut = first.lastIndexOf(": ");
  tip.append(line("strong", "", first.slice(0, cut)), line("span", "tip-value", first.slice(cut + 2)));
  for (const text of [...lines, ...(mark.dataset.source || "").split("; ")].filter(Boolean)) {
    tip.append(line("span", "", text));
  }

  mark.append(tip);
}

// Numbers outside plots have the same tip.
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const figure = closest(event, ".has-tip");
    if (figure) {
      figure.classList.toggle("tip-left", figure.getBoundingClientRect().x > window.innerWidth / 2);
      makeTip(figure, figure.dataset.tip);
      document.body.classList.remove("tips-dismissed");
    }
  });
}

// A finger's tap picks; where it stays, it asks what it is on: the tip stands until the next touch, and nothing is picked.
const longPress = 450;
let pressing = 0;
document.addEventListener("pointerdown", (event) => {
  document.querySelector(".pressed")?.classList.remove("pressed");
  clearTimeout(pressing);
  const [layer, figure] = [closest(event, ".plot-layer"), closest(event, ".has-tip")];
  if (event.pointerType === "mouse" || !(layer || figure)) {
    return;
  }

  pressing = setTimeout(() => {
    const mark = figure ?? nearestMark(layer, event.clientX, event.clientY);
    makeTip(mark, figure ? figure.dataset.tip : mark?.getAttribute("aria-label"));
    mark?.classList.add("pressed");
    document.body.classList.remove("tips-dismissed");
  }, longPress);
});
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => clearTimeout(pressing));
}

// The browser's own menu would cover the tip, and the click at the end would lead away from it.
for (const kind of ["contextmenu", "click"]) {
  document.addEventListener(kind, (event) => {
    if (closest(event, ".pressed") || (closest(event, ".plot-layer") && document.querySelector(".plot-layer .pressed"))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
}

function line(kind, name, text) {
  const element = document.createElement(kind);
  element.className = name;
  element.textContent = text;
  return element;
}

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

// The live page hears from its server every other second. Where it does not, its numbers are of an unknown age: a network
// that hangs is told by nobody else.
const longestSilence = 15_000;
let [heard, heardAt] = [null, 0];
setInterval(() => {
  const age = document.querySelector("[data-heard]");
  if (!age) {
    document.body.classList.remove("live-silent");
    return;
  }

  if (age.dataset.heard !== heard) {
    [heard, heardAt] = [age.dataset.heard, performance.now()];
  }

  // A wall screen has nobody to press a button: once the server is there again, the page is loaded anew.
  if (document.querySelector("#components-reconnect-modal:is(.components-reconnect-failed, .components-reconnect-rejected)")) {
    fetch("/health/ready").then((answer) => answer.ok && location.reload()).catch(() => {});
  }

  document.body.classList.toggle("live-silent", performance.now() - heardAt > longestSilence);
}, 1000);
