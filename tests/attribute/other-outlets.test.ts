import { describe, expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const last = (language: string, text: string) => statementsOf(text, { language }).at(-1);

test('a picture is no newspaper', () => {
  expect(last('de', 'Wie Anna Weber mitteilte, soll das Bild im Mai verkauft werden.')?.via).toEqual([]);
});

test.each([
  ['pt', '“Não vamos fechar a fábrica este ano”, disse João Silva ao jornal O Farol Novo.', 'Farol Novo'],
  ['nl', '‘Wij gaan niet weg’, zei Anna de Vries tegen de krant Zeeblad.', 'Zeeblad'],
  ['fr', 'Le stade sera vendu, a affirmé Luc Martin à Radio Brenne.', 'Radio Brenne'],
  ['de', '„Das Geld reicht nicht aus“, sagte Jan Brandt dem Sender Welle Keim.', 'Welle Keim'],
  ['de', '„Das Geld reicht nicht aus“, sagte Jan Brandt der «Brennerpost».', 'Brennerpost'],
  ['fr', 'Interrogé par Radio Brenne, Luc Martin assure que le quai est sûr.', 'Radio Brenne'],
  ['nl', '‘Wij gaan niet weg’, zei Anna de Vries tegen De Zeebode.', 'Zeebode'],
  ['nl', 'Anna de Vries zei tegen de krant Zeeblad dat de dijk veilig is.', 'Zeeblad'],
  ['nl', '‘Wij gaan niet weg’, zei Anna de Vries tegen Omroep Zeeveld.', 'Omroep Zeeveld'],
  ['pt', '“As chamas viam-se ao longe”, contou à Rádio Litoral Maria Pires.', 'Rádio Litoral'],
])('%s: the outlet that was told: %s', (language, text, outlet) => {
  expect(statementsOf(text, { language })[0]?.via).toEqual([outlet]);
});

test('the outlet that publishes the article is none that was told, by a part of its name either', () => {
  const text = '«Vi stenger ikke i år», sa Kari Lie til Bydelsbladet.';
  expect(statementsOf(text, { language: 'nb', outlet: 'Bydelsbladet Lunden' })[0]?.via).toEqual([]);
  expect(statementsOf(text, { language: 'nb', outlet: 'Fjordavisa' })[0]?.via).toEqual(['Bydelsbladet']);
});

describe('the firm is whoever was named as one', () => {
  test.each([
    ['nl', 'Het bouwconcern Veldhof sluit een fabriek, maakte het bedrijf bekend.', 'Veldhof'],
    ['fr', 'Le groupe Orvane ferme un site. Le groupe a assuré que personne ne partirait.', 'Orvane'],
    ['sv', 'Rederiet Havsvind slutar. ”Vi har inga pengar kvar”, skriver rederiet i ett mejl.', 'Havsvind'],
  ])('%s: %s', (language, text, name) => {
    expect(last(language, text)).toMatchObject({ name, kind: 'organization', named: true });
  });

  test.each([
    ['it', 'Il sindacato Filvetro protesta. L’azienda nega che ci siano esuberi.', 'l’azienda'],
    ['fr', 'Le groupe Orvane rachète le groupe Brenil. Le groupe a assuré que rien ne changerait.', 'le groupe'],
  ])('%s: and nobody where it may be another: %s', (language, text, name) => {
    expect(last(language, text)?.name).toBe(name);
  });
});
