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
]
