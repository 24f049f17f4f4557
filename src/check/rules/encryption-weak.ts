import type { Fact } from '../../facts/schema.js';
import type { FactValue } from '../../facts/value.js';
import { isInForce } from '../in-force.js';
import type { Rule } from '../rule.js';

/** Broken or withdrawn: NIST SP 800-131A rev. 2, BSI TR-02102-1, RFC 7465 (RC4). `SHA-1`, `3DES`; not `SHA-256`. */
const WEAK_NAME = /\b(?:MD[245]|SHA-?1|3-?DES|TDEA|Triple[ -]?DES|DES|RC[24]|ARCFOUR|Blowfish)\b/i;
/** The same in words, with protocols and short keys. `TLS 1.0`, `SSLv3`, `AES-64`; not `TLS 1.2`, `AES-256`. */
const WEAK_WORDS = new RegExp(
  `${WEAK_NAME.source}|\\bSSL ?v?[23]\\b|\\bTLS ?v?1\\.[01]\\b|\\bAES[ -]?(?:40|56|64|96)\\b`,
  'i',
);
/** What says that something is not there, before it. `no RC4`, `ohne MD5`. */
const REFUSED = /\b(?:no|not|without|never|kein\w*|nicht|ohne|statt|instead of)\b[^.;]*$/i;
/** Least key length in bits: BSI TR-02102-1 for symmetric ciphers, NIST SP 800-131A for RSA. */
const LEAST_SYMMETRIC = 128;
const LEAST_RSA = 2048;
/** RFC 8996 deprecates TLS 1.0 and 1.1. */
const LEAST_TLS = 1.2;

/** Encryption that no customer accepts. */
export const encryptionWeak: Rule = {
  id: 'encryption/weak',
  severity: 'error',
  summary: 'encryption below TLS 1.2 or AES-128, or with MD5, SHA-1, DES, 3DES or RC4',
  hint: 'Switch it off and correct the fact; if it is still in use, say so by the status.',
  *check({ base }) {
    for (const fact of base.facts.values()) {
      if (!isInForce(fact) && fact.status !== 'planned') continue;
      const typed = [...weaknesses(fact.value)];
      // Words repeat what the value says; they count where the value is silent.
      for (const { path, what } of typed.length > 0 ? typed : weakWords(fact)) {
        yield { at: { kind: 'fact', id: fact.id }, path, message: `fact ${fact.id}: ${what}` };
      }
    }
  },
};

interface Weakness {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

function* weaknesses(value: FactValue): Generator<Weakness> {
  if (value.kind === 'versions') {
    for (const [index, version] of value.accepted.entries()) {
      const isOld =
        /^SSL/i.test(value.protocol) || (/^TLS$/i.test(value.protocol) && Number(version) < LEAST_TLS);
      if (isOld)
        yield { path: ['value', 'accepted', index], what: `${value.protocol} ${version} is too weak` };
    }
    if (value.plain_http === 'accepted')
      yield { path: ['value', 'plain_http'], what: 'HTTP is not encrypted' };
  }
  if (value.kind === 'algorithm') {
    const least = /^(?:RSA|DSA|DH)/i.test(value.name) ? LEAST_RSA : LEAST_SYMMETRIC;
    if (WEAK_NAME.test(value.name)) yield { path: ['value', 'name'], what: `${value.name} is broken` };
    else if (
      value.key_bits !== undefined &&
      value.key_bits < least &&
      !/^(?:EC|Ed|Curve)/i.test(value.name)
    ) {
      yield { path: ['value', 'key_bits'], what: `${value.name} with ${value.key_bits} bits is too weak` };
    }
  }
}

/** Weak encryption that only the words of a fact about encryption name. */
function* weakWords({ id, value, display, extent }: Fact): Generator<Weakness> {
  const isAboutEncryption = /(?:^|[._])(?:encryption|crypto)/.test(id) || value.kind === 'algorithm';
  if (!isAboutEncryption) return;
  const texts = [
    { path: ['display'], words: display },
    ...(extent ? [{ path: ['extent'], words: extent }] : []),
    ...(value.kind === 'text' ? [{ path: ['value', 'text'], words: value.text }] : []),
  ];
  for (const { path, words } of texts) {
    for (const language of ['de', 'en'] as const) {
      const found = WEAK_WORDS.exec(words[language]);
      if (found === null || REFUSED.test(words[language].slice(0, found.index))) continue;
      yield { path: [...path, language], what: `${found[0]} is too weak` };
    }
  }
}
