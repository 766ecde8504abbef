/**
 * The flows as requests: each call opens the park's context and hands it to one flow, as pages,
 * commands and handlers do.
 */
import type { TargetReport } from '../../functions/domain/targets/target.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import * as holidays from '../../functions/flows/calendar/enter-holidays.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { ParkContext } from '../../functions/flows/context/park-context.ts';
import * as imports from '../../functions/flows/files/import-workbooks.ts';
import * as collections from '../../functions/flows/funding/book-steps.ts';
import * as policies from '../../functions/flows/policy/adopt-policy.ts';
import * as rehearsals from '../../functions/flows/policy/rehearse-policy.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import type { ReportRequest } from '../../functions/flows/reporting/read-return.ts';
import * as reports from '../../functions/flows/reporting/report-figures.ts';
import * as amending from '../../functions/flows/sources/amend-drafts.ts';
import * as cutting from '../../functions/flows/sources/cut-draft.ts';
import * as merging from '../../functions/flows/sources/merge-drafts.ts';
import * as ordering from '../../functions/flows/sources/move-draft.ts';
import * as uploads from '../../functions/flows/sources/open-review.ts';
import * as publishing from '../../functions/flows/sources/publish-review.ts';
import * as splitting from '../../functions/flows/sources/split-draft.ts';
import * as turning from '../../functions/flows/sources/turn-review.ts';
import * as publicationUndo from '../../functions/flows/sources/undo-publication.ts';
import * as figures from '../../functions/flows/targets/enter-figures.ts';
import * as links from '../../functions/flows/tasks/answer-link.ts';
import * as moves from '../../functions/flows/tasks/change-task.ts';
import * as entering from '../../functions/flows/tasks/enter-tasks.ts';
import { openLink, refuseInvalid } from '../../functions/flows/tasks/open-link.ts';
import * as signatures from '../../functions/flows/tasks/sign-for.ts';
import type { Mover as Moving } from '../../functions/flows/tasks/task-after.ts';
import * as undoing from '../../functions/flows/tasks/undo.ts';
import * as watching from '../../functions/flows/tasks/watch-park.ts';
import * as bulletins from '../../functions/flows/views/bulletins.ts';
import * as gaps from '../../functions/flows/wake/gap.ts';
import * as reconciling from '../../functions/flows/wake/reconcile.ts';
import * as again from '../../functions/flows/wake/send-again.ts';
import * as handOvers from '../../functions/flows/wake/tell-hand-overs.ts';
import * as wakes from '../../functions/flows/wake/wake.ts';

/** What is asked for, and of which park. */
type In<Wish> = Wish & { readonly park: string };

type Flow<Wish, Rest extends readonly unknown[], Answer> = (
  run: ParkContext,
  wish: Wish,
  ...rest: Rest
) => Answer | Promise<Answer>;

/** `flow` as a request whose first argument names the park, and whose last one is what it needs. */
const inPark =
  <Wish extends object, Rest extends readonly unknown[], Answer>(flow: Flow<Wish, Rest, Answer>) =>
  async (wish: In<Wish>, ...given: [...Rest, Ports]): Promise<Answer> => {
    const rest = given.slice(0, -1) as unknown as Rest;
    const { park, ...wanted } = wish;
    return flow(await openContext(park, given.at(-1) as Ports), wanted as unknown as Wish, ...rest);
  };

/** `flow` as a request whose first argument is the park. */
const ofPark =
  <Given extends readonly unknown[], Answer>(
    flow: (run: ParkContext, ...given: Given) => Answer | Promise<Answer>,
  ) =>
  async (park: string, ...given: [...Given, Ports]): Promise<Answer> => {
    const rest = given.slice(0, -1) as unknown as Given;
    return flow(await openContext(park, given.at(-1) as Ports), ...rest);
  };

export type Mover = In<Moving>;
export type Booker = In<collections.Booker>;
export type Adoption = In<policies.Adoption>;
export type LinkWish = links.LinkRequest & { readonly code: string };

export const changeTask = inPark((run, mover: Moving, move: Move) =>
  moves.changeTask(run, mover, move),
);
export const undoMove = inPark((run, maker: undoing.UndoMaker, wish: undoing.UndoWish) =>
  undoing.undoMove(run, maker, wish),
);
export const signFor = inPark((run, signature: signatures.Signature) =>
  signatures.signFor(run, signature),
);
export const signForAll = ofPark(signatures.signForAll);
export const signByLink = async (code: string, ports: Ports): Promise<void> =>
  links.signAll(refuseInvalid(await openLink(code, ports)));
export const moveByLink = async ({ code, ...wish }: LinkWish, ports: Ports): Promise<void> =>
  links.moveByLink(await openLink(code, ports), wish);
export const returnFigures = async (
  { park, ...booker }: Booker,
  returned: readonly TargetReport[],
  ports: Ports,
  returning: ReportRequest = {},
): Promise<number> =>
  reports.returnFigures(await openContext(park, ports), booker, returned, returning);
export const bookSteps = inPark(collections.bookSteps);
export const enterTasks = ofPark(entering.enterTasks);
export const watchPark = ofPark(watching.watchPark);
export const enterFigures = ofPark(figures.enterFigures);
export const adoptPolicy = inPark(policies.adoptPolicy);
export const enterHolidays = inPark(holidays.enterHolidays);
export const removeHolidays = ofPark(holidays.removeHolidays);
export const rehearsePolicy = inPark(rehearsals.rehearsePolicy);
export const issueBulletin = inPark(bulletins.issueBulletin);
export const openReview = inPark(uploads.openReview);
export const amendDrafts = inPark(amending.amendDrafts);
export const cutDraft = inPark(cutting.cutDraft);
export const splitDraft = inPark(splitting.splitDraft);
export const mergeDrafts = inPark(merging.mergeDrafts);
export const moveDraft = inPark(ordering.moveDraft);
export const dropReview = inPark(turning.dropReview);
export const reopenReview = inPark(turning.reopenReview);
export const publishReview = inPark(publishing.publishReview);
export const undoPublication = inPark(publicationUndo.undoPublication);
export const seeToGap = ofPark(gaps.seeToGap);
export const answerGap = inPark(gaps.answerGap);
export const wake = ofPark(wakes.wake);
export const tellHandOvers = ofPark(handOvers.tellHandOvers);
export const sendAgain = inPark(again.sendAgain);
export const reconcilePark = ofPark(reconciling.reconcilePark);
export const importTargets = inPark(imports.importTargets);
export const importFunding = inPark(imports.importFunding);
