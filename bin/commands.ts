import type { Command } from './command.ts';
import { calendar } from './commands/calendar.ts';
import { contact } from './commands/contact.ts';
import { deployCheck } from './commands/deploy-check.ts';
import { exportPark } from './commands/export.ts';
import { fundingCommand } from './commands/funding.ts';
import { open } from './commands/open.ts';
import { pace } from './commands/pace.ts';
import { policy } from './commands/policy.ts';
import { preview } from './commands/preview.ts';
import { proof } from './commands/proof.ts';
import { readPlanFile } from './commands/read.ts';
import { redriveCommand } from './commands/redrive.ts';
import { restore } from './commands/restore.ts';
import { sign } from './commands/sign.ts';
import { standIn } from './commands/stand-in.ts';
import { start } from './commands/start.ts';
import { task } from './commands/task.ts';
import { year } from './commands/year.ts';

/** The commands by name, in the order in which they are listed. */
export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    start,
    read: readPlanFile,
    preview,
    task,
    sign,
    proof,
    policy,
    calendar,
    year,
    'stand-in': standIn,
    pace,
    funding: fundingCommand,
    contact,
    export: exportPark,
    restore,
    open,
    'deploy-check': deployCheck,
    redrive: redriveCommand,
  }),
);
