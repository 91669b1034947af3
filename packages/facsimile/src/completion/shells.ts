import type { CompletedCommand, CompletedOption } from "./completed.js";

/** What makes a shell complete the commands and options of `facsimile`, by the shell's name. */
export const shells: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = { bash, zsh, fish };

/** Names alone: bash shows no descriptions. Everything else is a file. */
function bash(commands: readonly CompletedCommand[]): string {
  const names = [...commands.map(({ name }) => name), "--help", "--version"].join(" ");
  const cases = commands.map(({ name, options }) => `    ${name}) words="${options.map(long).join(" ")}" ;;`);
  return `_facsimile() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
  esac
}
complete -o bashdefault -o default -F _facsimile facsimile
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options }) => {
    const rows = options.map((one) => `        ${quoted(zshOption(one))}`);
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
  _arguments "$options[@]" '*:file:_files'
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

function fish(commands: readonly CompletedCommand[]): string {
  const rows = commands.flatMap(({ name, summary, options }) => [
    `complete -c facsimile -f -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
    ...options.map(
      (one) =>
        `complete -c facsimile -n '__fish_seen_subcommand_from ${name}' -l ${one.name}${one.takesValue ? " -r" : ""} -d ${fishQuoted(one.about)}`,
    ),
  ]);
  return `${rows.join("\n")}\n`;
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
