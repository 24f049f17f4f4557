/** Numbers that people write as words before a unit of time, by the word. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...('ein eine einer eines einem einen one'.split(' ').map((word) => [word, 1]) as [string, number][]),
  ...(
    [
      [2, 'zwei two'],
      [3, 'drei three'],
      [4, 'vier four'],
      [5, 'fünf five'],
      [6, 'sechs six'],
      [7, 'sieben seven'],
      [8, 'acht eight'],
      [9, 'neun nine'],
      [10, 'zehn ten'],
      [11, 'elf eleven'],
      [12, 'zwölf twelve'],
      [14, 'vierzehn fourteen'],
      [24, 'vierundzwanzig twenty-four'],
      [30, 'dreißig thirty'],
      [48, 'achtundvierzig forty-eight'],
      [60, 'sechzig sixty'],
      [72, 'zweiundsiebzig seventy-two'],
      [90, 'neunzig ninety'],
    ] as const
  ).flatMap(([number, words]) => words.split(' ').map((word) => [word, number] as [string, number])),
]);

/** The beginnings of units of time. */
const UNIT = 'sekunde|second|minute|stunde|std|hour|hr|tag|day|woche|week|monat|month|jahr|year';
/** `zwei Tage`, `one-year`; not `zweite Tagung`, `eine Lösung`. */
const WORD_BEFORE_UNIT = new RegExp(
  `(?<![\\p{L}\\d-])(${[...NUMBERS.keys()].join('|')})(?=[ -](?:${UNIT})(?:e?[nrs]?|s)(?!\\p{L}))`,
  'giu',
);

/** A text with the numbers that stand as words before a unit of time in digits: `two hours` is `2 hours`. */
export function withDigits(text: string): string {
  return text.replace(WORD_BEFORE_UNIT, (word) => String(NUMBERS.get(word.toLowerCase()) ?? word));
}
