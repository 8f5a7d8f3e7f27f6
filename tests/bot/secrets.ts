/**
 * What must never stand in a log, made up here, in the forms that the services give out. They are put together so that no
 * scanner takes this file for a leak.
 */
const run = (length: number) => 'aB3dE6gH9kL2nP5rS8uV'.repeat(10).slice(0, length);

export const SECRETS: readonly (readonly [what: string, secret: string])[] = [
  ['a bot token of Slack', ['xoxb', '1234567890', run(24)].join('-')],
  ['a user token of Slack', ['xoxp', '1234567890', '99887766', run(32)].join('-')],
  ['a rotated token of Slack', `xoxe.${['xoxb', '1', run(60)].join('-')}`],
  ['an app token of Slack', ['xapp', '1', 'A0123', run(64)].join('-')],
  ['a bot token of Discord', [`MTIz${run(22)}`, 'GaBcDe', run(38)].join('.')],
  ['an older bot token of Discord', [`NDU2${run(20)}`, 'XabcdE', run(27)].join('.')],
  ['a key of OpenAI', `sk-${run(48)}`],
  ['a key of an OpenAI project', `sk-proj-${run(60)}`],
  ['a sealed token', `v1.k2.${run(80)}`],
  ['a key that seals', `${Buffer.alloc(32, 211).toString('base64')}`],
];

/** The same in the sentences in which they get into errors. */
export const SENTENCES: readonly (readonly [sentence: string, secret: string])[] = [
  ...SECRETS.filter(([what]) => what !== 'a key that seals').flatMap(([, secret]): [string, string][] => [
    [secret, secret],
    [`it failed with ${secret}, try again`, secret],
    [`{"token":"${secret}"}`, secret],
    [`https://a.example/x?t=${secret}&u=1`, secret],
  ]),
  ...SECRETS.filter(([what]) => what === 'a key that seals').map(([, key]): [string, string] => [`k1:${key}`, key]),
  [`Authorization: Bearer ${run(20)}`, run(20)],
  [`authorization: Bot ${run(30)}`, run(30)],
  [`Authorization: Basic ${run(24)}==`, run(24)],
  ['connect postgres://anna:hush-1234@db.example:5432/byline failed', 'hush-1234'],
  ['connect postgres://anna:hu/sh%201@db.example/byline failed', 'hu/sh%201'],
  ['postgresql://db.example/byline?user=anna&password=hush-1234&ssl=1', 'hush-1234'],
  [`POST https://discord.example/api/v10/webhooks/123456789012345678/${run(60)} 404`, run(60)],
  [`POST https://hooks.slack.com/services/T0123/B0123/${run(24)}`, run(24)],
];
