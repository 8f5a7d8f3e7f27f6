/**
 * The channel's page as it happens: messages that come and change, sending without leaving the page, completion of commands.
 * Without this script the page works by its forms and links. Everything that it puts into the page was drawn by the server.
 */

const shown = document.querySelector('#shown');
const lost = document.querySelector('.lost');

/** @param {string} markup drawn by the server */
function toElements(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return [...template.content.children];
}

/** Keeps the newest in view for whoever was at the end, and moves nobody who reads further up. */
function keepingEnd(list, change) {
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  change();
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

/** What comes while the lists are asked for anew is newer than they are: it waits until they are there. */
let waiting = null;

function showEntry(entry) {
  if (waiting !== null) return void waiting.push(entry);
  const { id, thread, html } = entry;
  for (const list of document.querySelectorAll('.entries')) {
    const isRoot = list.dataset.thread === id;
    if ((thread ?? '') !== list.dataset.thread && !isRoot) continue;
    const [element] = toElements(html);
    if (isRoot) {
      element.querySelector('.thread-link')?.remove();
      element.removeAttribute('id');
    }
    putEntry(list, element);
  }
}

/** In its own place: instead of what it showed before, else before the first that is younger, else at the end. */
function putEntry(list, element) {
  const id = element.dataset.entry;
  const before = list.querySelector(`[data-entry="${CSS.escape(id)}"]`);
  if (before?.isEqualNode(element)) return;
  keepingEnd(list, () => {
    list.querySelector('.welcome')?.remove();
    if (before !== null) return replace(before, element);
    const younger = [...list.querySelectorAll('[data-entry]')].find((one) => Number(one.dataset.entry) > Number(id));
    list.insertBefore(element, younger ?? null);
  });
}

/** A message that changes keeps the focus that somebody has inside it. */
function replace(before, after) {
  const hadFocus = before.contains(document.activeElement);
  before.replaceWith(after);
  if (hadFocus) after.querySelector('a, button')?.focus();
}

function listen() {
  const events = new EventSource('/events');
  events.addEventListener('entry', ({ data }) => showEntry(JSON.parse(data)));
  events.addEventListener('open', () => {
    lost.hidden = true;
    refresh();
  });
  events.addEventListener('error', () => {
    lost.hidden = false;
    if (events.readyState === EventSource.CLOSED) {
      events.close();
      setTimeout(listen, 1000);
    }
  });
}

/** What happened before the connection stood: the messages as the server has them now; what is being typed stays. */
async function refresh() {
  waiting ??= [];
  try {
    const thread = document.querySelector('#thread-entries')?.dataset.thread;
    const answer = await fetch(thread === undefined ? '/' : `/?thread=${thread}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const list of document.querySelectorAll('.entries'))
      for (const entry of page.querySelectorAll(`#${list.id} > [data-entry]`)) putEntry(list, entry);
  } catch {
    // The connection went again; when it stands, this comes again.
  }
  const came = waiting;
  waiting = null;
  for (const entry of came) showEntry(entry);
}

/** Sends a form. Its address is read as written: a field named "action" would stand before the form's own property. */
async function post(form, extra) {
  const body = new URLSearchParams([...new FormData(form), ...Object.entries(extra)]);
  const address = form.getAttribute('action');
  const response = await fetch(address, { method: 'POST', body, headers: { accept: 'text/fragment' } });
  if (!response.ok) throw new Error(`byline answered ${response.status}`);
  return toElements(await response.text());
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
      const answers = await post(form, { id });
      // The same line keeps its id until it is taken: sent again after a broken connection, it counts once.
      id = crypto.randomUUID();
      said.push(text);
      at = said.length;
      field.value = '';
      for (const answer of answers) {
        if (answer.dataset.entry !== undefined) putEntry(list, answer);
        else list.append(answer);
      }
      list.scrollTop = list.scrollHeight;
    } catch (error) {
      const why = error instanceof TypeError ? 'byline does not answer' : error.message;
      slip.textContent = `This was not sent: ${why}. Your text is still here; try again.`;
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
    chosen = next === -1 ? open.length - 1 : next % open.length;
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
        option.ariaSelected = 'false';
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
    chosen = -1;
    field.removeAttribute('aria-activedescendant');
    // Options are shown as soon as they fit, and chosen only by whoever begins one: Enter sends the line that is there.
    if (!line.endsWith(' ')) choose(0);
  };

  field.addEventListener('input', offer);
  field.addEventListener('blur', close);
  return {
    close,
    /** Whether a key was for the completion. */
    take(event) {
      if (list.hidden) return false;
      const isChosen = chosen !== -1;
      const isWhole = open[chosen]?.insert.trim() === field.value.slice(open[chosen]?.from).trim();
      if (event.key === 'ArrowDown') choose(chosen + 1);
      else if (event.key === 'ArrowUp') choose(isChosen ? chosen - 1 : -1);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Tab' && !event.shiftKey && isChosen) put(chosen);
      else if (event.key === 'Enter' && isChosen && !isWhole) put(chosen);
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
  return isPlace && isNew && offer.insert.toLowerCase().startsWith(word) ? [{ ...offer, from }] : [];
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('.press')) return;
  event.preventDefault();
  const opener = event.submitter;
  try {
    const cards = (await post(form, {})).flatMap((answer) => [...answer.querySelectorAll('.card')]);
    if (cards.length === 0) return;
    shown.querySelector('.shown-card').replaceChildren(...cards);
    shown.showModal();
    shown.querySelector('.shown-card').scrollTop = 0;
    shown.addEventListener('close', () => opener?.focus(), { once: true });
  } catch {
    // Without its own words for it, the browser tells what went wrong.
    form.submit();
  }
});

for (const form of document.querySelectorAll('.composer')) runComposer(form);
for (const list of document.querySelectorAll('.entries')) {
  // A thread with nothing in it yet opens at the top of what it is about.
  const isNewThread = list.dataset.thread !== '' && list.children.length === 1;
  if (!isNewThread) list.scrollTop = list.scrollHeight;
}
listen();
