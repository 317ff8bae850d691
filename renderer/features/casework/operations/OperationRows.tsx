import { useState } from 'react';
import { Redirect } from 'wouter';
import { z } from 'zod';
import { operationFigure } from '#contract/casework/operations';
import { civilDate } from '#contract/ground/dates';
import { operationId, partnerId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { CountedRows, pageSize as size } from '../../../ui/CountedRows.tsx';

type Params = Readonly<Record<string, string | undefined>>;

const ofPartner = z.object({ partnerId });
const ofOperation = z.discriminatedUnion('figure', [
  z.object({ figure: z.literal('files'), operationId }),
  z.object({ figure: operationFigure, operationId, from: civilDate, to: civilDate }),
]);

/** The files of an operation, or what one figure of it counts between two days. */
export function OperationRows(params: Params) {
  const asked = ofOperation.safeParse(params).data;
  return asked === undefined ? <Redirect to="/operations" replace /> : <RowsOfOperation {...asked} />;
}

/** The files in which a service takes part. */
export function PartnerRows(params: Params) {
  const asked = ofPartner.safeParse(params).data;
  return asked === undefined ? <Redirect to="/operations" replace /> : <RowsOfPartner {...asked} />;
}

function RowsOfOperation(asked: z.output<typeof ofOperation>) {
  const t = useText();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const rows = useRead('operations.rows', { ...asked, offset, size }, { keepPrevious: true });
  const name = useRead('operations.list', { filter: {} }).data?.operations.find(
    ({ id }) => id === asked.operationId,
  )?.name;
  const isDated = asked.figure !== 'files';
  const figure = isDated ? t(`codes:operationFigure.${asked.figure}`) : t('common:files');
  return (
    <CountedRows
      back={{ href: '/operations', text: t('fileWork:operations.back') }}
      title={name === undefined ? figure : t('fileWork:operations.ofOperation', { figure, name })}
      context={isDated && t('common:fromTo', { from: format.day(asked.from), to: format.day(asked.to) })}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}

function RowsOfPartner({ partnerId: id }: z.output<typeof ofPartner>) {
  const t = useText();
  const [offset, setOffset] = useState(0);
  const rows = useRead('partners.rows', { partnerId: id, offset, size }, { keepPrevious: true });
  const name = useRead('partners.list', { filter: {} }).data?.partners.find((partner) => partner.id === id)?.name;
  const figure = t('common:files');
  return (
    <CountedRows
      back={{ href: '/operations', text: t('fileWork:operations.back') }}
      title={name === undefined ? figure : t('fileWork:operations.ofOperation', { figure, name })}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}
