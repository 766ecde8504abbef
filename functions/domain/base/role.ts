import { z } from 'zod';

/** Roles a notice can be sent to, from the lowest level to the highest. */
export const Role = z.enum([
  'owner',
  'unitHead',
  'responsibleLeader',
  'principalLeader',
  'office',
  'finance',
]);
export type Role = z.infer<typeof Role>;

/** Roles in Chinese. */
export const roleName: Readonly<Record<Role, string>> = {
  owner: '责任人',
  unitHead: '单位负责人',
  responsibleLeader: '分管领导',
  principalLeader: '主要领导',
  office: '园区办',
  finance: '财务',
};
