/**
 * The channel's page as it happens: messages that come and change, sending without leaving the page, completion of commands.
 * Without this script the page works by its forms and links. Everything that it puts into the page was drawn by the server.
 */

const shown = document.querySelector('#shown');
const lost = document.querySelector('.lost');

/** @param {string} markup drawn by the server */
function toElement(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstElementChild;
}

/** Keeps the newest in view for whoever was at the end, and moves nobody who reads further up. */
function keepingEnd(list, change) {
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  change();
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

function showEntry({ id, thread, html }) {
  for (const list of document.querySelectorAll('.entries')) {
    const isRoot = list.dataset.thread === id;
    if ((thread ?? '') !== list.dataset.thread && !isRoot) continue;
    keepingEnd(list, () => {
      const element = toElement(html);
      if (isRoot) element.querySelector('.thread-link')?.remove();
      list.querySelector('.welcome')?.remove();
      const before = list.querySelector(`[data-entry="${CSS.escape(id)}"]`);
      if (before === null) list.append(element);
      else replace(before, element);
    });
  }
}

/** A message that changes keeps the focus that somebody has inside it. */
function replace(before, after) {
  const hadFocus = before.contains(document.activeElement);
  before.replaceWith(after);
  if (hadFocus) after.querySelector('a, button')?.focus();
}

function listen() {
  const events = new EventSource('/events');
  let wasLost = false;
  events.addEventListener('entry', ({ data }) => showEntry(JSON.parse(data)));
  events.addEventListener('open', () => {
    lost.hidden = true;
    if (wasLost) refresh();
    wasLost = false;
  });
  events.addEventListener('error', () => {
    lost.hidden = false;
    wasLost = true;
    if (events.readyState === EventSource.CLOSED) {
      events.close();
      setTimeout(listen, 3000);
    }
  });
}

/** What happened while the connection was lost: the lists as the server has them now; what is being typed stays. */
async function refresh() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  for (const list of document.querySelectorAll('.entries')) {
    const fresh = page.getElementById(list.id);
    if (fresh !== null) keepingEnd(list, () => list.replaceChildren(...fresh.children));
  }
}

async function post(form, extra) {
  const body = new URLSearchParams([...new FormData(form), ...Object.entries(extra)]);
  const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/fragment' } });
  if (!response.ok) throw new Error(`byline answered ${response.status}`);
  return response.status === 204 ? null : toElement(await response.text());
}

/** @type {string[]} */
const said = [];

function runComposer(form) {
  const field = form.querySelector('.say');
  const slip = form.querySelector('.slip');
  const send = form.querySelector('.send');
  const list = form.parentElement.querySelector('.entries');
  let id = crypto.randomUUID();
  let at = 0;
  const completion = runCompletion(form, field);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '' || send.disabled) return;
    send.disabled = true;
    slip.hidden = true;
    try {
      const answer = await post(form, { id });
      // The same line keeps its id until it is taken: sent again after a broken connection, it counts once.
      id = crypto.randomUUID();
      said.push(text);
      at = said.length;
      field.value = '';
      if (answer !== null) {
        list.append(answer);
        answer.scrollIntoView({ block: 'nearest' });
      }
    } catch (error) {
      slip.textContent = `This was not sent (${error.message}). Your text is still here: try again.`;
      slip.hidden = false;
    } finally {
      send.disabled = false;
      completion.close();
      field.focus();
    }
  });

  field.addEventListener('keydown', (event) => {
    if (event.isComposing || completion.take(event)) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const line = said[at + step];
    if (step === 0 || (line === undefined && at + step !== said.length)) return;
    event.preventDefault();
    at += step;
    field.value = line ?? '';
  });
}

/** Completion as a combobox (WAI-ARIA APG): arrows choose, Enter or Tab takes, Escape closes. */
function runCompletion(form, field) {
  const offers = JSON.parse(form.dataset.completions);
  const list = form.querySelector('.completions');
  let open = [];
  let chosen = -1;

  const close = () => {
    open = [];
    chosen = -1;
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const choose = (next) => {
    chosen = (next + open.length) % open.length;
    for (const [i, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(i === chosen));
      if (i === chosen) {
        field.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    }
  };
  const put = (index) => {
    const { from, insert } = open[index];
    field.value = field.value.slice(0, from) + insert;
    close();
    offer();
    field.focus();
  };
  const offer = () => {
    const line = field.value;
    open = line.startsWith('/') ? offers.flatMap((one) => fitting(one, line)) : [];
    if (open.length === 0) return close();
    list.replaceChildren(
      ...open.map(({ insert, about }, index) => {
        const option = document.createElement('li');
        option.role = 'option';
        option.id = `${list.id}-${index}`;
        const name = document.createElement('strong');
        name.textContent = insert.trim();
        const words = document.createElement('span');
        words.textContent = about;
        option.append(name, words);
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          put(index);
        });
        return option;
      }),
    );
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    choose(0);
  };

  field.addEventListener('input', offer);
  field.addEventListener('blur', close);
  return {
    close,
    /** Whether a key was for the completion. */
    take(event) {
      if (list.hidden) return false;
      const isWhole = open[chosen]?.insert.trim() === field.value.slice(open[chosen]?.from).trim();
      if (event.key === 'ArrowDown') choose(chosen + 1);
      else if (event.key === 'ArrowUp') choose(chosen - 1);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Tab' && !event.shiftKey) put(chosen);
      else if (event.key === 'Enter' && !isWhole) put(chosen);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** An offer that goes on from what is typed: the last word of the line is its beginning. */
function fitting(offer, line) {
  const from = line.lastIndexOf(' ') + 1;
  const word = line.slice(from).toLowerCase();
  const isPlace = offer.after === '' ? from === 0 : line.startsWith(offer.after) && from >= offer.after.length;
  const isNew = !line.slice(0, from).includes(` ${offer.insert.trim()}`);
  // After a command only what somebody has begun to type is offered: Enter must send the line that is there.
  const isBegun = word !== '';
  return isPlace && isNew && isBegun && offer.insert.toLowerCase().startsWith(word) ? [{ ...offer, from }] : [];
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('.press')) return;
  event.preventDefault();
  const opener = document.activeElement;
  try {
    const answer = await post(form, {});
    const card = shown.querySelector('.shown-card');
    card.replaceChildren(...answer.querySelectorAll('.card'));
    shown.showModal();
    shown.scrollTop = 0;
    shown.addEventListener('close', () => opener?.focus(), { once: true });
  } catch {
    form.submit();
  }
});

for (const form of document.querySelectorAll('.composer')) runComposer(form);
for (const list of document.querySelectorAll('.entries')) list.scrollTop = list.scrollHeight;
document.querySelector('.thread .say, .say')?.focus();
listen();
