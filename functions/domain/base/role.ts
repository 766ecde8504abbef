import { z } from 'zod';

/** Whom a notice may name, from the one who does the work upwards. */
export const Role = z.enum([
  'owner',
  'unitHead',
  'responsibleLeader',
  'principalLeader',
  'office',
  'finance',
]);
export type Role = z.infer<typeof Role>;

/** The roles in Chinese, as messages name them. */
export const roleName: Readonly<Record<Role, string>> = {
  owner: '责任人',
  unitHead: '单位负责人',
  responsibleLeader: '分管领导',
  principalLeader: '主要领导',
  office: '园区办',
  finance: '财务',
};
