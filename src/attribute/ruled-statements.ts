import { findStatements } from './clauses/find-statements.ts';
import { creditRumours } from './credit-rumours.ts';
import { cutFronted } from './cut-fronted.ts';
import { isCircumstance } from './is-circumstance.ts';
import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

/** The statements of an English article as the rules alone find and end them. */
export function ruledStatements(scan: Scan): Statement[] {
  return creditRumours(
    scan,
    findStatements(scan).flatMap((one) => (isCircumstance(scan, one) ? [] : (cutFronted(scan, one) ?? []))),
  );
}
