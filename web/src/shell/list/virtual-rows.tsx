import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';

interface VirtualRowsProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly rowKey: (row: T, at: number) => string | number;
  readonly render: (row: T, at: number) => ReactNode;
  /** Height of its window, CSS. */
  readonly height: string;
  /** About how high a row is, pixels; each is measured. */
  readonly rowPx: number;
}

/** A list of any length of which only what is seen is drawn. It scrolls by itself and by the keyboard. */
export function VirtualRows<T>({ label, rows, rowKey, render, height, rowPx }: VirtualRowsProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    getItemKey: (at) => rowKey(rows[at], at),
    overscan: 12,
  });
  return (
    <div ref={box} style={{ height, overflow: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <ol
        aria-label={label}
        style={{ height: virtual.getTotalSize(), position: 'relative', margin: 0, padding: 0, listStyle: 'none' }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            data-index={index}
            ref={virtual.measureElement}
            style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
          >
            {render(rows[index], index)}
          </li>
        ))}
      </ol>
    </div>
  );
}
