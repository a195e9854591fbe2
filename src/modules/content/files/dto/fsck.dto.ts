import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntField,
  ObjectListField,
  Output,
  StringField,
} from '../../../../core/web/dto';

export const FINDINGS = ['missing_bytes', 'wrong_size', 'wrong_checksum', 'orphan_bytes'] as const;
export type Finding = (typeof FINDINGS)[number];

export class FsckQuery {
  @BooleanField({ optional: true, default: false, description: 'Also reads every byte.' })
  checksums: boolean = false;
}

@Output('FsckFinding', 'Where rows and store disagree.')
export class FsckFindingDto {
  @IdField({ description: 'Of the file, or of bytes without one.' })
  id: string;

  @EnumField(FINDINGS)
  kind: Finding;

  @StringField({ max: 200, example: 'The row says 48213 bytes, the store has 48000.' })
  detail: string;
}

@Output('FsckReport')
export class FsckReport {
  @BooleanField()
  ok: boolean;

  @DateField()
  checkedAt: Date;

  @IntField({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'Rows that were looked at.' })
  files: number;

  @IntField({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'Objects of the store that were looked at.' })
  objects: number;

  @IntField({ min: 0, max: Number.MAX_SAFE_INTEGER })
  found: number;

  @ObjectListField(() => FsckFindingDto, { description: 'At most a thousand of them.' })
  findings: FsckFindingDto[];
}
