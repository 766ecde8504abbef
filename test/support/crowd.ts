import { aTask, contactsOf, day } from './builders.ts';
import { newWorld, settleIn, type World } from './world.ts';

const UNITS = ['安环局', '招商局', '产业发展局', '规划建设局', '财政金融局', '党政办'];
const AREAS = 7;
const DAYS = 365;

/** A park with `size` tasks, spread over its units, its areas and the days of the year. */
export async function crowdedPark(size: number): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-15 08:00');
  const tasks = Array.from({ length: size }, (_, number) =>
    aTask({
      id: `t-${number}`,
      title: `第${number}项重点工作建设任务`,
      area: number % AREAS,
      leadUnit: UNITS[number % UNITS.length] ?? '',
      due: day('2022-01-01').add({ days: (number * 37) % DAYS }),
    }),
  );
  await settleIn(world, tasks, contactsOf(...UNITS));
  return world;
}
