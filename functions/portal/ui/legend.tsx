import type { JSX } from 'hono/jsx/jsx-runtime';
import { colours, type LampColour } from '../../domain/tasks/lamp.ts';
import { Icon } from './lamp.tsx';

const meanings: Readonly<Record<LampColour, string>> = {
  red: '红灯 逾期或落后较多',
  yellow: '黄灯 临近期限或落后',
  unreported: '未报数 应报的数没有报',
  green: '绿灯 正常',
  none: '无灯',
  done: '已办结',
  withdrawn: '撤销',
};

/** What the lamps mean, and the marks of dates. */
export const Legend = (): JSX.Element => (
  <div class="page-foot">
    <ul class="legend" aria-label="图例">
      {colours.map((colour) => (
        <li>
          <Icon colour={colour} />
          {meanings[colour]}
        </li>
      ))}
      <li>空心＝期限待核定</li>
      <li>原＝计划写明的期限，拟＝园区办核定，估＝暂按年底估计</li>
    </ul>
  </div>
);
