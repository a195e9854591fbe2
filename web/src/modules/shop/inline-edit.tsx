import { TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { api, ok, versioned, type Versioned } from '../../shell/api';
import { ConflictDialog, useEdit, useSubmit } from '../../shell/form';
import { sayProblem } from '../../shell/kit';
import { fieldProblems, problemText, useFormat, useTranslation } from '../../shell/text';
import type { Product } from './products';
import classes from './shop.module.css';

interface InlineEditProps {
  readonly product: Product;
  readonly field: 'name' | 'price';
  readonly onChanged: () => Promise<void>;
}

const read = (id: string) => versioned(api.GET('/api/v1/products/{id}', { params: { path: { id } } }));

/** A value that is changed where it stands. It is read anew when the change begins, so that what is overwritten is what was seen. */
export function InlineEdit({ product, field, onChanged }: InlineEditProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [version, setVersion] = useState<Versioned<Product> | null>(null);
  const { name } = product;
  const label = field === 'name' ? t('Name of {{name}}', { name }) : t('Price of {{name}}', { name });
  const begin = async (): Promise<void> => {
    try {
      setVersion(await read(product.id));
    } catch (error) {
      sayProblem(error);
    }
  };
  if (version) {
    return (
      <Editor
        {...{ field, label, version, onChanged }}
        onTheirs={setVersion}
        onClose={() => setVersion(null)}
        key={version.etag}
      />
    );
  }
  return (
    <UnstyledButton className={classes.editable} onClick={() => void begin()}>
      {field === 'name' ? name : format.money(product.price, product.currency)}
      <VisuallyHidden> {t('Change: {{label}}', { label })}</VisuallyHidden>
    </UnstyledButton>
  );
}

interface EditorProps {
  readonly field: 'name' | 'price';
  readonly label: string;
  readonly version: Versioned<Product>;
  readonly onTheirs: (theirs: Versioned<Product>) => void;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

function Editor({ field, label, version, onTheirs, onChanged, onClose }: EditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState(version.value[field]);
  const { id, currency } = version.value;
  const edit = useEdit<Product, string>(version, {
    read: () => read(id),
    write: (value, headers) =>
      ok(api.PATCH('/api/v1/products/{id}', { params: { path: { id } }, body: { [field]: value }, headers })),
    onTheirs,
    onSaved: () => void onChanged().then(onClose),
  });
  const { submit, busy, error } = useSubmit<string>(edit.save);
  const shown = (value: string): string => (field === 'price' ? format.money(value, currency) : value);
  const store = (): void => {
    const value = field === 'price' ? text.trim().replace(',', '.') : text.trim();
    if (value === version.value[field]) onClose();
    else void submit(value);
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') store();
    if (key === 'Escape') onClose();
  };
  return (
    <>
      <TextInput
        aria-label={label}
        autoFocus
        size="xs"
        value={text}
        readOnly={busy}
        inputMode={field === 'price' ? 'decimal' : 'text'}
        error={error !== null && (fieldProblems(error)[field] ?? problemText(error))}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => !edit.conflict && error === null && store()}
      />
      <ConflictDialog<Product, string>
        conflict={edit.conflict}
        fields={[
          {
            name: field === 'name' ? t('Name') : t('Price'),
            mine: (value) => (/^\d+(\.\d+)?$/.test(value) ? shown(value) : value),
            theirs: (value) => shown(value[field]),
          },
        ]}
        onKeepMine={edit.keepMine}
        onTakeTheirs={edit.takeTheirs}
      />
    </>
  );
}
