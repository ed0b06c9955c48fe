/// What the program says before it does anything.
let programTemplates: [String: String] = [
    "'{1}' leads out of the project, to '{2}'; it was left as it is":
        "'{1}' leva para fora do projeto, a '{2}'; ficou como está",
    "{1}: does not parse; left alone": "{1}: não é YAML legível; ficou como está",
    "{1} not fixed: that would bring new errors": "{1} sem correção: ela traria novos erros",
    "the pipeline cannot be planned": "o pipeline não pode ser planejado",
    "'{1}' has not run with profile '{2}' yet; leave out '--resume'":
        "'{1}' ainda não rodou com o perfil '{2}'; tire '--resume'",
    "there is no 'esteira.yaml' in '{1}' or above it; 'esteira init' makes one":
        "não há 'esteira.yaml' em '{1}' nem acima; 'esteira init' cria um",
    "the project has no pipeline": "o projeto não tem pipeline",
    "say which pipeline: {1}": "diga qual pipeline: {1}",
    "no pipeline named '{1}'": "não há pipeline chamado '{1}'",
    "no pipeline named '{1}'; did you mean '{2}'?": "não há pipeline chamado '{1}'; você quis dizer '{2}'?",
    "there is no '{1}'; 'esteira lock' makes one": "não há '{1}'; 'esteira lock' cria um",
    "'{1}' is up to date": "'{1}' está em dia",
    "'{1}' written": "'{1}' escrito",
    "'{1}' cannot be read; put it right, or write it anew with 'esteira lock --force'":
        "não dá para ler '{1}'; conserte-o, ou escreva-o de novo com 'esteira lock --force'",
    "'{1}' was left as it is; '--force' writes it all the same":
        "'{1}' ficou como está; '--force' o escreve mesmo assim",
    "no pipeline has a parameter '{1}'{2}": "nenhum pipeline tem o parâmetro '{1}'{2}",
    "pipeline '{1}' has no parameter '{2}'{3}": "o pipeline '{1}' não tem o parâmetro '{2}'{3}",
    "; did you mean '{1}'?": "; você quis dizer '{1}'?",
    "; there are: {1}": "; existem: {1}",
    "; it has none": "; ele não tem nenhum",
    "; it has {1}": "; ele tem {1}",
    "'{1}' has errors, which 'esteira lint' shows; '{2}' is run without it":
        "'{1}' tem erros, que 'esteira lint' mostra; '{2}' roda sem ele",
    "the files have changed, and what was scheduled stays: {1}":
        "os arquivos mudaram, e o que estava agendado fica: {1}",
    "the project has errors; nothing was started": "o projeto tem erros; nada foi iniciado",
    "'{1}' is not writable: change its owner, or the profile's lake":
        "não dá para escrever em '{1}': mude o dono, ou o lake do perfil",
    "'{1}' is there already; nothing was written": "'{1}' já existe; nada foi escrito",
    "there is no run '{1}'; 'esteira runs' lists them": "não há execução '{1}'; 'esteira runs' as lista",
    "'--keep {1}' is no duration such as 30d": "'--keep {1}' não é uma duração como 30d",
    "run {1} has no task '{2}'{3}": "a execução {1} não tem a tarefa '{2}'{3}",
    "nothing was logged at this level; '--level debug' has every statement":
        "nada foi registrado neste nível; '--level debug' traz cada comando",
    "no dataset named '{1}'{2}": "não há dataset chamado '{1}'{2}",
    "'{1}' is not published: there is no '{2}' in the lake; it was not made yet, or did not pass its check":
        "'{1}' não está publicado: não há '{2}' no lake; ainda não foi feito, ou não passou na verificação",
    "no rule '{1}'{2}": "não há regra '{1}'{2}",
    "the text is not YAML": "o texto não é YAML",
    "there is no '{1}'": "não há '{1}'",
    "'{1}' is no git revision": "'{1}' não é uma revisão do git",
    "git knows no revision '{1}' in '{2}'; 'git log' lists them":
        "o git não conhece a revisão '{1}' em '{2}'; 'git log' as lista",
    "'git' cannot be started: {1}": "o 'git' não pôde ser iniciado: {1}",
    "'--output {1}' is not FORMAT=FILE": "'--output {1}' não é FORMATO=ARQUIVO",
    "'-' needs --stdin-filename, to know which file it is":
        "'-' precisa de --stdin-filename, para saber qual arquivo é",
    "--stdin-filename needs the path '-'": "--stdin-filename precisa do caminho '-'",
    "there is no project here": "não há projeto aqui",
    "--changed-since needs a git repository": "--changed-since precisa de um repositório git",
    "'{1}' has changed meanwhile; it was left as it is": "'{1}' mudou enquanto isso; ficou como está",
    "--write-baseline needs --baseline FILE": "--write-baseline precisa de --baseline ARQUIVO",
    "there is no baseline '{1}'; 'esteira lint --write-baseline' makes one":
        "não há baseline '{1}'; 'esteira lint --write-baseline' cria uma",
    "'{1}' is no baseline of this version; remove it and write it anew":
        "'{1}' não é uma baseline desta versão; remova-a e escreva-a de novo",
    "git: {1}": "git: {1}",
    "'--lang {1}': messages are in 'en' and 'pt-BR'": "'--lang {1}': as mensagens existem em 'en' e 'pt-BR'",
    "'{1}' is not CODE=SEVERITY, with 'hint', 'warn' or 'error'":
        "'{1}' não é CÓDIGO=GRAVIDADE, com 'hint', 'warn' ou 'error'",
    "error: {1}": "erro: {1}",
    "run {1} of '{2}' into '{3}' is under way since {4} (process {5} on '{6}')":
        "a execução {1} de '{2}' em '{3}' está em andamento desde {4} (processo {5} em '{6}')",
    "the schedule of '{1}' is kept since {2} (process {3} on '{4}')":
        "o agendamento de '{1}' está a cargo de outro processo desde {2} (processo {3} em '{4}')",
    "'{1}' has neither a parameter 'date' nor a schedule: nothing tells one run from another":
        "'{1}' não tem nem parâmetro 'date' nem agendamento: nada distingue uma execução da outra",
    "no pipeline has a 'schedule:'": "nenhum pipeline tem 'schedule:'",
    "the project cannot be read": "o projeto não pode ser lido",
    "The intervals write the same files: one runs at a time.":
        "Os intervalos escrevem os mesmos arquivos: roda um por vez.",
    "there is no run '{1}'": "não há execução '{1}'",
    "'{1}' has not run into '{2}' yet": "'{1}' ainda não rodou em '{2}'",
    "run {1} is of '{2}' into '{3}'": "a execução {1} é de '{2}' em '{3}'",
    "wait for it, or stop that process": "espere por ela, ou pare esse processo",
    "'esteira runs' lists the runs; leave out '--resume' to start anew":
        "'esteira runs' lista as execuções; tire '--resume' para começar de novo",
    "resume it with its own pipeline and profile": "retome-a com o pipeline e o perfil dela",
    "help: {1}": "ajuda: {1}",
    "the plan could not be saved to '{1}': {2}": "o plano não pôde ser salvo em '{1}': {2}",
    "no page '{1}'; there are: {2}": "não há página '{1}'; existem: {2}",
    "the plan has no single task '{1}'{2}": "o plano não tem uma única tarefa '{1}'{2}",
    "the file of {1}, '{2}', cannot be written": "o arquivo de {1}, '{2}', não pode ser escrito",
    "'--simulate' needs DuckDB: {1}": "'--simulate' precisa do DuckDB: {1}",
    "'{1}' lies outside of the project": "'{1}' fica fora do projeto",
]
