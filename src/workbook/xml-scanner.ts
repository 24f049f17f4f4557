import type { Buffer } from 'node:buffer';
import { unescapeXml } from './xml-text.js';
import { damaged, unsafe } from './xml-tree.js';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const COLON = 0x3a;

/** Bytes that are looked at one by one before a native search begins. */
const NEAR = 24;

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Walks the tags of a UTF-8 part without copying it: offsets are offsets of bytes, so that a tag can be spliced.
 *
 * Only sheet data and shared strings are read this way, the two parts of a workbook that grow with the number of
 * cells: the SAX parser that reads all other parts takes five times as long on them, and needs the part as a string,
 * which at two bytes per character is what a large workbook has no memory for. Nesting, quotes, comments, CDATA and
 * processing instructions are checked; a document type declaration is refused.
 */
export class XmlScanner {
  /** Of the current tag: `<`, the name, and what follows `>`. */
  tagStart = 0;
  nameStart = 0;
  nameEnd = 0;
  tagEnd = 0;
  /** First byte of the name after a prefix. */
  localStart = 0;
  kind: 'open' | 'close' | 'empty' | 'end' = 'end';
  /** Four offsets per attribute of the current tag: start and end of its name, start and end of its value. */
  readonly attributes: number[] = [];
  /** How many of `attributes` belong to the current tag; the array is never shortened, which would cost more. */
  private attributesEnd = 0;
  private readonly opened: number[] = [];

  constructor(
    readonly bytes: Buffer,
    readonly part: string,
    private position = 0,
    private readonly limit = bytes.length,
  ) {}

  /** Moves to the next tag; false at the end. Throws Problem when the part is not well formed. */
  next(): boolean {
    const { bytes, limit } = this;
    let at = this.position;
    for (;;) {
      at = this.findTag(at);
      if (at >= limit) return this.finish();
      const second = bytes[at + 1];
      if (second === BANG) at = this.skipDeclaration(at);
      else if (second === QUESTION) at = this.skipPast('?>', at + 2);
      else if (second === SLASH) return this.readClose(at);
      else return this.readOpen(at);
    }
  }

  /** Offset of the next `<`, or the limit: a loop finds near ones faster, a native search far ones. */
  private findTag(from: number): number {
    const { bytes, limit } = this;
    const near = Math.min(from + NEAR, limit);
    for (let at = from; at < near; at++) if (bytes[at] === LT) return at;
    const far = near < limit ? bytes.indexOf(LT, near) : -1;
    return far < 0 || far > limit ? limit : far;
  }

  /** How many elements are open, the current one included when it is an open tag. */
  get depth(): number {
    return this.opened.length / 2;
  }

