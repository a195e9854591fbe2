import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from '../../shell/text';
import { partsOf, pieces, type LogLine } from './log-lines';
import classes from './logs.module.css';

const NEAR_PX = 40;
const ROW_PX = 22;

interface LogViewProps {
  readonly lines: readonly LogLine[];
  /** Number of the first of them among all that have come. */
  readonly from: number;
  /** What is looked for, in small letters. */
  readonly words: string;
  /** Whether each says its container. */
  readonly several: boolean;
}

/** Lines of a log, of which only what is seen is drawn; stays at the end while the reader is there. */
export function LogView({ lines, from, words, several }: LogViewProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const follows = useRef(true);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (at) => from + at,
    overscan: 20,
  });
  const height = virtual.getTotalSize();
  useLayoutEffect(() => {
    if (follows.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines, height]);
  const look = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = box.current as HTMLDivElement;
    follows.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    setAtEnd(follows.current);
  };
  return (
    <div className={classes.log}>
      <div
        ref={box}
        className={classes.box}
        onScroll={look}
        tabIndex={0}
        role="region"
        aria-label={t('Lines of the log')}
      >
        <ol id="lines" className={classes.lines} aria-label={t('Lines')} style={{ height }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => (
            <li
              key={key}
              ref={virtual.measureElement}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              data-index={index}
              data-level={lines[index].level ?? undefined}
              className={classes.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line line={lines[index]} words={words} several={several} />
            </li>
          ))}
        </ol>
      </div>
      {!atEnd && (
        <Button
          className={classes.latest}
          size="compact-sm"
          leftSection={<IconArrowDown size={15} />}
          onClick={() => {
            follows.current = true;
            if (box.current) box.current.scrollTop = box.current.scrollHeight;
            box.current?.focus();
          }}
        >
          {t('Newest lines')}
        </Button>
      )}
    </div>
  );
}

const Line = memo(function Line({ line, words, several }: { line: LogLine; words: string; several: boolean }) {
  const [message, rest] = partsOf(line);
  const { timestamp, level, container } = line;
  return (
    <>
      <time dateTime={timestamp ?? undefined}>{timestamp?.slice(11, 23) ?? '–'}</time>
      <span className="level">{level ?? ''}</span>
      {several && <span className={classes.of}>{container}</span>}
      <span className={`text ${classes.text}`}>
        <Marked text={message} words={words} />
        {rest && (
          <span className={classes.rest}>
            {' '}
            <Marked text={rest} words={words} />
          </span>
        )}
      </span>
    </>
  );
});

/** The text with what was looked for marked. */
function Marked({ text, words }: { text: string; words: string }) {
  return pieces(text, words).map(({ text: piece, isFound }, at) =>
    isFound ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
  );
}
