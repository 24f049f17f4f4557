/** What stands in a template: literal text, a placeholder, or an optional group of the two. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'group'; readonly pieces: readonly Piece[] };

/** Values for the placeholders of a template; a value that is not known is absent. */
export type Values = Readonly<Partial<Record<string, string>>>;

/** A required placeholder without a value. */
export class MissingValue extends Error {
  override readonly name = 'MissingValue';
  constructor(readonly placeholder: string) {
    super(`no value for {${placeholder}}`);
  }
}

/**
 * Fills a template: `{name}` is replaced by its value, as it is (a value is never read as a template); `[...]` is left out
 * when a value in it is missing; `\` takes the meaning from the character after it.
 * Throws MissingValue for a missing value outside of brackets, SyntaxError for a malformed template.
 */
export function renderTemplate(template: string, values: Values): string {
  return render(parse(template), values);
}

/** Names of the placeholders in a template, those in brackets included. Throws SyntaxError. */
export function placeholdersOf(template: string): string[] {
  const names = (pieces: readonly Piece[]): string[] =>
    pieces.flatMap((piece) =>
      piece.kind === 'placeholder' ? [piece.name] : piece.kind === 'group' ? names(piece.pieces) : [],
    );
  return names(parse(template));
}

function render(pieces: readonly Piece[], values: Values): string {
  return pieces.map((piece) => renderPiece(piece, values)).join('');
}

function renderPiece(piece: Piece, values: Values): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'placeholder': {
      const value = Object.hasOwn(values, piece.name) ? values[piece.name] : undefined;
      if (value === undefined || value === '') throw new MissingValue(piece.name);
      return value;
    }
    case 'group':
      try {
        return render(piece.pieces, values);
      } catch (error) {
        if (error instanceof MissingValue) return '';
        throw error;
      }
  }
}

function parse(template: string): Piece[] {
  const top: Piece[] = [];
  let group: Piece[] | null = null;
  const add = (piece: Piece): void => {
    (group ?? top).push(piece);
  };
  for (let index = 0; index < template.length; index += 1) {
    const char = template.charAt(index);
    if (char === '\\') {
      index += 1;
      if (index === template.length) throw new SyntaxError(`ends with a backslash: ${template}`);
      add({ kind: 'text', text: template.charAt(index) });
    } else if (char === '{') {
      const name = /^\{([a-z_]+)\}/.exec(template.slice(index))?.[1];
      if (name === undefined) throw new SyntaxError(`{ without a name and }: ${template}`);
      add({ kind: 'placeholder', name });
      index += name.length + 1;
    } else if (char === '[') {
      if (group) throw new SyntaxError(`[ within brackets: ${template}`);
      group = [];
    } else if (char === ']') {
      if (!group) throw new SyntaxError(`] without [: ${template}`);
      top.push({ kind: 'group', pieces: group });
      group = null;
    } else if (char === '}') {
      throw new SyntaxError(`} without {: ${template}`);
    } else {
      add({ kind: 'text', text: char });
    }
  }
  if (group) throw new SyntaxError(`[ without ]: ${template}`);
  return top;
}
