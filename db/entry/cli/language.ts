import { locale, type Locale } from '#contract/ground/codes';

type Environment = Readonly<Record<string, string | undefined>>;

/** The value of an option before anything else is known of the command line. */
function optionOf(args: readonly string[], name: string): string | undefined {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const position = own.findLastIndex((each) => each === name || each.startsWith(`${name}=`));
  const found = own[position];
  return found === name ? own[position + 1] : found?.slice(name.length + 1);
}

/** `--lang` decides, then the first of these variables that is set; help itself must come in the right language. */
export function localeOf(args: readonly string[], environment: Environment): Locale {
  const asked = locale.safeParse(optionOf(args, '--lang')?.toLowerCase());
  if (asked.success) return asked.data;
  const named = [environment.VIGIE_LANG, environment.LC_ALL, environment.LANG].find((each) => each);
  return named && /^fr(?![a-z])/i.test(named) ? 'fr' : 'en';
}
