import { type DestinationStream, type Logger, pino } from 'pino';

/** Whatever looks like a token or a password, should one ever reach a log line: a last net, not the first. */
const SECRETS =
  /xox[a-z]-[\w-]{5,}|xapp-[\w-]{5,}|\bsk-[\w-]{8,}|(?<=\b(?:Bearer|Bot)\s)[\w.~+/-]{8,}|[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}|\bv1\.[a-z0-9]{1,16}\.[\w-]{38,}|(?<=:\/\/[^\s:@/]{0,64}:)[^\s@/]{1,128}(?=@)/g;

/** Text with everything that looks like a secret taken out. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRETS, '[secret]');
}

/**
 * The log: one JSON object a line on standard error, for results go to standard output. A terminal gets the same in a short
 * form. Nothing is logged that an article, a person or a token says.
 */
export function createLogger(level: string, output: NodeJS.WritableStream & { readonly isTTY?: boolean }): Logger {
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

/** "08:00:03 info  delivered platform=console how=post". */
function shortLine(line: string): string {
  const { level, time, msg, ...facts }: Record<string, unknown> = JSON.parse(line);
  const told = Object.entries(facts).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const text = [String(time).slice(11, 19), String(level).padEnd(5), String(msg ?? ''), ...told].join(' ');
  return `${text.replace(/\p{Cc}+/gu, ' ')}\n`;
}
