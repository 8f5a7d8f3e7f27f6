import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

export function attributeOther(_scan: Scan): Statement[] {
  return [];
}
