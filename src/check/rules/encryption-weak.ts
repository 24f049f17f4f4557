import type { FactValue } from '../../facts/value.js';
import { isInForce } from '../in-force.js';
import type { Rule } from '../rule.js';

/** Broken or withdrawn: NIST SP 800-131A rev. 2, BSI TR-02102-1, RFC 7465 (RC4). `SHA-1`, `3DES`; not `SHA-256`. */
const WEAK_NAME = /\b(?:MD[245]|SHA-?1|3-?DES|TDEA|Triple[ -]?DES|DES|RC[24]|ARCFOUR|Blowfish)\b/i;
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
      for (const { path, what } of weaknesses(fact.value)) {
        yield {
          at: { kind: 'fact', id: fact.id },
          path: ['value', ...path],
          message: `fact ${fact.id}: ${what}`,
        };
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
      if (isOld) yield { path: ['accepted', index], what: `${value.protocol} ${version} is too weak` };
    }
    if (value.plain_http === 'accepted') yield { path: ['plain_http'], what: 'HTTP is not encrypted' };
  }
  if (value.kind === 'algorithm') {
    const least = /^(?:RSA|DSA|DH)/i.test(value.name) ? LEAST_RSA : LEAST_SYMMETRIC;
    if (WEAK_NAME.test(value.name)) yield { path: ['name'], what: `${value.name} is broken` };
    else if (
      value.key_bits !== undefined &&
      value.key_bits < least &&
      !/^(?:EC|Ed|Curve)/i.test(value.name)
    ) {
      yield { path: ['key_bits'], what: `${value.name} with ${value.key_bits} bits is too weak` };
    }
  }
}
