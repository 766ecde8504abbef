import type { JSX } from 'hono/jsx/jsx-runtime';
import { pacePresets } from '../../domain/policy/pace-presets.ts';
import { Recipients } from './boxes.tsx';
import { type Filled, PolicyChoice } from './inputs.tsx';

type Props = { readonly filled: Filled };

const presets = Object.fromEntries(
  Object.entries(pacePresets).map(([preset, { source }]) => [preset, source]),
);

/** The rule that judges a lag, and who is told. */
export const PaceFields = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>序时进度</legend>
    <div class="rule wide">
      <PolicyChoice name="pace-targets" before="指标" filled={filled} choices={presets} />
      <PolicyChoice name="pace-bonds" before="债券支出" filled={filled} choices={presets} />
    </div>
    <div class="rule">
      <span class="inline-field">指标落后于序时，送</span>
      <Recipients name="pace-to" label="指标落后于序时送谁" filled={filled} />
    </div>
  </fieldset>
);

/** Who reads on one page how the whole stands. */
export const Sheets = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>周报和月报</legend>
    <p class="muted">
      每周、每月的第一个工作日随当天的消息发；同一天两份，只发月报。一个也不勾，就是不发。
    </p>
    <div class="rule">
      <span class="inline-field">督办周报送</span>
      <Recipients name="sheets-weekly" label="督办周报送谁" filled={filled} />
    </div>
    <div class="rule">
      <span class="inline-field">督办月报送</span>
      <Recipients name="sheets-monthly" label="督办月报送谁" filled={filled} />
    </div>
  </fieldset>
);
