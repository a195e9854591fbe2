import type { components } from '../../shell/api';
import { msg } from '../../shell/text';
import type { Cell, Channel } from './switches';

type Reason = components['schemas']['NotificationReason'];

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  in_app: msg('Here'),
  web_push: msg('Browser'),
  fcm: msg('App'),
  email: msg('E-mail'),
  webhook: msg('Webhook'),
};

/** Where the answer of a cell comes from. */
export const SOURCE_NAMES: Readonly<Record<Cell['source'], string>> = {
  mandatory: msg('always'),
  cell: msg('you said so'),
  category: msg('by the row'),
  channel: msg('by the column'),
  default: msg('as usual'),
};

export const OUTCOMES: Readonly<Record<Reason['outcome'], { readonly name: string; readonly color: string }>> = {
  shown: { name: msg('shown'), color: 'teal' },
  off: { name: msg('off'), color: 'gray' },
  waiting: { name: msg('waiting'), color: 'yellow' },
  pending: { name: msg('on its way'), color: 'blue' },
  sent: { name: msg('sent'), color: 'teal' },
  failed: { name: msg('failed'), color: 'red' },
  skipped: { name: msg('left out'), color: 'gray' },
};
