import { z } from 'zod';

/** Something that a question may demand of any subject beyond its being there (templates/language/aspects.yaml). */
export const AspectSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  /** `limits`: the answer covers only a part; `blocks`: the question is about the aspect, the subject is only mentioned. */
  weight: z.enum(['limits', 'blocks']),
  de: z.array(z.string().min(1)),
  en: z.array(z.string().min(1)),
});
export type Aspect = z.infer<typeof AspectSchema>;

export const AspectFile = z.strictObject({ aspects: z.array(AspectSchema).min(1) });
