import { useState, type DragEvent, type ReactNode } from 'react';
import classes from './DropArea.module.css';

interface DropAreaProps {
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Where a file can be dropped. A dialog chooses the same file by keyboard: this is a way more, never the only one. */
export function DropArea({ isBusy, onFile, children }: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={classes.area}
      data-over={isOver}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = isBusy ? 'none' : 'copy';
        setOver(!isBusy);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined && !isBusy) onFile(file);
      }}
    >
      {children}
    </div>
  );
}
