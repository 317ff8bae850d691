import { CloseFile } from './CloseFile.tsx';
import { ConcludeDialog } from './ConcludeDialog.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { useFileParts } from './fileParts.ts';
import type { FileDialogProps, FileStep } from './fileSteps.ts';
import { LeadDialog } from './LeadDialog.tsx';
import { TransferDialog } from '../../../ui/TransferDialog.tsx';
import { WaitDialog } from './WaitDialog.tsx';

export function FileDialog({ step, ...props }: FileDialogProps & { readonly step: FileStep }) {
  const { SealFile } = useFileParts();
  const ofOne = { files: [props.file], onClose: props.onClose, onDone: props.onClose };
  switch (step) {
    case 'describe':
      return <DescribeDialog {...props} />;
    case 'wait':
      return <WaitDialog {...ofOne} />;
    case 'lead':
      return <LeadDialog {...ofOne} />;
    case 'transfer':
      return (
        <TransferDialog
          number={props.file.number}
          unitId={props.file.unitId}
          referralId={null}
          investigationId={props.file.id}
          onClose={props.onClose}
          onDone={props.onClose}
        />
      );
    case 'conclude':
      return <CloseFile {...props} />;
    case 'reopen':
      return <ConcludeDialog {...props} step={step} />;
    case 'seal':
      return <SealFile {...props} />;
  }
}
