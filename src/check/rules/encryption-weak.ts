import type { Fact } from '../../facts/schema.js';
import type { FactValue } from '../../facts/value.js';
import { isInForce } from '../in-force.js';
import type { Rule } from '../rule.js';
import { textAfter, textBefore } from '../surroundings.js';

/** Broken or withdrawn: NIST SP 800-131A rev. 2, BSI TR-02102-1, RFC 7465 (RC4). `SHA-1`, `3DES`; not `SHA-256`, `SHA-16`. */
const WEAK_NAME =
  /(?<![A-Za-z0-9])(?:MD[245]|SHA[-_ ]?1|3-?DES|TDE[AS]|Triple[ -]?DES|DES|RC[24]|ARCFOUR|Blowfish)(?![A-Za-z0-9])/i;
/** The same in words, with protocols and short keys. `TLS 1.0`, `SSLv3`, `AES-64`; not `TLS 1.2`, `AES-256`. */
const WEAK_WORDS = new RegExp(
  `${WEAK_NAME.source}|\\bSSL ?v?[23]\\b|\\bD?TLS ?v?1\\.[01]\\b|\\bAES[ -]?(?:40|56|64|96)\\b`,
  'gi',
);
/** What says that something is not there, before it. `no RC4`, `ohne MD5`. */
const REFUSED = /\b(?:no|not|without|never|kein\w*|nicht|ohne|statt|instead of)\b[^.;]*$/i;
/** The same after it. `TLS 1.0 ist abgeschaltet`, `RC4 disabled`; not `TLS 1.0, TLS 1.3 is refused`. */
const REFUSED_AFTER =
  /^[^.;,–]*\b(?:not|never|disabled|deactivated|refused|rejected|blocked|switched off|turned off|nicht|abgeschaltet|deaktiviert|abgelehnt|gesperrt)\b/i;
/** A key length in a name. `AES-64`; not `SHA-256`, `ChaCha20`. */
const BITS_IN_NAME = /\bAES[ _-]?(\d{2,3})\b/i;
/** Least key length in bits: BSI TR-02102-1 for symmetric ciphers, NIST SP 800-131A for RSA. */
const LEAST_SYMMETRIC = 128;
const LEAST_RSA = 2048;
/** RFC 8996 deprecates TLS 1.0 and 1.1, and DTLS 1.0. */
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
  if (value.kind === 'algorithm') yield* weakCipher(value);
  if (value.kind !== 'versions') return;
  for (const [index, version] of value.accepted.entries()) {
    const isOld =
      /^SSL/i.test(value.protocol) || (/^D?TLS$/i.test(value.protocol) && Number(version) < LEAST_TLS);
    if (isOld) yield { path: ['value', 'accepted', index], what: `${value.protocol} ${version} is too weak` };
  }
  if (value.plain_http === 'accepted') yield { path: ['value', 'plain_http'], what: 'HTTP is not encrypted' };
}

function* weakCipher({
  name,
  key_bits: bits,
}: Extract<FactValue, { kind: 'algorithm' }>): Generator<Weakness> {
  const least = /^(?:RSA|DSA|DH)/i.test(name) ? LEAST_RSA : LEAST_SYMMETRIC;
  const named = Number(BITS_IN_NAME.exec(name)?.[1] ?? LEAST_SYMMETRIC);
  const isCurve = /^(?:EC|Ed|Curve)/i.test(name);
  if (WEAK_NAME.test(name)) yield { path: ['value', 'name'], what: `${name} is broken` };
  else if (named < LEAST_SYMMETRIC) yield { path: ['value', 'name'], what: `${name} is too weak` };
  else if (bits !== undefined && bits < least && !isCurve) {
    yield { path: ['value', 'key_bits'], what: `${name} with ${bits} bits is too weak` };
  }
}

/** Weak encryption that only the words of a fact about encryption name. */
function* weakWords({ id, value, display, extent }: Fact): Generator<Weakness> {
  const isAboutEncryption =
    /(?:^|[._])(?:encryption|crypto|tls|cipher)/.test(id) || value.kind === 'algorithm';
  if (!isAboutEncryption) return;
  const texts = [
    { path: ['display'], words: display },
    ...(extent ? [{ path: ['extent'], words: extent }] : []),
    ...(value.kind === 'text' ? [{ path: ['value', 'text'], words: value.text }] : []),
  ];
  for (const { path, words } of texts) {
    for (const language of ['de', 'en'] as const) {
      const weak = weakIn(words[language]);
      if (weak !== null) yield { path: [...path, language], what: `${weak} is too weak` };
    }
  }
}

/** The first weak encryption that a text names and does not refuse. */
function weakIn(text: string): string | null {
  for (const { 0: name, index } of text.matchAll(WEAK_WORDS)) {
    const isRefused =
      REFUSED.test(textBefore(text, index)) || REFUSED_AFTER.test(textAfter(text, index + name.length));
    if (!isRefused) return name;
  }
  return null;
}
