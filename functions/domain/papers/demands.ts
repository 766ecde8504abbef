import { z } from 'zod';
import { paragraphs } from '../base/one-line.ts';

/** Limits the demands so that the bulletin fits on one page. */
export const Demands = z
  .string()
  .overwrite(paragraphs)
  .min(1, '不能为空')
  .max(150, '不能超过 150 字，通报只印一页')
  .refine((text) => text.split('\n').length <= 3, '不能超过 3 段，通报只印一页');

/** Default demands. */
export const usualDemands =
  '（一）红灯事项的责任单位说明原因、措施和新的完成时间。（二）黄灯事项的责任单位按期收尾，确实不能按期的在到期以前申请延期。（三）园区办逐项核验，下期通报公布销号情况。';
