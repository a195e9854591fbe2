import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField,
  DateField,
  EnumField,
  Input,
  IntField,
  Output,
  PageOf,
  PageQuery,
  StringField,
  IdField,
} from '../../../../core/web/dto';
import { PATH_MAX } from '../../folders';
import type { FileStatus } from '../entities/stored-file.entity';

const FOLDER = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\p{L}\p{M}\p{N} ._()-]+(?:\/[\p{L}\p{M}\p{N} ._()-]+)*$/u;
const CATEGORY = /^[\p{L}\p{N}_-]+$/u;
const MONTH_S = 2_678_400;

const FolderField = (): PropertyDecorator =>
  StringField({
    optional: true,
    max: 200,
    pattern: FOLDER,
    shape: 'words, with / between folders',
    example: 'invoices/2026',
  });

/** The fields of the form beside the file. */
export class UploadFields {
  @FolderField()
  folder?: string;

  @IdField({ optional: true, description: 'A folder that I may edit, instead of a path of my own.' })
  folderId?: string;

  @StringField({ optional: true, max: 1000 })
  description?: string;

  @StringField({
    optional: true,
    max: 50,
    pattern: CATEGORY,
    shape: 'one word',
    description: 'images, documents or videos by what it is, unless said otherwise.',
  })
  category?: string;
}

@Input('UploadForm', 'multipart/form-data, RFC 7578.')
export class UploadForm extends UploadFields {
  @ApiProperty({ type: 'string', format: 'binary', description: 'One file.' })
  file: unknown;
}

@Input('UpdateFileInput')
export class UpdateFileInput {
  @StringField({ optional: true, nullable: true, max: 200, pattern: FOLDER, shape: 'words, with / between folders' })
  folder?: string | null;

  @IdField({ optional: true, nullable: true, description: 'A folder that I may edit, instead of a path of my own.' })
  folderId?: string | null;

  @StringField({ optional: true, nullable: true, max: 1000 })
  description?: string | null;
}

export class FileQuery extends PageQuery {
  @FolderField()
  folder?: string;

  @IdField({ optional: true })
  folderId?: string;

  @BooleanField({ optional: true, description: 'true: only mine that lie in no folder.' })
  atRoot?: boolean;

  @StringField({ optional: true, max: 50, pattern: CATEGORY, shape: 'one word' })
  category?: string;
}

export class RemoveFileQuery {
  @BooleanField({ optional: true, default: false })
  trash: boolean = false;
}

@Output('File')
export class FileDto {
  @IdField()
  id: string;

  @IdField()
  ownerId: string;

  @StringField({ max: 60, example: '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a.pdf', description: 'Made by the server.' })
  filename: string;

  @StringField({ max: 255, example: 'invoice.pdf' })
  originalFilename: string;

  @StringField({ max: 100, example: 'application/pdf', description: 'By its content.' })
  contentType: string;

  @IntField({ min: 1, max: Number.MAX_SAFE_INTEGER, example: 48_213, description: 'Bytes.' })
  size: number;

  @StringField({ max: 64, description: 'SHA-256, hexadecimal.' })
  checksum: string;

  @StringField({ max: 50, example: 'documents' })
  category: string;

  @StringField({
    max: PATH_MAX,
    nullable: true,
    example: 'invoices/2026',
    description: 'From the first folder that I may see.',
  })
  folder: string | null;

  @IdField({ nullable: true, description: 'null at the root, and where I may not see the folder.' })
  folderId: string | null;

  @StringField({ max: 1000, nullable: true })
  description: string | null;

  @EnumField(['ready', 'damaged'], { description: 'damaged: its bytes are no longer those that came.' })
  status: FileStatus;

  @DateField()
  uploadTime: Date;
}

@Output('FileUsage', 'How much room my files take, and how much there is.')
export class FileUsageDto {
  @IntField({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    example: 48_213,
    description: 'Bytes of all my files, the trash too.',
  })
  usedBytes: number;

  @IntField({ min: 0, max: Number.MAX_SAFE_INTEGER, example: 1_073_741_824, description: 'The most they may be.' })
  quotaBytes: number;

  @IntField({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    example: 524_288_000,
    description: 'The most that one file may have.',
  })
  maxFileBytes: number;
}

@Output('FilePage')
export class FilePage extends PageOf(FileDto) {}

@Input('ShareInput')
export class ShareInput {
  @IntField({ min: 1, max: MONTH_S, example: 3600, description: 'Seconds the link works, at most 31 days.' })
  expiresIn: number;

  @IntField({ optional: true, min: 1, max: 1_000_000, description: 'Downloads; any number when left out.' })
  maxUses?: number;
}

@Output('Share', 'A link by which anybody may download one file.')
export class ShareDto {
  @StringField({ max: 500, example: 'http://localhost:8000/api/v1/storage/shared/…' })
  url: string;

  @DateField()
  expiresAt: Date;
}

/** A file as statements read it. */
export interface FileRow {
  readonly id: string;
  readonly ownerId: string;
  readonly status: FileStatus;
  readonly filename: string;
  readonly originalFilename: string;
  readonly contentType: string;
  /** Text, as the driver gives a bigint. */
  readonly sizeBytes: string;
  readonly checksum: string;
  readonly category: string;
  readonly folderId: string | null;
  readonly description: string | null;
  readonly createdAt: Date;
}

/** @param paths of folders by their ids, as the caller sees them */
export function toFileDto(
  { sizeBytes, createdAt, folderId, ...row }: FileRow,
  paths: ReadonlyMap<string, string>,
): FileDto {
  const folder = folderId === null ? null : (paths.get(folderId) ?? null);
  return {
    ...row,
    folder,
    folderId: folder === null ? null : folderId,
    size: Number(sizeBytes),
    uploadTime: createdAt,
  };
}
