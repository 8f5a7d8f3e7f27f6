import { expect, test } from 'vitest';
import { nameOutlet } from '#digest/name-outlet.ts';
import { siteOf } from '#digest/outlet-key.ts';
import { anArticle } from '../an-article.ts';
import { anEntry } from './an-account.ts';

test.each([
  [
    'a feed of the page’s own site',
    'Calder Ledger – Harbour news',
    'https://www.calderledger.example/a',
    'The Calder Ledger',
    'Calder Ledger – Harbour news',
  ],
  [
    'a feed of an outlet under another name of its site',
    'The Calder Ledger',
    'https://cl.example/a',
    'Calder Ledger',
    'The Calder Ledger',
  ],
  [
    'a feed that only links',
    'Links of the day',
    'https://calderledger.example/a',
    'The Calder Ledger',
    'The Calder Ledger',
  ],
  ['a page without a name', 'Links of the day', 'https://calderledger.example/a', null, 'Links of the day'],
  ['a page that is named by its host', 'Calder', 'https://news.example/a', 'news.example', 'Calder'],
  ['a page on a machine without a name', 'Calder', 'http://127.0.0.1:8080/a', 'Test page', 'Calder'],
])('%s', (_, feed, url, outlet, expected) => {
  expect(nameOutlet(anEntry({ outlet: feed, url }), { ...anArticle('Some text of an article.'), url, outlet })).toBe(
    expected,
  );
});

test.each([
  ['https://www.ledger.example/a', 'ledger.example'],
  ['https://news.bbc.co.uk/a', 'bbc.co.uk'],
  ['https://harbour.substack.com/p/a', 'harbour.substack.com'],
  ['http://127.0.0.1:3000/a', null],
  ['http://localhost:3000/a', null],
  ['http://[::1]/a', null],
  ['not an address', null],
  [null, null],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
