import { type DestinationStream, type Logger, pino } from 'pino';
import { plainText } from '#core/plain-text.ts';

/** Whatever looks like a token or a password, should one ever reach a log line: a last net, not the first. */
const SECRETS = new RegExp(
  [
    // Slack: bot, user, refresh and app tokens; the address of a webhook.
    /\bx(?:ox[a-z]|app)-[\w.-]{5,}/,
    /(?<=hooks\.slack\.com\/)[\w/]{10,}/,
    // Discord: a bot's token in its three parts, an interaction's in a webhook's address.
    /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/,
    /(?<=\/webhooks\/\d{5,25}\/)[\w-]{20,}/,
    /\bsk-[\w-]{8,}/,
    /(?<=\b(?:Bearer|Basic|Bot)\s)[\w.~+/=-]{12,}/,
    // What `store` seals, and the keys that seal it.
    /\bv1\.[a-z0-9]{1,16}\.[\w-]{38,}/,
    /(?<=\b[a-z0-9]{1,16}:)[\w+/-]{43}=/,
    // The password in an address, also one that holds a slash.
    /(?<=:\/\/[^\s:@/"]{0,128}:)[^\s@"]{1,256}(?=@)/,
    /(?<=[?&](?:password|token|secret|api_?key)=)[^\s&"]+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Text with everything that looks like a secret taken out. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRETS, '[secret]');
}

/**
 * The log: one JSON object a line on standard error, for results go to standard output. A terminal gets the same in a short
 * form. Nothing is logged that an article, a person or a token says.
 */
export function createLogger(level: string, output: NodeJS.WritableStream & { readonly isTTY?: boolean }): Logger {
  // Nobody reads it any more: no reason to stop what it tells of.
  output.on('error', () => undefined);
  const stream: DestinationStream = {
    write: (line) => void output.write(withoutSecrets(output.isTTY === true ? shortLine(line) : line)),
  };
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
}

/** "08:00:03 info delivered platform=console how=post". */
function shortLine(line: string): string {
  const { level, time, msg, ...facts }: Record<string, unknown> = JSON.parse(line);
  const told = Object.entries(facts).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const text = [String(time).slice(11, 19), String(level), String(msg ?? ''), ...told].join(' ');
  return `${plainText(text)}\n`;
}
