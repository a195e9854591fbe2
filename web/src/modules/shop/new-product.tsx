import { Button, Group, Modal, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, get, ok, type components } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { say } from '../../shell/kit';
import { useTranslation } from '../../shell/text';

type Input = components['schemas']['CreateProductInput'];

const EMPTY = { name: '', sku: '', price: '', currency: 'USD', category_id: '', stock: 0, description: '' };

interface NewProductProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: () => Promise<void>;
}

/** The form of a product that is not there yet. */
export function NewProduct({ opened, onClose, onMade }: NewProductProps) {
  const { t } = useTranslation();
  const categories = useQuery({
    ...get('/api/v1/categories', { params: { query: { limit: 100 } } }),
    enabled: opened,
  });
  const form = useForm({ initialValues: EMPTY });
  const { submit, busy, error } = useSubmit<typeof EMPTY>(
    async ({ sku, price, ...rest }, headers) => {
      const body = { ...rest, price: price.trim().replace(',', '.'), ...(sku.trim() && { sku: sku.trim() }) };
      await ok(api.POST('/api/v1/products', { body: body as Input, headers }));
      say(t('“{{name}}” is in the shop.', { name: rest.name }));
      await onMade();
      form.reset();
      onClose();
    },
    { fields: form },
  );
  return (
    <Modal opened={opened} onClose={onClose} title={t('New product')} closeButtonProps={{ 'aria-label': t('Close') }}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <TextInput label={t('Name')} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <Group grow align="flex-start">
            <TextInput label={t('Price')} required inputMode="decimal" {...form.getInputProps('price')} />
            <TextInput label={t('Currency')} required maxLength={3} {...form.getInputProps('currency')} />
          </Group>
          <Select
            label={t('Category')}
            required
            searchable
            data={(categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('category_id')}
          />
          <Group grow align="flex-start">
            <NumberInput label={t('Stock')} min={0} allowDecimal={false} {...form.getInputProps('stock')} />
            <TextInput
              label={t('SKU')}
              description={t('Made when left out')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={40}
              {...form.getInputProps('sku')}
            />
          </Group>
          <Textarea label={t('Description')} autosize minRows={2} maxRows={8} {...form.getInputProps('description')} />
          <FormStatus error={error} values={form.values} />
          <Button type="submit" loading={busy}>
            {t('Make the product')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
