/** What the README shows of the bench; of the rest it tells in words. */
const SHOWN = ['SPEED', 'QUALITY', 'UNREAD ARTICLES'];

/**
 * The README with the tables of SPEED, QUALITY and UNREAD ARTICLES as they were printed. Tables are parted by empty lines and begin with
 * their names in capitals.
 * @throws Error where the README or what was printed lacks one of them.
 */
export function putTables(readme: string, printed: string): string {
  return SHOWN.reduce((text, name) => {
    const [old, renewed] = [tableIn(text, name), tableIn(printed, name)];
    return text.replace(old, () => renewed);
  }, readme);
}

function tableIn(text: string, name: string): string {
  const table = new RegExp(`^${name} {2,}[^\\n]*(?:\\n(?!\`\`\`)[^\\n]+)*`, 'mu').exec(text)?.[0];
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}
