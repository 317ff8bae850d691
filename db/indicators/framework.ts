import { z } from 'zod';
import { indicatorDefinition } from '#contract/returns';
import frameworkV1 from './framework.v1.json' with { type: 'json' };

const frameworkSchema = z.object({ version: z.string(), indicators: z.array(indicatorDefinition) });
export type Framework = z.infer<typeof frameworkSchema>;

/** The performance framework in force: data, so that a funder's own list takes its place without a new release. */
export const framework: Framework = frameworkSchema.parse(frameworkV1);
