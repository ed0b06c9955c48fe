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
    "EST7005": RuleText(
        "Um agendamento começa no passado e não diz o que fazer das execuções desde então.",
        """
        Entre o primeiro dia e agora há execuções que ninguém fez. Sem dizer nada, um agendador inundaria a máquina com \
        elas, ou as deixaria de fora em silêncio. Diga qual: `catchup: none`, `latest`, `all`, ou `{all: 30}` para as \
        trinta mais novas.
        """),
    "EST7006": RuleText(
        "Um agendamento começa num dia que anda com o relógio, ou que ainda não veio.",
        """
        `today` amanhã é outro dia: nunca se poderia dizer que execuções faltam. Escreva o próprio dia. Um dia por vir é \
        um aviso: até lá nada roda, o que pode ser o que se quer.
        """),
    "EST7007": RuleText(
        "Uma espera olha menos vezes do que dura: só o primeiro olhar conta.",
        """
        `poll` é o tempo entre dois olhares, e `timeout` a espera mais longa. Quando o primeiro olhar nada acha, a \
        espera acaba antes do segundo, e o que chega nesse meio-tempo se perde. Encurte `poll`, ou espere mais.
        """),
    "EST7008": RuleText(
        "Um pipeline pode esperar mais do que o tempo até a próxima execução.",
        """
        Enquanto uma execução ainda espera pelos arquivos, a próxima vence, e fica de fora ou atrasa. Quem espera \
        tanto preferiria ser avisado: espere menos do que o período do agendamento.
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
    "EST7012": RuleText(
        "Uma execução pode demorar mais do que o tempo até a próxima.",
        """
        Os tempos limite das tarefas de um caminho pelo pipeline, com todas as tentativas, somam mais do que o \
        agendamento deixa. O que vence enquanto uma execução anterior trabalha fica de fora, a não ser que o \
        agendamento diga `overlap: queue`, que o roda depois, ou `overlap: allow`. Diga qual, também onde `skip` é o que \
        se quer; ou encurte os tempos limite e as tentativas ao que a tarefa precisa.
        """),
    "EST7014": RuleText(
        "Dois pipelines que começam no mesmo momento carregam um arquivo DuckDB.",
        """
        Só um processo por vez escreve num arquivo DuckDB. A execução que chega depois o acha trancado, e falha se \
        suas tentativas não durarem mais do que a outra. Comece uma depois, carregue ambas num pipeline só, ou use \
        PostgreSQL.
        """),
    "EST7015": RuleText(
        "A engine pode usar mais memória do que a máquina tem de sobra.",
        """
        A fração é da máquina inteira, e a ferramenta, o sistema operacional e o banco precisam da parte deles. \
        Acima de nove décimos, o sistema encerra a execução antes que a engine passe a usar o disco.
        """),
    "EST7016": RuleText(
        "A engine gravaria o que não cabe na memória na pasta do lake ou das execuções.",
        """
        O que não cabe na memória vai para uma pasta que pertence a um processo e some com ele. No lake, tomaria o espaço \
        de que os dados precisam, seria copiado e guardado com eles e apareceria para quem lista arquivos. Dê-lhe uma \
        pasta própria, num disco desta máquina.
        """),
    "EST7017": RuleText(
        "Um pipeline com agendamento tem um parâmetro sem valor padrão.",
        """
        Não há ninguém para dar um valor quando uma execução começa pelo relógio; toda execução dessas seria \
        recusada. Escreva um padrão; para o dia a processar, `today` ou `yesterday`. Um valor sob `params:` do perfil \
        também serve.
        """),
    "EST7018": RuleText(
        "Cada arquivo vira uma tarefa, e nada diz o que significa um dia sem arquivos.",
        """
        Sem `on_empty` a execução falha ali, o que está certo onde os arquivos são prometidos. Onde um dia sem \
        nenhum é comum, `skip` deixa de fora a fonte e tudo o que depende dela, e `ok` faz um dataset vazio.
        """),
    "EST7019": RuleText(
        "Um pipeline que roda para um dia lê os arquivos mais novos em vez dos daquele dia.",
        """
        O parâmetro diz que uma execução pode ser de qualquer dia, e o caminho de uma fonte diz 'latest': uma \
        execução de um dia do mês passado tomaria as linhas de hoje pelas daquele dia. Leia de uma pasta do dia, e \
        guarde essas pastas.
        """),
    "EST7021": RuleText(
        "Um pipeline lê o dataset de outro, que fica como estava quando faltam seus arquivos.",
        """
        Com `if_missing: skip` um dia sem arquivo passa, e o dataset fica com as linhas do dia anterior. Quem o lê \
        em outro pipeline as toma pelas de hoje. Deixe a fonte falhar, ou dê a cada dia um caminho próprio, para que \
        um antigo não seja achado.
        """),
    "EST7022": RuleText(
        "Um parâmetro não tem valor, ou tem um do tipo errado.",
        """
        Parâmetros são conferidos antes que algo comece. Dê um valor com `--param nome=valor` ou sob `params:` do perfil, \
        ou um padrão que sirva.
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
    "EST7013": RuleText(
        "Uma tarefa toma lugares de uma reserva que não foi declarada, ou mais do que ela tem.",
        """
        As reservas são declaradas com seu tamanho em `pools:` de esteira.yaml. Uma que não existe não limitaria nada; \
        uma tarefa que precisa de mais do que há teria a reserva só para si e ainda tomaria mais que o tamanho dela.
        """),
    "EST7037": RuleText(
        "Um 'when' não pode ser decidido antes da execução.",
        """
        Uma condição sobre os parâmetros diz, antes que algo comece, o que uma execução deixa de fora, e o plano pode \
        mostrá-lo. Ela pode usar o que os geradores calculam: comparações, contas, datas e textos, não resumos (hashes) nem dias da \
        semana.
        """),
    "EST7040": RuleText(
        "Uma fonte com 'each_file' não achou arquivo.",
        """
        Cada arquivo teria sido uma tarefa. Onde um dia sem arquivos é comum, escreva `on_empty: skip`, ou `on_empty: ok` \
        para um dataset vazio.
        """),
    "EST7041": RuleText(
        "O que um sensor espera não veio no seu tempo.",
        """
        Um prazo esgotado não é tentado de novo: o tempo é o tempo. Veja por que se atrasa o que ele espera, espere mais \
        com `timeout:`, ou escreva `if_missing: skip` onde um dia sem isso é comum. `esteira runs last` diz o que viu o \
        último olhar.
        """),
]
