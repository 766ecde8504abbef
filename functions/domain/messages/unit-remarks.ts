/**
 * That units have open tasks and nobody who answers for them, as the office is notified of it: it
 * receives in their place.
 */
export const ownerlessWords = (
  units: readonly { readonly unit: string; readonly tasks: number }[],
): string => {
  const said = units.map(({ unit, tasks }) => `${unit}${tasks}项`).join('、');
  return `没有责任人的单位：${said}。这些工作的提醒现由园区办代收，请在通讯录里增加责任人，办理单位改名或并入，或者改派。`;
};
