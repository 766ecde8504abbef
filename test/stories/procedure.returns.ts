import { expect } from 'vitest';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import type { World } from '../support/world.ts';

/** Whom a message about somebody's missing return is about: the owner of the unit it went to. */
const ownerOf = (contact: string): string => contact.replace('head-', 'owner-');

/**
 * Anyone who was named for a missing return was asked for it before, for that very return day; the office
 * hears only of what some owner was asked for.
 */
export function askedBeforeNamed(world: World): void {
  const asked = new Set<string>();
  const told = world.deliveries.flatMap(({ contact, key }) => {
    const occasion = occasionOf(key.split('/')[1] ?? '');
    if (occasion.kind !== 'reportDue') return [];
    return [{ contact, of: occasion.of.toString(), order: occasion.order }];
  });
  for (const { contact, of, order } of told.toSorted((a, b) => a.order - b.order)) {
    if (order > 0) expect(asked).toContain(`${contact === 'office' ? '' : ownerOf(contact)} ${of}`);
    else for (const who of [contact, '']) asked.add(`${who} ${of}`);
  }
}
