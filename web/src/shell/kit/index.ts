export { Confirm, Dialog } from './dialogs';
export { CopyLine } from './copy-line';
export { Empty } from './empty';
export { Facts } from './facts';
export { onceOpened, onDemand } from './on-demand';
export { Page, Section } from './page';
export { ProblemAlert } from './problem';
export { RowsSkeleton, ScreenSkeleton } from './skeletons';
export { say, sayProblem } from './toast';
