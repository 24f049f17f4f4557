import { type LayoutLexicon, type LayoutWords, readLexicon } from './layout-words.js';
import { choiceKind, type HeaderName, listsChoices, nameHeader } from './name-header.js';
import { type OptionKind, type OptionLexicon, type OptionWords, readOptionLexicon } from './option-words.js';
import { isScoreList } from './read-option.js';

/** The word lists with what was already read from them: the same headers and options come again and again. */
export interface Vocabulary {
  readonly layout: LayoutLexicon;
  readonly options: OptionLexicon;
  nameHeader(header: string): HeaderName | undefined;
  choiceKind(header: string): OptionKind | undefined;
  listsChoices(header: string): boolean;
  isScoreList(options: readonly string[]): boolean;
}

/** Texts that are remembered; large sheets have more, but theirs do not come again. */
const MOST_TEXTS = 20_000;

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = read(text);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, { value });
    return value;
  };
}

/** Makes the word lists ready for one run. */
export function createVocabulary(layoutWords: LayoutWords, optionWords: OptionWords): Vocabulary {
  const layout = readLexicon(layoutWords);
  const options = readOptionLexicon(optionWords);
  return {
    layout,
    options,
    nameHeader: remember((header) => nameHeader(header, layout)),
    choiceKind: remember((header) => choiceKind(header, options)),
    listsChoices: remember((header) => listsChoices(header, options)),
    isScoreList: (list) => isScoreList(list, options),
  };
}
