import type { CompletedCommand, CompletedOption } from "./completed.js";

/** What makes a shell complete the commands and options of `facsimile`, by the shell's name. */
export const shells: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = { bash, zsh, fish };

/** What the program takes in place of a command. */
const ofProgram = { help: "Print the commands", version: "Print the version" } as const;

/** Names alone: bash shows no descriptions. Everything else is a file. */
function bash(commands: readonly CompletedCommand[]): string {
  const names = [...commands.map(({ name }) => name), ...Object.keys(ofProgram).map((name) => `--${name}`)].join(" ");
  const cases = commands.map(
    ({ name, options, words }) =>
      `    ${name}) words="${[...words, ...options.map(long)].join(" ")}" plain="${words.join(" ")}" ;;`,
  );
  return `_facsimile() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words="" plain=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  if [ -n "$plain" ] || [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  fi
}
complete -o bashdefault -o default -F _facsimile facsimile
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const described = [
    ...commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`),
    ...Object.entries(ofProgram).map(([name, about]) => `    ${quoted(`--${name}:${about}`)}`),
  ];
  const cases = commands.map(({ name, options, words }) => {
    const rest = words.length === 0 ? "*:file:_files" : `1:name:(${words.join(" ")})`;
    const rows = [...options.map(zshOption), rest].map((one) => `        ${quoted(one)}`);
    return `    ${name})\n      options=(\n${rows.join("\n")}\n      ) ;;`;
  });
  return `#compdef facsimile
_facsimile() {
  local -a commands options
  commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join("\n")}
  esac
  shift words
  (( CURRENT-- ))
  _arguments "$options[@]"
}
if [ "$funcstack[1]" = "_facsimile" ]; then
  _facsimile "$@"
else
  compdef _facsimile facsimile
fi
`;
}

function zshOption({ name, takesValue, about }: CompletedOption): string {
  const text = about.replace(/[[\]\\:]/g, "\\$&");
  return `*--${name}[${text}]${takesValue ? ":value:_files" : ""}`;
}

/** A command is the first word: later ones may have the name of another. */
function fish(commands: readonly CompletedCommand[]): string {
  const rows = commands.flatMap(({ name, summary, options, words }) => [
    `complete -c facsimile -f -n '__facsimile_command ""' -a ${name} -d ${fishQuoted(summary)}`,
    ...(words.length === 0
      ? []
      : [`complete -c facsimile -f -n '__facsimile_command ${name}' -a ${fishQuoted(words.join(" "))}`]),
    ...options.map(
      (one) =>
        `complete -c facsimile -n '__facsimile_command ${name}' -l ${one.name}${one.takesValue ? " -r" : ""} -d ${fishQuoted(one.about)}`,
    ),
  ]);
  const own = Object.entries(ofProgram).map(
    ([name, about]) => `complete -c facsimile -n '__facsimile_command ""' -l ${name} -d ${fishQuoted(about)}`,
  );
  return `function __facsimile_command
  set -l words (commandline -opc)
  test "$words[2]" = "$argv[1]"
end
${[...rows, ...own].join("\n")}\n`;
}

function long({ name }: CompletedOption): string {
  return `--${name}`;
}

/** As bash and zsh read a text that means only itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
