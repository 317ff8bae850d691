import { useText } from '../../i18n/text.ts';

/** The newest first. */
const news = ['lists', 'panel', 'help', 'unlock', 'window', 'menu', 'import', 'recovery'] as const;

/** What changed for who works with Vigie. */
export function News() {
  const t = useText();
  return (
    <ul className="prose">
      {news.map((each) => (
        <li key={each}>{t(`shell:news.${each}`)}</li>
      ))}
    </ul>
  );
}