  /** True if the current tag's name, prefix aside, is this ASCII name. */
  isNamed(name: string): boolean {
    const start = this.localStart;
    if (this.nameEnd - start !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[start + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** The current tag's prefix with its colon, or ''. */
  get prefix(): string {
    return this.bytes.toString('latin1', this.nameStart, this.localStart);
  }

  /** Index of the attribute of that name (without prefix) in `attributes`, or -1. */
  indexOfAttribute(name: string): number {
    const { attributes, bytes } = this;
    for (let i = 0; i < this.attributesEnd; i += 4) {
      const start = attributes[i] ?? 0;
      if ((attributes[i + 1] ?? 0) - start !== name.length) continue;
      let same = 0;
      while (same < name.length && bytes[start + same] === name.charCodeAt(same)) same++;
      if (same === name.length) return i;
    }
    return -1;
  }

  /** Value of the attribute of that name (without prefix), or undefined. */
  attribute(name: string): string | undefined {
    const i = this.indexOfAttribute(name);
    if (i < 0) return undefined;
    const start = this.attributes[i + 2] ?? 0;
    // Most values have one letter or digit: no need to decode.
    if (this.attributes[i + 3] === start + 1) return String.fromCharCode(this.bytes[start] ?? 0);
    return unescapeXml(this.bytes.toString('utf8', this.attributes[i + 2], this.attributes[i + 3]));
  }

  private finish(): false {
    if (this.opened.length > 0) throw damaged(this.part);
    this.kind = 'end';
    this.tagStart = this.limit;
    this.position = this.limit;
    return false;
  }

  private skipPast(ending: string, from: number): number {
    const at = this.bytes.indexOf(ending, from, 'latin1');
    if (at < 0 || at + ending.length > this.limit) throw damaged(this.part);
    return at + ending.length;
  }

  private skipDeclaration(at: number): number {
    const head = this.bytes.toString('latin1', at, at + 9);
    if (head.startsWith('<!--')) return this.skipPast('-->', at + 4);
    if (head === '<![CDATA[') return this.skipPast(']]>', at + 9);
    if (head.toUpperCase() === '<!DOCTYPE') throw unsafe(this.part);
    throw damaged(this.part);
  }

  private readName(from: number): number {
    const { bytes, limit } = this;
    this.nameStart = from;
    this.localStart = from;
    let at = from;
    for (; at < limit; at++) {
      const byte = bytes[at];
      if (byte === GT || byte === SLASH || isSpace(byte)) break;
      if (byte === COLON) this.localStart = at + 1;
      if (byte === LT || byte === EQUALS || byte === 0x22 || byte === 0x27) throw damaged(this.part);
    }
    if (at === from || at >= limit) throw damaged(this.part);
    this.nameEnd = at;
    return at;
  }

  private readClose(start: number): true {
    const { bytes, opened } = this;
    let at = this.readName(start + 2);
    while (isSpace(bytes[at])) at++;
    const openEnd = opened.pop();
    const openStart = opened.pop();
    if (bytes[at] !== GT || openStart === undefined || openEnd === undefined) throw damaged(this.part);
    if (!this.isSameName(openStart, openEnd)) throw damaged(this.part);
    this.kind = 'close';
    this.tagStart = start;
    this.tagEnd = at + 1;
    this.position = at + 1;
    this.attributesEnd = 0;
    return true;
  }

  /** True if the current tag's name is the one between these offsets. (Short names: a loop beats a native call.) */
  private isSameName(start: number, end: number): boolean {
    const { bytes, nameStart, nameEnd } = this;
    if (nameEnd - nameStart !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (bytes[start + i] !== bytes[nameStart + i]) return false;
    return true;
  }

  private readOpen(start: number): true {
    const at = this.readAttributes(this.readName(start + 1));
    const isEmpty = this.bytes[at] === SLASH;
    if (this.bytes[isEmpty ? at + 1 : at] !== GT) throw damaged(this.part);
    this.kind = isEmpty ? 'empty' : 'open';
    if (!isEmpty) this.opened.push(this.nameStart, this.nameEnd);
    this.tagStart = start;
    this.tagEnd = at + (isEmpty ? 2 : 1);
    if (this.tagEnd > this.limit) throw damaged(this.part);
    this.position = this.tagEnd;
    return true;
  }

  /** Reads attributes in single or double quotes up to `>` or `/>`, and gives its offset. */
  private readAttributes(from: number): number {
    const { bytes, attributes, limit } = this;
    this.attributesEnd = 0;
    let at = from;
    for (;;) {
      const gap = at;
      while (isSpace(bytes[at])) at++;
      if (at >= limit) throw damaged(this.part);
      if (bytes[at] === GT || bytes[at] === SLASH) return at;
      if (at === gap) throw damaged(this.part);
      const nameStart = at;
      while (at < limit && bytes[at] !== EQUALS && !isSpace(bytes[at])) at++;
      const nameEnd = at;
      while (isSpace(bytes[at])) at++;
      if (bytes[at] !== EQUALS || nameEnd === nameStart) throw damaged(this.part);
      at++;
      while (isSpace(bytes[at])) at++;
      const quote = bytes[at];
      if (quote !== 0x22 && quote !== 0x27) throw damaged(this.part);
      const valueStart = at + 1;
      at = valueStart;
      while (at < limit && bytes[at] !== quote) if (bytes[at++] === LT) throw damaged(this.part);
      if (at >= limit) throw damaged(this.part);
      const end = this.attributesEnd;
      attributes[end] = nameStart;
      attributes[end + 1] = nameEnd;
      attributes[end + 2] = valueStart;
      attributes[end + 3] = at;
      this.attributesEnd = end + 4;
      at++;
    }
  }
}
