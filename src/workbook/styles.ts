import { type NumberFormat, readNumberFormat } from './number-format.js';
import { childNamed, childrenNamed, isTrue, type XmlElement } from './xml-tree.js';

/** What reading and editing need to know of a style (an `xf` of `cellXfs`; ECMA-376 part 1, 18.8.45). */
export interface CellStyle {
  readonly format: NumberFormat;
  /** Locked once the sheet is protected; the default of the format (18.8.33). */
  readonly isLocked: boolean;
  /** Text wraps, so that a row that fits its content grows with it. */
  readonly isWrapped: boolean;
}

/** Reads the cell styles from the root of styles.xml; a workbook without styles has one plain style. */
export function readStyles(root: XmlElement | undefined, isDate1904: boolean): CellStyle[] {
  const codes = new Map<number, string>();
  const formats = root && childNamed(root, 'numFmts');
  for (const { attributes } of formats ? childrenNamed(formats, 'numFmt') : []) {
    codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
  }
  const named = root && childNamed(root, 'cellStyleXfs');
  const parents = named ? childrenNamed(named, 'xf') : [];
  const list = root && childNamed(root, 'cellXfs');
  const cache = new Map<number, NumberFormat>();
  const styles = (list ? childrenNamed(list, 'xf') : []).map((xf) => {
    const id = Number(xf.attributes.get('numFmtId') ?? '0');
    const format = cache.get(id) ?? readNumberFormat(id, codes.get(id), isDate1904);
    cache.set(id, format);
    const parent = parents[Number(xf.attributes.get('xfId') ?? '-1')];
    const protection = childNamed(xf, 'protection') ?? (parent && childNamed(parent, 'protection'));
    const alignment = childNamed(xf, 'alignment') ?? (parent && childNamed(parent, 'alignment'));
    return {
      format,
      isLocked: isTrue(protection?.attributes.get('locked'), true),
      isWrapped: isTrue(alignment?.attributes.get('wrapText')),
    };
  });
  return styles.length > 0 ? styles : [plainStyle(isDate1904)];
}

function plainStyle(isDate1904: boolean): CellStyle {
  return { format: readNumberFormat(0, undefined, isDate1904), isLocked: true, isWrapped: false };
}
