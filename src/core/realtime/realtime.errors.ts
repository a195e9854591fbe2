import { defineError } from '../kernel/errors';

export const OriginNotAllowed = defineError('origin_not_allowed', 403, 'Pages of this origin may not open a socket.');
export const UpgradeRequired = defineError('upgrade_required', 426, 'This address speaks WebSocket alone.');
export const BinaryFrame = defineError('binary_frame', 415, 'Frames are text.');
export const UnknownFrame = defineError<{ type: string }>(
  'unknown_frame',
  422,
  ({ type }) => `There is no frame of type "${type}".`,
);
