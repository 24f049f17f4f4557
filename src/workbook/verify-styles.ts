import { childNamed, childrenNamed, parseXml, type XmlElement } from './xml-tree.js';

/** Two versions of styles.xml that differ in nothing but added fills and added cell styles. */
export interface ComparedStyles {
  /** True if the second style looks like the first but for its fill. */
  isMarkedTwin(style: number, twin: number): boolean;
}

/**
 * Compares styles.xml before and after: every fill and cell style that was there must be there still, with the same
 * text and index, and nothing else may differ. Gives undefined when that does not hold.
 */
export function compareStyles(before: string, after: string, part: string): ComparedStyles | undefined {
  const [old, now] = [before, after].map((text) => new StyleText(text, part));
  if (!old || !now || old.frame !== now.frame) return undefined;
  if (!isPrefix(old.fills, now.fills) || !isPrefix(old.styles, now.styles)) return undefined;
  return {
    isMarkedTwin: (style, twin) => {
      const [a, b] = [old.looks[style] ?? old.looks[0], now.looks[twin]];
      return a !== undefined && a === b;
    },
  };
}

const isPrefix = (short: readonly string[], long: readonly string[]): boolean =>
  short.every((item, i) => item === long[i]);

class StyleText {
  readonly fills: readonly string[];
  readonly styles: readonly string[];
  /** The cell styles without what concerns their fill. */
  readonly looks: readonly string[];
  /** The text around the two lists. */
  readonly frame: string;

  constructor(text: string, part: string) {
    const root = parseXml(text, part);
    const lists = [childNamed(root, 'fills'), childNamed(root, 'cellXfs')].filter(
      (list) => list !== undefined,
    );
    const items = (list: XmlElement | undefined): readonly XmlElement[] => list?.children ?? [];
    const raw = (element: XmlElement): string => text.slice(element.start, element.end);
    this.fills = items(childNamed(root, 'fills')).map(raw);
    this.styles = items(childNamed(root, 'cellXfs')).map(raw);
    const styles = childNamed(root, 'cellXfs');
    this.looks = (styles ? childrenNamed(styles, 'xf') : []).map((xf) => look(xf, text));
    let at = 0;
    let frame = '';
    for (const list of lists.toSorted((a, b) => a.start - b.start)) {
      frame += text.slice(at, list.start);
      at = list.end;
    }
    this.frame = frame + text.slice(at);
  }
}

/** What a style says of everything but its fill. */
function look(xf: XmlElement, text: string): string {
  const attributes = [...xf.attributes].filter(([name]) => name !== 'fillId' && name !== 'applyFill');
  const inside = xf.selfClosing ? '' : text.slice(xf.openEnd, text.lastIndexOf('<', xf.end - 1));
  return JSON.stringify([attributes, inside]);
}
