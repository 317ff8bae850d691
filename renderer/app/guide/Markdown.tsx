import { Fragment, type ReactNode } from 'react';
import type { Token, Tokens } from 'marked';
import classes from './Guide.module.css';

interface MarkdownProps {
  readonly tokens: readonly Token[];
}

/** What the parser read, as elements of the page: no text of it is ever taken for markup. */
export function Markdown({ tokens }: MarkdownProps) {
  return tokens.map((token, index) => <Fragment key={index}>{drawn(token)}</Fragment>);
}

function drawn(token: Token): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return (
        <p>
          <Markdown tokens={(token as Tokens.Paragraph).tokens} />
        </p>
      );
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'strong':
      return (
        <strong>
          <Markdown tokens={(token as Tokens.Strong).tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Markdown tokens={(token as Tokens.Em).tokens} />
        </em>
      );
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'code':
      return <pre className={classes.code}>{(token as Tokens.Code).text}</pre>;
    // The pages that the guide leads to are not in the application: their names are.
    case 'link':
      return <Markdown tokens={(token as Tokens.Link).tokens} />;
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? text : <Markdown tokens={tokens} />;
    }
    case 'escape':
      return (token as Tokens.Escape).text;
    default:
      return null;
  }
}

function List({ list }: { readonly list: Tokens.List }) {
  const items = list.items.map((item, index) => (
    <li key={index}>
      <Markdown tokens={item.tokens} />
    </li>
  ));
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { readonly table: Tokens.Table }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {table.header.map((cell, index) => (
            <th key={index} scope="col">
              <Markdown tokens={cell.tokens} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>
                <Markdown tokens={cell.tokens} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
