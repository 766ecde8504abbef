import { pattern } from '../text/patterns.ts';

/** 要 as a modal: not in 主要, 需要 or 要求. */
const MUST = '(?<!主|重|需|摘|概|提|首|紧|纪|不)要(?!求|素|点|件|闻|务|塞|害|领)';
const BINDING = pattern`力争|确保|必须|务必|务于|严禁|不得|底前|年内|将(?!其)|拟|${MUST}`;

/** Whether `text` commits somebody to something in the future. */
export const isBinding = (text: string): boolean => BINDING.test(text);
