import { Letter, letter } from './template';

/** A subject and a text of somebody's own, shown as text. */
export interface MessageValues {
  readonly subject: string;
  readonly body: string;
}

export const message = ({ subject, body }: MessageValues): Letter => letter(subject, [body]);
