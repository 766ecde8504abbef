import { describe, expect, it } from 'vitest';
import {
  isOwnerLine,
  namesOwners,
  readOwners,
} from '../../../functions/reader/owners/owner-phrases.ts';
import { subjectOf } from '../../../functions/reader/owners/owner-subject.ts';

describe('who answers for a promise', () => {
  it.each([
    ['牵头单位：县住建局；责任单位：县财政局、各乡镇政府', ['县住建局', '县财政局'], []],
    ['牵头单位：县住建局；配合单位：县财政局', ['县住建局'], ['县财政局']],
    ['责任单位：市住房和城乡建设局、市林业和草原局', ['市住房和城乡建设局', '市林业和草原局'], []],
    ['县发改局牵头，县财政局、县统计局配合', ['县发改局'], ['县财政局', '县统计局']],
    ['县发改局牵头、县财政局配合', ['县发改局'], ['县财政局']],
    ['县卫健局牵头，县住建局、县发改局按职责分工负责', ['县卫健局', '县住建局', '县发改局'], []],
    ['县教育局会同县住建局负责', ['县教育局', '县住建局'], []],
    ['县教育局会同县住建局', ['县教育局'], ['县住建局']],
    ['县工信局、县财政局分别负责', ['县工信局', '县财政局'], []],
    ['州发展改革委　州交通运输局', ['州发展改革委', '州交通运输局'], []],
    ['市住建局和市城管局', ['市住建局', '市城管局'], []],
    ['各有关部门、各相关单位', [], []],
    ['新城城管局（各街道办事处）', ['新城城管局'], []],
    ['责任领导：分管副县长；责任单位：县水利局', ['县水利局'], []],
  ])('%s', (text, owners, support) => {
    expect(readOwners(text)).toEqual({ owners, support });
  });

  it.each(['责任单位：县水利局', '牵头领导：分管副州长', '完成时限：6月底'])(
    '%s stands on a line of its own',
    (text) => {
      expect(isOwnerLine(text)).toBe(true);
    },
  );

  it.each(['县水利局、县直有关部门', '市商务局、各县（区）政府'])('（%s） names owners', (text) => {
    expect(namesOwners(text)).toBe(true);
  });

  it.each(['续建', '征求意见稿', '市、区', '含二期'])('（%s） names nobody', (text) => {
    expect(namesOwners(text)).toBe(false);
  });

  it.each([
    ['区住建局要于3月20日前完成招标', ['区住建局']],
    ['镇司法所要于5月底前走访', ['镇司法所']],
    ['沙河镇、青峰镇分别于4月10日前完成', ['沙河镇', '青峰镇']],
    ['剩余3处由区应急管理局负责，4月底前销号', ['区应急管理局']],
    ['市财政局要会同市审计局，于8月10日前拨付', ['市财政局']],
    ['各责任单位要报送进展', []],
  ])('%s', (clause, owners) => {
    expect(subjectOf(clause)?.owners).toEqual(owners);
  });

  it.each(['推进云杉智造园建设', '全面完成任务'])('%s has no office for a subject', (clause) => {
    expect(subjectOf(clause)).toBeUndefined();
  });
});
