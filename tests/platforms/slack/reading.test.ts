/** What Slack sends, read back to what people typed and to whom they said it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkedAddress } from '#platforms/slack/linked-address.ts';
import { readMessage } from '#platforms/slack/read-message.ts';
import { readMentions, readText, readWordsTyped } from '#platforms/slack/read-text.ts';
import { asSlackText } from '../../stand-ins/slack/as-slack-text.ts';

const BOT = 'U0BYLINE00';
/** More than Slack lets anybody write. */
const A_FLOOD = 100_000;
const SOON_MS = 500;

describe('the text of a message', () => {
  test.each([
    ['see <https://example.org/a?b=1&amp;c=2>', 'see https://example.org/a?b=1&c=2'],
    ['see <https://example.org/a|example.org/a>', 'see https://example.org/a'],
    ['see <HTTPS://EXAMPLE.org|x> and <http://two.example|y>', 'see HTTPS://EXAMPLE.org and http://two.example'],
    ['mail <mailto:ida@example.org|ida@example.org>', 'mail ida@example.org'],
    ['in <#C024BE7LR|general>', 'in #general'],
    ['<!here> and <!channel> and <!everyone|everyone>', '@here and @channel and @everyone'],
    ['<!subteam^S012AB3CD|@editors> please', '@editors please'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
    ['', ''],
  ])('%j was typed as %j', (sent, typed) => {
    expect(readText(sent)).toBe(typed);
  });

  test('whatever is typed without markup comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        fc.pre(!/<[@#!]|<https?:|<mailto:|&(?:amp|lt|gt);/i.test(typed));
        expect(readText(asSlackText(typed))).toBe(typed);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['<', '<@', '<@U1|', '<!a', '<!subteam^', '<https://x', '<#C1|', '&', '&amp', '<mailto:a|'])(
    'a flood of %j is read at once',
    (sign) => {
      const flood = sign.repeat(A_FLOOD / sign.length);
      const began = process.cpuUsage();
      readText(flood);
      readMentions(flood, [BOT]);
      linkedAddress({ text: flood });
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(SOON_MS);
    },
  );
});

describe('the words after a command', () => {
  test.each([
    ['https://example.org/a?b=1&c=2', 'https://example.org/a?b=1&c=2'],
    ['https://example.org/a?b=1&amp;c=2', 'https://example.org/a?b=1&c=2'],
    ['what is &lt; and &amp;?', 'what is < and &?'],
    ['what does “&lt;” mean', 'what does “&lt;” mean'],
    ['R&D &amp; more', 'R&D &amp; more'],
    ['', ''],
  ])('%j are %j', (sent, typed) => {
    expect(readWordsTyped(sent)).toBe(typed);
  });
});

describe('whom a message speaks to', () => {
  test.each([
    [`<@${BOT}> who said so?`, 'who said so?', true, false],
    [`who said so, <@${BOT}|byline>?`, 'who said so,  ?', true, false],
    [`<@${BOT}> and <@U0OTHER> look`, 'and <@U0OTHER> look', true, true],
    ['<@U0OTHER|ida> look', '<@U0OTHER|ida> look', false, true],
    ['<!channel> look', '@channel look', false, true],
    ['<!subteam^S1> look', '@subteam look', false, true],
    ['look', 'look', false, false],
    [`&lt;@${BOT}&gt; was typed`, `<@${BOT}> was typed`, false, false],
  ])('%j', (sent, text, mentionsBot, mentionsOthers) => {
    expect(readMentions(sent, [BOT])).toEqual({ text, mentionsBot, mentionsOthers });
  });

  test('a bot may bear several names, and an unknown one is nobody’s', () => {
    expect(readMentions('<@U1> and <@U2>', ['U1', 'U2'])).toMatchObject({ mentionsBot: true, mentionsOthers: false });
    expect(readMentions('<@U1>', [undefined])).toMatchObject({ mentionsBot: false, mentionsOthers: true });
  });
});

describe('a message', () => {
  const said = { type: 'message', ts: '1700000000.000100', channel: 'C1', user: 'U1', text: 'hello' };
  const read = (more: object) => readMessage({ ...said, ...more }, 'T1', [BOT]);

  test('is named by itself, and not by the event that tells of it', () => {
    const [one, two] = [read({}), read({ type: 'app_mention' })];
    expect(one?.id).toBe('message C1 1700000000.000100');
    expect(two?.id).toBe(one?.id);
    expect(one).toMatchObject({ kind: 'message', text: 'hello', person: { id: 'U1', mayManage: null } });
    expect(one?.place).toEqual({ platform: 'slack', workspace: 'T1', channel: 'C1', thread: null });
  });

  test('hangs in its thread, and a thread’s first message in none', () => {
    expect(read({ thread_ts: '1600000000.000100' })?.place.thread).toBe('1600000000.000100');
    expect(read({ thread_ts: said.ts })?.place.thread).toBeNull();
  });

  test('speaks to the bot where it names it, and in a direct message always', () => {
    expect(read({})?.mentionsBot).toBe(false);
    expect(read({ type: 'app_mention' })?.mentionsBot).toBe(true);
    expect(read({ channel_type: 'im' })?.mentionsBot).toBe(true);
    expect(read({ channel_type: 'mpim' })?.mentionsBot).toBe(false);
  });

  test.each([
    ['the bot’s own', { user: BOT }],
    ['another bot’s', { bot_id: 'B1' }],
    ['nobody’s', { user: undefined }],
    ['an edit', { subtype: 'message_changed' }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['somebody joining', { subtype: 'channel_join' }],
    ['a bot’s of old', { subtype: 'bot_message' }],
    ['without a time', { ts: undefined }],
    ['without a channel', { channel: { id: 'C1' } }],
  ])('is not heard where it is %s', (_, more) => {
    expect(read(more)).toBeNull();
  });

  test.each(['file_share', 'thread_broadcast'])('is heard with a %s', (subtype) => {
    expect(read({ subtype })).not.toBeNull();
  });

  test('may come without text, as a picture does', () => {
    expect(read({ text: undefined, subtype: 'file_share' })?.text).toBe('');
  });
});

describe('the address that a message links', () => {
  test.each([
    [{ text: 'look: <https://example.org/a|a>.' }, 'https://example.org/a'],
    [{ text: 'two: <https://one.example/> <https://two.example/>' }, 'https://one.example/'],
    [{ text: 'example.org is no link' }, ''],
    [{ attachments: [{ from_url: 'https://unfurled.example/story', text: 'x' }] }, 'https://unfurled.example/story'],
    [{ blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<https://b.example/|b>' } }] }, 'https://b.example/'],
    [
      {
        attachments: [
          {
            thumb_url: 'https://cdn.example/a.png',
            service_icon: 'https://x.example/i.ico',
            title_link: 'https://feed.example/story',
          },
        ],
      },
      'https://feed.example/story',
    ],
    [{ text: 'see <ftp://example.org/>' }, ''],
    [{}, ''],
  ])('%j → %j', (message, address) => {
    expect(linkedAddress(message)).toBe(address);
  });
});
