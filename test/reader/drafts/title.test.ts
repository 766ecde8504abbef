import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../functions/reader/drafts/title.ts';

describe('the title of a promise', () => {
  it.each([
    { own: '要完成总体规划', reading: '要完成总体规划', title: '完成总体规划' },
    { own: '地下水检测', reading: '完成地下水检测', title: '完成地下水检测' },
    { own: '雨水收集池', reading: '完成雨水收集池建设', title: '完成雨水收集池建设' },
    { own: '应急指挥中心', reading: '完成应急指挥中心建设', title: '完成应急指挥中心建设' },
    { own: '针对广东', reading: '针对广东派驻常驻人员招商', title: '针对广东派驻常驻人员招商' },
    {
      own: '力推物流项目开工投产',
      reading: '完善力推物流项目开工投产',
      title: '力推物流项目开工投产',
    },
    { own: '园区要全力配合', reading: '发行园区要全力配合', title: '园区要全力配合' },
    {
      own: '抓紧对接已申报的项目',
      reading: '接已申报的项目基础设施建设项目',
      title: '对接已申报的项目',
    },
    {
      own: '集中力量建设产业园',
      reading: '集中力量建设产业园提质另一个产业园',
      title: '集中力量建设产业园',
    },
    {
      own: '以“企业需要什么，赋什么”为原则持续赋权',
      reading: '加快以“企业需要什么，赋什么”为原则持续赋权',
      title: '以“企业需要什么，赋什么”为原则持续赋权',
    },
  ])('$own → $title', ({ own, reading, title }) => {
    expect(titleOf(reading, own, false)).toBe(title);
  });

  it.each([
    { own: '实缴税收4亿元以上', reading: '新增实缴税收4亿元以上', title: '实缴税收4亿元以上' },
    { own: '2个10亿元项目', reading: '引进2个10亿元项目', title: '引进2个10亿元项目' },
    { own: '30个亿元项目”总目标', reading: '引进30个亿元项目”总目标', title: '引进30个亿元项目' },
  ])('with a number: $own → $title', ({ own, reading, title }) => {
    expect(titleOf(reading, own, true)).toBe(title);
  });

  it('has no quotation mark without its fellow, and at most sixty characters', () => {
    expect(titleOf('“三新项目报送', '“三新项目报送', false)).toBe('三新项目报送');
    expect(titleOf('长'.repeat(90), '长'.repeat(90), false)).toHaveLength(60);
  });
});
