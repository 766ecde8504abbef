import { Policy } from './policy.ts';

/** Initial policy of a park. */
export const defaultPolicy: Policy = Policy.parse({
  version: 1,
  sendTime: '08:00',
  quietFrom: '18:00',
  before: [
    { daysBefore: 30, spanOver: 90, to: ['owner'] },
    { daysBefore: 15, spanOver: 45, to: ['owner'] },
    { daysBefore: 7, to: ['owner'] },
    { daysBefore: 3, to: ['owner'] },
    { daysBefore: 1, to: ['owner'] },
    { daysBefore: 0, to: ['owner'] },
  ],
  overdue: [
    { workingDaysAfter: 1, to: ['owner', 'unitHead'] },
    { workingDaysAfter: 3, to: ['owner', 'unitHead', 'responsibleLeader'] },
    {
      workingDaysAfter: 7,
      to: ['owner', 'unitHead', 'responsibleLeader', 'principalLeader', 'office'],
    },
  ],
  weekly: { everyWorkingDays: 5, to: ['owner', 'unitHead', 'office'] },
  assumedTo: ['owner', 'office'],
  signFor: {
    withinWorkingDays: 2,
    reportWithinWorkingDays: 5,
    chain: ['unitHead', 'responsibleLeader', 'principalLeader'],
  },
  officeWithinWorkingDays: 2,
  yellowFrom: 3,
});
