import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  Input,
  IntField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../../core/web/dto';
import { TranscriptDto, TranscriptIssueDto, TranscriptLineDto } from '../../reports/dto/report.dto';

const HEX = { max: 64, example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' };
const NAME = { max: 200, nullable: true, example: 'Sana Malik' };
const TERM = { max: 100, nullable: true, example: 'Autumn 2026', description: 'null for all terms.' };
const MEAN = { min: 0, max: 100, nullable: true, example: 81.25 };
const COUNT = { min: 0, max: 2_147_483_647, example: 24 };
const REASON = {
  max: 500,
  as: 'text' as const,
  example: 'A grade was entered for another student.',
};

/** What an issued transcript says; kept as JSON, whose hash is signed. */
export type IssuedContent = Pick<TranscriptDto, 'studentName' | 'term' | 'count' | 'mean' | 'lines'>;

@Input('IssueTranscriptInput')
export class IssueTranscriptInput {
  @IdField()
  studentId: string;

  @IdField({ optional: true, description: 'Only this term; else all of them.' })
  termId?: string;
}

@Input('RevokeTranscriptInput')
export class RevokeTranscriptInput {
  @StringField(REASON)
  reason: string;
}

export class IssuedTranscriptQuery extends PageQuery {
  @IdField({ optional: true })
  studentId?: string;
}

@Output('IssuedTranscript', 'As it was issued, whatever has become of the grades since.')
export class IssuedTranscriptDto extends TranscriptIssueDto {
  @IdField()
  studentId: string;

  @StringField({ ...NAME, description: 'As issued; null once the account is erased.' })
  studentName: string | null;

  @StringField(TERM)
  term: string | null;

  @IntField(COUNT)
  count: number;

  @DecimalField(MEAN)
  mean: number | null;

  @ObjectListField(() => TranscriptLineDto)
  lines: TranscriptLineDto[];

  @StringField({ ...HEX, description: 'SHA-256 of what it says.' })
  contentHash: string;

  @IdField({ nullable: true })
  issuedBy: string | null;

  @DateField({ nullable: true })
  revokedAt: Date | null;

  @StringField({ min: 0, max: 500, description: 'Why it was revoked.' })
  reason: string;
}

@Output('IssuedTranscriptPage')
export class IssuedTranscriptPage extends PageOf(IssuedTranscriptDto) {}

/** What can be said of a code. */
export const VERDICTS = ['valid', 'outdated', 'revoked', 'damaged'] as const;
export type Verdict = (typeof VERDICTS)[number];

@Output('TranscriptProof', 'What a recipient compares with the paper.')
export class TranscriptProofDto {
  @EnumField(VERDICTS, {
    example: 'valid',
    description:
      'valid: signed here, and what the books say today. outdated: signed here; the books have changed since. revoked: no longer vouched for. damaged: not what was signed.',
  })
  status: Verdict;

  @StringField({ max: 24, example: 'K7M2Q-9XWRA-3D5TN-VB8HC' })
  code: string;

  @DateField()
  issuedAt: Date;

  @StringField({ ...NAME, description: 'As issued. null, like all it says, unless it is valid or outdated.' })
  studentName: string | null;

  @StringField(TERM)
  term: string | null;

  @IntField({ ...COUNT, nullable: true })
  count: number | null;

  @DecimalField(MEAN)
  mean: number | null;

  @ObjectListField(() => TranscriptLineDto)
  lines: TranscriptLineDto[];

  @StringField({ ...HEX, description: 'SHA-256 of what it says.' })
  contentHash: string;

  @StringField({ max: 100, description: 'Ed25519, base64url; of code, `issued_at` and `content_hash`, a line each.' })
  signature: string;

  @StringField({ max: 50, description: 'Of the installation: Ed25519, base64url.' })
  publicKey: string;

  @DateField({ nullable: true })
  revokedAt: Date | null;
}
