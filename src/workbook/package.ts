import type { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import { Problem } from '../problem.js';
import { ItemBudget, type Limits } from './limits.js';
import { toUtf8, type Utf8Part } from './xml-text.js';
import { outOfProportion, parseXml, type XmlElement } from './xml-tree.js';
import { type Archive, type ArchiveEntry, readEntry } from './zip-archive.js';

export interface Relationship {
  readonly id: string;
  /** Last word of the type's URI, the same in transitional and strict workbooks: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** Name of the target's zip entry; for an external target, its address. */
  readonly target: string;
  readonly isExternal: boolean;
}

/**
 * The parts of a workbook (ECMA-376 part 2): zip entries found by name in any case, content types, relationships.
 * Parts are inflated on each read and not kept.
 */
export class Package {
  /** For all that is read from this package and kept. */
  readonly budget: ItemBudget;
  private readonly entriesByName = new Map<string, ArchiveEntry>();
  private readonly overrides = new Map<string, string>();
  private readonly defaults = new Map<string, string>();

  constructor(
    readonly archive: Archive,
    readonly limits: Limits,
  ) {
    this.budget = new ItemBudget(limits.items);
    for (const entry of archive.entries) this.entriesByName.set(entryKey(entry.name), entry);
    if (this.has('[Content_Types].xml')) this.readContentTypes();
  }

  private readContentTypes(): void {
    for (const element of this.tree('[Content_Types].xml').children) {
      const type = element.attributes.get('ContentType')?.trim() ?? '';
      const part = element.attributes.get('PartName');
      const extension = element.attributes.get('Extension');
      if (element.name === 'Override' && part) this.overrides.set(entryKey(part), type);
      if (element.name === 'Default' && extension) this.defaults.set(extension.toLowerCase(), type);
    }
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** Some writers encode the blanks of a name in the target, some in the zip as well. */
  private find(name: string): ArchiveEntry | undefined {
    const key = entryKey(name);
    return this.entriesByName.get(key) ?? this.entriesByName.get(decodeName(key));
  }

  /** Names of all entries, in the order of the zip's directory. */
  get names(): string[] {
    return this.archive.entries.map((entry) => entry.name);
  }

  /** The entry of that name, in any case. Throws Problem when it is missing. */
  entry(name: string): ArchiveEntry {
    const entry = this.find(name);
    if (entry) return entry;
    throw new Problem(
      'workbook/damaged',
      `The workbook is damaged: its part ${name} is missing; open it in Excel, let it repair the file, save and retry.`,
    );
  }

  /** The inflated bytes of a part. */
  read(name: string): Buffer {
    return readEntry(this.archive, this.entry(name));
  }

  /** An XML part as UTF-8, and the encoding it had. */
  readXml(name: string): Utf8Part {
    return toUtf8(this.read(name), name);
  }

  /** An XML part as text. Throws Problem when it is larger than a part of its kind can be. */
  text(name: string): string {
    const { bytes } = this.readXml(name);
    if (bytes.length > this.limits.tree) throw outOfProportion(name);
    return bytes.toString('utf8');
  }

  /** An XML part as a tree; see `parseXml`. */
  tree(name: string): XmlElement {
    return parseXml(this.text(name), name);
  }

  /** The content type of a part, by its name or its extension; '' when none is given. */
  contentType(name: string): string {
    const key = entryKey(name);
    return this.overrides.get(key) ?? this.defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  }

  /** Names of the parts of a content type, as far as it is given by name. */
  partsOfType(pattern: RegExp): string[] {
    return [...this.overrides].filter(([, type]) => pattern.test(type)).map(([part]) => part);
  }

  /** The relationships of the package itself. None when they are damaged: the content types lead to the workbook too. */
  rootRelationships(): Relationship[] {
    try {
      return this.relationships('');
    } catch (error) {
      if (error instanceof Problem && error.code === 'workbook/damaged') return [];
      throw error;
    }
  }

  /** The relationships of a part, or of the package itself for ''. None when it has no relationships part. */
  relationships(source: string): Relationship[] {
    const folder = posix.dirname(source);
    const file = posix.join(folder, '_rels', `${posix.basename(source)}.rels`);
    if (!this.has(file)) return [];
    return this.tree(file)
      .children.filter((element) => element.name === 'Relationship')
      .map(({ attributes }) => {
        const isExternal = attributes.get('TargetMode')?.toLowerCase() === 'external';
        const target = attributes.get('Target')?.trim() ?? '';
        return {
          id: attributes.get('Id') ?? '',
          type: (attributes.get('Type') ?? '').trim().replace(/^.*\//, ''),
          target: isExternal ? target : resolveTarget(folder, target),
          isExternal,
        };
      });
  }
}

/** Part names are the same in any case (ECMA-376 part 2, 6.2.2.3). */
function entryKey(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

/** The entry that a target names: from the root when it begins with a slash, else from the source's folder. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/#.*$/, '');
  const absolute = path.startsWith('/') ? path : `/${folder}/${path}`;
  return posix.normalize(absolute).replace(/^\/+/, '');
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
