import { Hono } from 'hono';
import { forbiddenInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { SettingsPage } from './settings-page.tsx';

/** What a park runs by: its policy, its people, its calendar. */
export function settingsPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', (context) => {
    const { run, viewer } = context.var;
    if (!maySeeSettings(viewer)) return context.notFound();
    const frame = frameOf(context, portal);
    const isAdopter = forbiddenInPark(viewer, 'adoptPolicy') === undefined;
    return shown(context, <SettingsPage frame={frame} run={run} isAdopter={isAdopter} />);
  });
  return app;
}
