import type { Mark } from './model.js';
import { editTag, type Splice, spliceText } from './tag-edit.js';
import { childNamed, childrenNamed, parseXml, type XmlElement } from './xml-tree.js';

/** Soft colours, as ARGB, on which black and blue text stay readable: yellow for a draft, orange for an open question. */
const COLOURS: Readonly<Record<Mark, string>> = { review: 'FFFFF2CC', unanswered: 'FFF8CBAD' };

/** What Excel accepts at most (its specification: 65,490 unique formats). */
const MAX_STYLES = 65_490;

/**
 * Adds highlighted twins of cell styles to styles.xml: the twin of a style differs from it in its fill only.
 * Nothing else in the part changes, and a twin that is there already is used again.
 */
export class MarkStyles {
  private readonly text: string;
  private readonly fills: StyleList | undefined;
  private readonly styles: StyleList | undefined;
  private readonly twins = new Map<string, number>();

  /** `text` is the part's text; undefined when the workbook has no styles, and nothing can be marked. */
  constructor(text: string | undefined, part: string) {
    this.text = text ?? '';
    const root = text === undefined ? undefined : parseXml(text, part);
    const fills = root && childNamed(root, 'fills');
    const styles = root && childNamed(root, 'cellXfs');
    if (!fills || !styles || fills.selfClosing || styles.selfClosing) return;
    this.fills = new StyleList(this.text, fills, 'fill');
    this.styles = new StyleList(this.text, styles, 'xf');
  }

  /** Index of the marked twin of a style, or undefined when there can be none. */
  markedTwin(style: number, mark: Mark): number | undefined {
    const key = `${mark} ${style}`;
    const twin = this.twins.get(key) ?? this.makeTwin(style, mark);
    if (twin !== undefined) this.twins.set(key, twin);
    return twin;
  }

  private makeTwin(style: number, mark: Mark): number | undefined {
    const { fills, styles } = this;
    const own = styles?.items[style] ?? styles?.items[0];
    if (!fills || !styles || own === undefined) return undefined;
    const fill = fills.indexOf(fillXml(COLOURS[mark], fills.prefix));
    const twin = editTag(own, { fillId: String(fill), applyFill: '1' });
    return styles.has(twin) || styles.items.length < MAX_STYLES ? styles.indexOf(twin) : undefined;
  }

  /** The part with its additions, or undefined when there are none. */
  get result(): string | undefined {
    const splices = [...(this.fills?.splices ?? []), ...(this.styles?.splices ?? [])];
    return splices.length === 0 ? undefined : spliceText(this.text, splices);
  }
}

function fillXml(colour: string, prefix: string): string {
  const [open, close] = [`<${prefix}`, `</${prefix}`];
  const colours = `${open}fgColor rgb="${colour}"/>${open}bgColor indexed="64"/>`;
  return `${open}fill>${open}patternFill patternType="solid">${colours}${close}patternFill>${close}fill>`;
}

/** A list of styles.xml with a count, to which items are added at its end. */
class StyleList {
  /** The items as written. */
  readonly items: string[];
  readonly prefix: string;
  private readonly places = new Map<string, number>();
  private readonly stored: number;

  constructor(
    private readonly text: string,
    private readonly list: XmlElement,
    name: string,
  ) {
    this.prefix = list.prefix === '' ? '' : `${list.prefix}:`;
    this.items = childrenNamed(list, name).map((item) => text.slice(item.start, item.end));
    this.stored = this.items.length;
    this.items.forEach((item, i) => {
      if (!this.places.has(item)) this.places.set(item, i);
    });
  }

  has(item: string): boolean {
    return this.places.has(item);
  }

  /** Index of the item, which is added when it is not there. */
  indexOf(item: string): number {
    const known = this.places.get(item);
    if (known !== undefined) return known;
    this.places.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  get splices(): Splice[] {
    const { text, list, items, stored } = this;
    if (items.length === stored) return [];
    const closeStart = text.lastIndexOf('<', list.end - 1);
    const tag = editTag(text.slice(list.start, list.openEnd), { count: String(items.length) });
    return [
      { start: list.start, end: list.openEnd, text: tag },
      { start: closeStart, end: closeStart, text: items.slice(stored).join('') },
    ];
  }
}
