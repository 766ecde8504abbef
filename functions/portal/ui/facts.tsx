import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Lamp, lampName } from '../../domain/tasks/lamp.ts';
import { LampMark } from './lamp.tsx';

const axisName: Readonly<Record<Lamp['axis'], string>> = {
  time: '期限',
  pace: '序时进度',
  reporting: '月度反馈',
};

/** One axis: its lamp, the reason, what would turn it green, and the rule that decided. */
export const LampLine = ({ lamp }: { readonly lamp: Lamp }): JSX.Element => (
  <li class={`lamp-line ${lamp.colour}`}>
    <LampMark colour={lamp.colour} words={`${axisName[lamp.axis]}${lampWord[lamp.colour]}`} />
    <span>
      {lamp.reason}。{lamp.toGreen ? `${lamp.toGreen}后转为绿灯。` : ''}
    </span>
    <small class="muted">
      规则 {lamp.rule}，第 {lamp.policyVersion} 版
    </small>
  </li>
);

/** The lamps' words where the axis stands before them. */
const lampWord: typeof lampName = { ...lampName, none: '不亮灯' };

export const Fact = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: Child;
}): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
