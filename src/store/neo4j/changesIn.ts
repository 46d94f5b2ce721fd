import { isAddedKey } from '../../model/orderKey.js';
import { type StatementChange, statementChange } from '../../model/statementChange.js';
import { statementIn } from './recordText.js';
import { column, type Row, readTexts, textsIn } from './rows.js';

/** The changes in a row: the records of statements in a column, their `keys`, and in `others` those of their counterparts. */
export function changesIn(row: Row | undefined, name: string): readonly StatementChange[] {
  const keys = textsIn(row, 'keys');
  const others = column(row, 'others');
  return readTexts(column(row, name), statementIn).map((statement, i) => {
    const found = readTexts(Array.isArray(others) ? others[i] : null, statementIn);
    return statementChange(statement, isAddedKey(keys[i] ?? ''), found);
  });
}
