import Reporting

/// Rules about schedules and parameters.
let scheduleRules: [String: RuleText] = [
    "EST7001": RuleText(
        "Uma linha de cron não diz quando o pipeline deve rodar.",
        """
        Uma linha tem cinco campos: minuto, hora, dia do mês, mês e dia da semana. Cada um é `*`, um número, um \
        intervalo, uma lista deles com vírgulas, e pode terminar num passo como `*/15`; meses e dias da semana \
        também têm nomes.
        """),
    "EST7002": RuleText(
        "Um agendamento cita só datas que não existem.",
        """
        Nenhum mês que a linha cita tem um dia que ela cita, e o pipeline nunca roda. O último dia do mês não tem \
        número próprio: rode no dia primeiro do mês seguinte, ou no dia 28.
        """),
    "EST7003": RuleText(
        "Um agendamento não diz em que fuso estão suas horas.",
        """
        Sem fuso, vale UTC: seis horas são três em São Paulo, e `today` começa às nove da noite lá. Escreva o fuso, \
        mesmo onde for UTC.
        """),
    "EST7004": RuleText(
        "A hora de um agendamento é pulada ou vem duas vezes quando o relógio muda.",
        """
        No dia em que o relógio adianta, a execução não começa, e no dia em que atrasa, começa duas vezes, conforme \
        o agendador. Escolha uma hora que todo dia tem uma vez só, ou um fuso sem horário de verão.
        """),
    "EST7009": RuleText(
        "As tentativas têm sempre a mesma distância, ou o teto corta a primeira espera.",
        """
        O que impede um servidor de responder raramente passa no tempo de uma espera, e muitos clientes que voltam \
        na mesma distância o mantêm ocupado. Esperas que dobram lhe dão tempo; `max_delay` é para a última delas, \
        não para a primeira.
        """),
    "EST7011": RuleText(
        "Uma tabela é carregada pela rede sem tempo limite.",
        """
        Um servidor que aceita a conexão e depois não diz nada segura a execução, e com ela as seguintes, enquanto \
        ninguém olhar. Um `timeout:` em `defaults:` de esteira.yaml basta.
        """),
    "EST7015": RuleText(
        "A engine pode usar mais memória do que a máquina tem de sobra.",
        """
        A fração é da máquina inteira, e a ferramenta, o sistema operacional e o banco precisam da parte deles. \
        Acima de nove décimos, o sistema encerra a execução antes que a engine passe a usar o disco.
        """),
    "EST7017": RuleText(
        "Um pipeline com agendamento tem um parâmetro sem valor padrão.",
        """
        Não há ninguém para dar um valor quando uma execução começa pelo relógio; toda execução dessas seria \
        recusada. Escreva um padrão; para o dia a processar, `today` ou `yesterday`.
        """),
    "EST7022": RuleText(
        "Um parâmetro não tem valor, ou tem um do tipo errado.",
        """
        Parâmetros são conferidos antes que algo comece. Dê um valor com `--param nome=valor`, ou um padrão que \
        sirva.
        """),
    "EST7023": RuleText(
        "O perfil pedido não está em esteira.yaml.",
        "Perfis dizem onde um projeto roda. Peça um que exista com `--profile NOME`, ou acrescente-o."),
    "EST7024": RuleText(
        "Um fuso horário não está na base da IANA.",
        """
        Fusos se chamam por área e lugar, como `America/Sao_Paulo`; os nomes acompanham o horário de verão, os \
        deslocamentos não.
        """),
    "EST7025": RuleText(
        "Um plano salvo não pode ser lido.",
        """
        O arquivo não é um plano, ou seu `plan_version` tem um número maior que esta versão não conhece, e as chaves \
        podem querer dizer outra coisa. Faça o plano de novo: `esteira plan -o ARQUIVO`.
        """),
    "EST7026": RuleText(
        "O projeto não é aquele de que um plano salvo foi feito.",
        """
        Um arquivo tem outros bytes, ou os mesmos arquivos agora querem dizer outra coisa, porque uma variável ou \
        uma tabela que eles citam mudou. Planeje de novo e olhe o plano, ou passe `--allow-drift` para aceitar o que \
        não tiver efeitos mais amplos.
        """),
    "EST7027": RuleText(
        "Tarefas de um plano salvo já rodaram, ou rodariam agora por outro motivo.",
        """
        Outra execução completou tarefas, uma saída sumiu ou um arquivo lido mudou; rodariam outras tarefas que não \
        as planejadas. Planeje de novo e olhe o plano, ou passe `--allow-drift`.
        """),
    "EST7028": RuleText(
        "Uma tabela não é como era quando um plano foi salvo.",
        """
        Os comandos para a tabela decorrem da sua forma, e agora seriam outros. Planeje de novo e olhe-os, ou passe \
        `--allow-drift`, que recusa os que fazem mais do que o planejado.
        """),
    "EST7029": RuleText(
        "Uma variável de que um plano salvo precisa já não tem valor.",
        """
        Planos citam conexões e nunca guardam seus segredos: quem roda um precisa deles no ambiente ou em `.env`. \
        Defina a variável e rode o plano de novo.
        """),
    "EST7030": RuleText(
        "Um plano salvo foi feito por outra versão maior da Esteira.",
        """
        O mesmo projeto pode querer dizer outro trabalho em outra versão maior. Planeje de novo com a versão que vai \
        rodá-lo.
        """),
    "EST7031": RuleText(
        "O que aconteceria agora vai além de um plano salvo.",
        """
        Com `--allow-drift` um plano salvo é refeito e pode fazer menos do que o planejado ou o mesmo, nunca mais: \
        nenhum outro alvo, nada destruído que fosse mantido, nada definitivo que pudesse ser desfeito. Planeje de \
        novo e olhe o plano.
        """),
    "EST7032": RuleText(
        "Um plano salvo destrói algo, e ninguém o confirmou.",
        """
        Linhas que estão numa tabela sumiriam. Passe `--yes`, ou `--confirm` com os primeiros oito ou mais dígitos \
        do id do plano, que um plano posterior não tem.
        """),
    "EST7033": RuleText(
        "Um plano salvo não sabe o bastante para ser rodado.",
        """
        Um plano feito com `--offline` ou por simulação não consultou nem o registro nem as tabelas; ninguém sabe se \
        estão como foi planejado. Planeje sem essa opção, ou passe `--allow-drift`.
        """),
    "EST7034": RuleText(
        "Um arquivo que um plano salvo lê não está como estava.",
        """
        Um plano salvo guarda tamanho, data de mudança e SHA-256 de cada arquivo que suas tarefas leem; de um arquivo com \
        mais de 8 MiB contam os primeiros e os últimos 4 MiB, e a data de mudança. O arquivo é conferido de novo antes da \
        execução e quando a tarefa o lê. Planeje de novo e olhe o plano, ou passe `--allow-drift`.
        """),
]
