import { UnstyledButton } from '@mantine/core';
import { useFormat, useTranslation } from '../../shell/text';
import type { GradeColumn } from './gradebook-columns';
import classes from './school.module.css';

interface HeadProps {
  readonly columns: readonly GradeColumn[];
  readonly readOnly: boolean;
  readonly onColumn: (column: GradeColumn) => void;
}

/** Subjects above their assessments; pressing an assessment tells of its weight. */
export function GridHead({ columns, readOnly, onColumn }: HeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const subjects = [...new Set(columns.map(({ subject }) => subject))];
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className={classes.student}>
          {t('Student')}
        </th>
        {subjects.map((subject) => (
          <th
            key={subject}
            scope="colgroup"
            colSpan={columns.filter((one) => one.subject === subject).length}
            className={classes.subject}
          >
            <span className={classes.subjectName}>{subject}</span>
          </th>
        ))}
        <th rowSpan={2} scope="col" className={classes.mean}>
          {t('Mean')}
        </th>
      </tr>
      <tr>
        {columns.map((column) => {
          const name = column.assessment ?? t('(no name)');
          const weight = column.mixed ? t('mixed') : `× ${format.number(column.weight)}`;
          const content = (
            <>
              <span className={classes.assessment} title={name}>
                {name}
              </span>
              <span className={classes.weight}>{weight}</span>
            </>
          );
          return (
            <th key={column.key} scope="col">
              {readOnly || column.assessment === null ? (
                content
              ) : (
                <UnstyledButton
                  fz="inherit"
                  className={classes.head}
                  onClick={() => onColumn(column)}
                  aria-label={t('Weight of {{name}}: {{weight}}', { name: `${column.subject}, ${name}`, weight })}
                >
                  {content}
                </UnstyledButton>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
