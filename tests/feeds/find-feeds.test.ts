import { expect, test } from 'vitest';
import { findFeeds } from '#feeds/find-feeds.ts';

const find = (html: string) => findFeeds(html, { url: 'https://quay.example/news/today' });

test('finds what a page declares before what it links to, comments last', () => {
  const found = find(`<head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" TITLE="Quay &amp; Port" HREF="atom">
    <link rel="alternate" type="application/feed+json" href="/feed.json"></head>
    <a href="/sport/rss.xml">Sport</a><a href="/x">RSS</a><a href="/about">About</a>`);
  expect(found).toEqual([
    { url: 'https://quay.example/news/atom', title: 'Quay & Port' },
    { url: 'https://quay.example/feed.json', title: null },
    { url: 'https://quay.example/comments/feed', title: 'Comments' },
    { url: 'https://quay.example/sport/rss.xml', title: 'Sport' },
    { url: 'https://quay.example/x', title: 'RSS' },
  ]);
});

test('follows the base of the page', () => {
  const page = '<base href="https://cdn.example/b/"><link rel=alternate type=application/rss+xml href=f>';
  expect(find(page)).toEqual([{ url: 'https://cdn.example/b/f', title: null }]);
});

test('names each address once, as it was declared', () => {
  const page = `<a href="/feed#top">RSS</a><link rel="alternate" type="application/rss+xml" title="All" href="/feed">`;
  expect(find(page)).toEqual([{ url: 'https://quay.example/feed', title: 'All' }]);
});

test('leaves out what is no feed: languages, style sheets, interfaces, other schemes', () => {
  const page = `<link rel="alternate" hreflang="de" href="/de"><link rel="alternate stylesheet" type="text/css" href="/s">
    <link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="alternate" type="application/json" href="/wp-json/1">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel="alternate" type="application/rss+xml" href="">
    <link rel="alternate" type="application/rss+xml" href="http://[">`;
  expect(find(page)).toEqual([]);
});
