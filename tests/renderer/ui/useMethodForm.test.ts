import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { useMethodForm } from '../../../renderer/ui/useMethodForm.ts';

const unitId = '0198f0c4-5f7a-7c3e-9d21-3a5b7c9d1e2f';

/** The form of a partner service as its dialog has it, once it is on the page. */
function partnerForm(name: string, joined: string) {
  let shown: ReturnType<typeof usePartner> | undefined;
  const usePartner = () =>
    useMethodForm('partners.save', {
      values: { name, joined },
      toInput: (values) => ({
        ...{ unitId, partnerId: null, version: null, leftOn: null },
        name: values.name,
        joinedOn: values.joined,
      }),
      errors: ({ joinedOn, ...found }) => ({ ...found, ...(joinedOn !== undefined && { joined: joinedOn }) }),
    });
  const Dialog = () => {
    shown = usePartner();
    return null;
  };
  renderToStaticMarkup(createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Dialog)));
  if (shown === undefined) throw new Error('The form was not rendered.');
  return shown;
}

/** Fields of the page in their order, and what is sent from it. */
function page(...paths: string[]) {
  const fields = paths.map((path) => ({ dataset: { path }, focus: vi.fn() }));
  const call = vi.fn(() => Promise.resolve({ ok: true, value: { id: unitId } }));
  vi.stubGlobal('document', { querySelectorAll: () => fields });
  vi.stubGlobal('window', { vigie: { call }, addEventListener: vi.fn(), removeEventListener: vi.fn() });
  return {
    call,
    focused: () => fields.filter(({ focus }) => focus.mock.calls.length > 0).map((field) => field.dataset.path),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('what the contract does not accept is not sent, and the first field of it takes the focus', () => {
  const { call, focused } = page('unitId', 'joined', 'name');
  const { form, sending } = partnerForm('', '2026-02-31');
  expect(Object.keys(form.validate().errors).sort()).toEqual(['joined', 'name']);
  sending.onSubmit();
  expect(focused()).toEqual(['joined']);
  expect(call).not.toHaveBeenCalled();
});

test('what it accepts is sent as the method takes it, and no field loses the focus', async () => {
  const { call, focused } = page('name', 'joined');
  partnerForm('Clinic', '2026-02-28').sending.onSubmit();
  await vi.waitFor(() => {
    expect(call).toHaveBeenCalledTimes(1);
  });
  expect(call).toHaveBeenCalledWith('partners.save', {
    unitId,
    partnerId: null,
    version: null,
    name: 'Clinic',
    joinedOn: '2026-02-28',
    leftOn: null,
  });
  expect(focused()).toEqual([]);
});
