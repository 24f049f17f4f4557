import { describe, expect, it } from 'vitest';
import { isWithin, regionInName } from '../../src/check/regions.js';

describe('isWithin', () => {
  it.each([
    ['EU', 'EU', true],
    ['Ireland', 'EU', true],
    ['EU (Irland)', 'EU', true],
    ['Norway', 'EU', false],
    ['Norway', 'EEA', true],
    ['EMEA', 'EU', false],
    ['Europe', 'EU', false],
    ['Global', 'EU', false],
    ['EU and US', 'EU', false],
    ['EU', 'Germany', false],
    ['Deutschland', 'Germany', true],
    ['Switzerland', 'Switzerland', true],
    ['', 'EU', false],
  ])('%s within %s: %s', (region, area, expected) => expect(isWithin(region, area)).toBe(expected));
});

describe('regionInName', () => {
  it.each([
    ['AWS EMEA', 'EMEA'],
    ['Google Cloud (US)', 'US'],
    ['Americana Ltd', null],
    ['Bus AG', null],
  ])('%s: %s', (name, expected) => expect(regionInName(name)).toBe(expected));
});
