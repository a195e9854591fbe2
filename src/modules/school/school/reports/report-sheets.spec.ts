import type { TranscriptDto } from './dto/report.dto';
import type { IssuedTranscriptDto } from '../transcripts/dto/transcript.dto';
import { issuedSheet, transcriptSheet } from './report-sheets';

const line = { termId: 't', term: 'Autumn', classroomId: 'c', classroom: '7b', subject: 'Art', count: 2, mean: 81.5 };
const transcript: TranscriptDto = {
  ...{ studentId: 's', studentName: 'Sana Malik', term: null, asOf: null, count: 3, mean: 80, partial: false },
  lines: [
    { ...line, classMean: 74, classMedian: 75 },
    { ...line, termId: 'u', term: 'Spring', count: 1, mean: null, classMean: null, classMedian: null },
  ],
  issue: null,
};
const issue = {
  id: 'i',
  code: 'C',
  url: 'https://school.test/C',
  issuedAt: new Date('2026-11-25T23:30:00Z'),
  signature: 'S',
};

describe('the sheets of transcripts', () => {
  it('have a table for each term, with what is told of the class', () => {
    const { title, parts } = transcriptSheet(transcript);
    expect(title).toBe('Transcript of Sana Malik');
    expect(parts[0].tables?.map((one) => [one.title, ...one.lines])).toEqual([
      ['Autumn', ['Art', '7b', 2, 81.5, 74, 81.5]],
      ['Spring', ['Art', '7b', 1, null, null, null]],
    ]);
  });

  it('are sealed when they were issued, and say so when they were not', () => {
    const copy = transcriptSheet(transcript);
    expect([copy.seal, copy.note]).toEqual([undefined, expect.stringContaining('it is not signed')]);
    const sealed = transcriptSheet({ ...transcript, issue });
    expect(sealed.seal).toEqual({
      ...{ code: 'C', url: 'https://school.test/C', signature: 'S', issuedOn: '25 November 2026', warning: '' },
    });
    expect(sealed.note).not.toContain('not signed');
    expect(transcriptSheet({ ...transcript, partial: true }).title).toBe('Part of the transcript of Sana Malik');
  });

  it('warn of what was revoked, and say of when they are', () => {
    const revokedAt = new Date('2026-12-01T08:00:00Z');
    const revoked = issuedSheet({ ...transcript, ...issue, revokedAt } as unknown as IssuedTranscriptDto);
    expect(revoked.seal?.warning).toContain('REVOKED on 1 December 2026');
    const then = transcriptSheet({ ...transcript, term: 'Autumn', asOf: new Date('2026-11-25T23:30:00Z') });
    expect(then.subtitle).toBe('Autumn · as of 25 November 2026, 23:30 UTC');
  });

  it('are in the language and by the clock of who reads them', () => {
    const reader = { locale: 'es', timeZone: 'Europe/Madrid' } as const;
    const asOf = new Date('2026-07-01T22:30:00Z');
    const { brand, title, subtitle, parts, note } = transcriptSheet({ ...transcript, asOf }, reader);
    expect([brand, title, subtitle]).toEqual([
      'ATRIUM ESCUELA',
      'Expediente académico de Sana Malik',
      'Todos los periodos · a 2 de julio de 2026, 00:30 Europe/Madrid',
    ]);
    expect(parts[0].facts.map(([name]) => name)).toEqual(['Media total', 'Notas', 'Asignaturas', 'Periodos']);
    const [{ title: term, columns, lines }] = parts[0].tables ?? [];
    expect(columns.map((one) => one.title)).toEqual(['Asignatura', 'Clase', 'Notas', 'Media', 'Grupo', '0 a 100']);
    expect([term, ...lines]).toEqual(['Autumn', ['Art', '7b', 2, 81.5, 74, 81.5]]);
    expect(note).toContain('no está firmada');
    expect(transcriptSheet({ ...transcript, asOf }).subtitle).toBe('All terms · as of 1 July 2026, 22:30 UTC');
    expect(transcriptSheet({ ...transcript, issue }, reader).seal?.issuedOn).toBe('26 de noviembre de 2026');
    expect(transcriptSheet({ ...transcript, issue }).seal?.issuedOn).toBe('25 November 2026');
    const revoked = { ...transcript, ...issue, revokedAt: asOf } as unknown as IssuedTranscriptDto;
    expect(issuedSheet(revoked, reader).seal).toMatchObject({
      ...{ code: 'C', signature: 'S', warning: expect.stringMatching(/^REVOCADO el 2 de julio de 2026: /) },
    });
  });
});
