import type { Buffer } from 'node:buffer';
import { formatCell } from './a1.js';
import type { Cell, CellKind } from './model.js';
import type { ScannedCell } from './sheet-visitor.js';
import { readStringItem, readText } from './string-item.js';
import type { CellStyle } from './styles.js';
import { decodeXstring } from './xml-text.js';

/** A cell in memory; its reference is made when asked for, since a large sheet has a million of them. */
export class StoredCell implements Cell {
  constructor(
    readonly row: number,
    readonly column: number,
    readonly kind: CellKind,
    readonly text: string,
    readonly isFormula: boolean,
    readonly style: number,
  ) {}

  get ref(): string {
    return formatCell(this.row, this.column);
  }
}

/** What the value of a cell may depend on. */
export interface ValueContext {
  readonly bytes: Buffer;
  readonly part: string;
  readonly sharedStrings: () => readonly string[];
  readonly styles: readonly CellStyle[];
}

/** Kind and shown text of a stored cell, by its type (ECMA-376 part 1, 18.18.11, ST_CellType). */
export function readValue(cell: ScannedCell, context: ValueContext): { kind: CellKind; text: string } {
  const { bytes, part } = context;
  if (cell.type === 'inlineStr') {
    const inline = cell.inlineStart < 0 ? '' : readStringItem(bytes, part, cell.inlineStart, cell.inlineEnd);
    // Some writers put the text of an inline string in `v`.
    return textValue(inline === '' ? decodeXstring(rawValue(cell, bytes)) : inline);
  }
  const raw = rawValue(cell, bytes);
  if (raw === '') return { kind: 'blank', text: '' };
  if (cell.type === 's') return textValue(context.sharedStrings()[Number(raw)] ?? '');
  if (cell.type === 'str') return textValue(decodeXstring(raw));
  if (cell.type === 'b')
    return { kind: 'boolean', text: raw.trim() === '0' || raw.trim() === 'false' ? 'FALSE' : 'TRUE' };
  if (cell.type === 'e') return { kind: 'error', text: raw };
  if (cell.type === 'd') return { kind: 'date', text: raw.replace(/T00:00:00(?:\.0+)?Z?$/, '') };
  const number = Number(raw);
  if (!Number.isFinite(number)) return textValue(raw);
  const format = (context.styles[cell.style] ?? context.styles[0])?.format;
  return format ? { kind: format.kind, text: format.show(number) } : { kind: 'number', text: raw };
}

function rawValue(cell: ScannedCell, bytes: Buffer): string {
  return cell.valueStart < 0 ? '' : readText(bytes, cell.valueStart, cell.valueEnd);
}

/** Carriage returns are spelled out (`_x000D_`) by programs that keep Windows line ends; a reader sees one line break. */
function textValue(stored: string): { kind: CellKind; text: string } {
  const text = stored.includes('\r') ? stored.replace(/\r\n?/g, '\n') : stored;
  return { kind: text === '' ? 'blank' : 'text', text };
}
