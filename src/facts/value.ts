import { z } from 'zod';

/** Text in German and English, for what a customer reads. */
export const Words = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
export type Words = z.infer<typeof Words>;

/** Units of durations, retention periods and intervals. */
export const TimeUnit = z.enum(['minutes', 'hours', 'days', 'weeks', 'months', 'years']);
export type TimeUnit = z.infer<typeof TimeUnit>;

const amount = z.number().positive().max(100_000);

/** A share in percent (99.5 means 99.5 %). `measured` values promise nothing; `months` is the period measured over. */
const PercentageValue = z.strictObject({
  kind: z.literal('percentage'),
  percent: z.number().min(0).max(100),
  basis: z.enum(['contractual', 'measured']).optional(),
  months: z.number().int().positive().optional(),
});

/** A commitment: it takes at most `max`; with `min` a range from `min` to `max`. */
const DurationValue = z
  .strictObject({ kind: z.literal('duration'), min: amount.optional(), max: amount, unit: TimeUnit })
  .refine((value) => value.min === undefined || value.min < value.max, {
    path: ['min'],
    error: 'a number below max',
  });

/** Something that happens once per `every` units. */
const FrequencyValue = z.strictObject({
  kind: z.literal('frequency'),
  every: amount,
  unit: TimeUnit,
  automated: z.boolean().optional(),
});

/** Kept for `standard` units; up to `maximum` where a contract says so. */
const RetentionValue = z
  .strictObject({
    kind: z.literal('retention'),
    standard: amount,
    maximum: amount.optional(),
    unit: TimeUnit,
  })
  .refine((value) => value.maximum === undefined || value.maximum >= value.standard, {
    path: ['maximum'],
    error: 'a number not below standard',
  });

/** A cipher, its key length in bits, and the product that applies it. */
const AlgorithmValue = z.strictObject({
  kind: z.literal('algorithm'),
  name: z.string().min(1),
  key_bits: z.number().int().positive().optional(),
  product: z.string().min(1).optional(),
});

/** Every version of a protocol that is accepted. Versions are strings: 1.10 is not 1.1. */
const VersionsValue = z.strictObject({
  kind: z.literal('versions'),
  protocol: z.string().min(1),
  accepted: z
    .array(z.string().regex(/^\d{1,4}(?:\.\d{1,4})?$/, { error: "a version in quotes, such as '1.2'" }))
    .min(1),
  plain_http: z.enum(['refused', 'accepted']).optional(),
});

const ProductValue = z.strictObject({
  kind: z.literal('product'),
  products: z.array(z.string().min(1)).min(1),
});

/** Where: a provider's region, or an area such as EU. `exclusive`: nowhere else. `multiple`: several regions. */
const RegionValue = z.strictObject({
  kind: z.literal('region'),
  provider: z.string().min(1).optional(),
  region: z.string().min(1).optional(),
  area: z.string().min(1).optional(),
  exclusive: z.boolean().optional(),
  multiple: z.boolean().optional(),
});

/** A company that works for us. `short` is its name without the region note. */
export const Party = z.strictObject({
  name: z.string().min(1),
  short: z.string().min(1),
  purpose: Words,
  certificates: z.array(z.string().min(1)).default([]),
  region: z
    .strictObject({ note: z.string().min(1), stated_with: z.enum(['name', 'certificates']) })
    .optional(),
});
export type Party = z.infer<typeof Party>;

const PartiesValue = z.strictObject({ kind: z.literal('parties'), parties: z.array(Party).min(1) });

const DocumentValue = z.strictObject({ kind: z.literal('document'), document: z.string().min(1) });

/** Something that is reached on a day; the day is the fact's `due`. */
const MilestoneValue = z.strictObject({
  kind: z.literal('milestone'),
  progress: z.enum(['in_implementation']).optional(),
});

/** Anything else, in words that fit into a sentence. */
const TextValue = z.strictObject({ kind: z.literal('text'), text: Words });

/** How customers are kept apart, layer by layer. `dedicated`: an instance of their own on shared machines. */
const SeparationValue = z.strictObject({
  kind: z.literal('separation'),
  text: Words,
  layers: z
    .array(
      z.strictObject({
        layer: z.enum(['database', 'storage', 'compute', 'network']),
        by: z.enum(['physical', 'dedicated', 'logical']),
      }),
    )
    .min(1),
});
export type Separation = z.infer<typeof SeparationValue>['layers'][number];

const NoValue = z.strictObject({ kind: z.literal('none') });

/** The typed value of a fact; the kinds are those that topics expect. */
export const FactValue = z.discriminatedUnion('kind', [
  PercentageValue,
  DurationValue,
  FrequencyValue,
  RetentionValue,
  AlgorithmValue,
  VersionsValue,
  ProductValue,
  RegionValue,
  PartiesValue,
  DocumentValue,
  MilestoneValue,
  TextValue,
  SeparationValue,
  NoValue,
]);
export type FactValue = z.infer<typeof FactValue>;
