import Reporting

/// Rules about the lake and sinks.
let lakeRules: [String: RuleText] = [
    "EST6001": RuleText(
        "Um merge, ou um histórico de linhas, não tem chave pela qual achar linhas.",
        "Escreva `key:` no destino, ou uma `primary_key` no esquema."),
    "EST6003": RuleText(
        "Uma carga apagaria todas as linhas da tabela.",
        """
        `mode: partition` apaga as linhas das partições que vêm, e nada diz que colunas distinguem as partições. Cite-as \
        em `partition:`, ou escreva `mode: replace` se for mesmo a tabela inteira.
        """),
    "EST6005": RuleText(
        "Um histórico encerra as linhas ausentes, e seu dataset pode não ter todas as linhas.",
        """
        Com `deletes: close`, uma chave que não vem é tida por apagada. Quando um passo deixa linhas de fora, elas estão \
        ausentes e não apagadas: carregue o dataset de antes desse passo, ou mantenha as linhas ausentes. Uma fonte que \
        lê os arquivos de um dia é um aviso: se os arquivos de cada dia tiverem todas as linhas, aceite-o com um motivo.
        """),
    "EST6026": RuleText(
        "Um destino cita uma coluna onde ela não muda nada.",
        """
        Uma coluna citada duas vezes vale uma. Uma coluna da chave nunca muda dentro de uma chave, de modo que \
        acompanhá-la não cria versão; se nada mais for acompanhado, nenhuma linha ganha uma segunda. Um `track` vazio \
        acompanha todas as colunas, como se não estivesse escrito.
        """),
    "EST6024": RuleText(
        "As linhas que uma tarefa leu não são as que ela escreveu, rejeitou, filtrou e descartou como repetidas.",
        """
        Linhas que entram = linhas que saem + rejeitadas + filtradas + repetidas, cada número contado por si: do \
        arquivo, pelo motor, pelo servidor. Quando a soma é outra, linhas se perderam ou se repetiram no caminho, e nada \
        é publicado: o arquivo antigo fica, uma carga é desfeita. A causa comum é um arquivo que muda enquanto é lido: \
        mova-o para o lugar quando estiver inteiro, ou espere com `unchanged_for`, e depois retome. Se acontecer de \
        novo, é falha do Esteira ou do motor: relate-a com o log da tarefa.
        """),
    "EST6025": RuleText(
        "Linhas de um momento anterior vêm para uma tabela cujo histórico já vai mais longe.",
        """
        Com `mode: scd2`, uma versão acaba onde a próxima começa; por isso os dias são carregados em ordem: um dia \
        anterior depois de um posterior encerraria versões antes de começarem. A carga é recusada e nada muda. Se um dia \
        anterior foi corrigido, apague a tabela e execute os dias de novo, o mais antigo primeiro: \
        `esteira run PIPELINE --force`.
        """),
    "EST6002": RuleText(
        "Um merge, ou um histórico de linhas, acha linhas por uma parte do que as distingue.",
        """
        O dataset tem uma linha para cada combinação de mais colunas do que a chave do destino cita. Quando várias \
        linhas têm a mesma chave, a carga é recusada. Cite a chave inteira, ou deixe uma linha por chave com \
        `dedupe`.
        """),
    "EST6006": RuleText(
        "Um destino acrescenta linhas que nada distingue das de outra execução.",
        """
        A mesma carga não é feita duas vezes, mas uma execução do mesmo dia sobre outros dados acrescenta de novo, \
        e, sem chave ou coluna que identifique a execução, as linhas antigas não podem ser recusadas nem achadas. \
        Escreva `key:`, crie uma coluna como `day: params.date` ou use `mode: partition` ou `mode: merge`.
        """),
    "EST6007": RuleText(
        "Um destino deixa de fora colunas que a tabela não tem.",
        """
        Com `schema_changes: ignore`, uma coluna nova do dataset não é carregada, e ninguém fica sabendo. `fail` \
        para a carga até que alguém decida; `add_columns` cria a coluna.
        """),
    "EST6008": RuleText(
        "É carregada uma tabela cujo esquema perdeu uma coluna de `schemas.lock`, ou a estreitou.",
        """
        A Esteira não remove coluna de tabela: a que o dataset já não tem fica, sem valores nas linhas novas, ou para a \
        carga onde tem de ter um. Um tipo em que cabe menos também pode pará-la. Quem responde pela tabela diz com \
        `destructive_changes: allow` que é de propósito; a própria tabela se muda à mão. Antes disso 'esteira lock' não \
        escreve o arquivo.
        """),
    "EST6009": RuleText(
        "Um destino cita um esquema cujas colunas não são as que ele carrega.",
        """
        O esquema dá à tabela a chave e os comentários, e quem lê o toma pelo contrato da tabela. Colunas que só um \
        dos dois tem tornam-no errado para um ou para o outro. Cite o esquema do que é carregado, ou faça os dois \
        coincidirem.
        """),
    "EST6010": RuleText(
        "O nome de uma coluna é mais longo do que o PostgreSQL guarda.",
        """
        O PostgreSQL corta um nome depois de 63 bytes sem avisar; duas colunas poderiam virar uma. A carga recusa um \
        nome assim; renomeie a coluna antes. Letras com acento ocupam dois bytes.
        """),
    "EST6011": RuleText(
        "Uma tabela ou coluna do PostgreSQL tem um nome com maiúsculas.",
        """
        O PostgreSQL lê nomes sem aspas em minúsculas, e quem consulta a tabela terá de escrever `"Orders"` para \
        sempre. Minúsculas com `_` entre as palavras dispensam aspas.
        """),
    "EST6013": RuleText(
        "Uma fonte lê um arquivo que o mesmo pipeline escreve no lake.",
        """
        A fonte e quem escreve não sabem um do outro: a fonte lê o que a última execução deixou, ou metade do que \
        esta escreve. Cite o dataset, como em `from: processed.orders`.
        """),
    "EST6015": RuleText(
        "Algo depende das linhas de uma tabela que uma carga substitui.",
        """
        Uma substituição esvazia a tabela e mantém a própria tabela; visões, permissões e índices ficam. Chaves \
        estrangeiras que apontam para ela não a deixam ser esvaziada enquanto houver linhas que a citam, ou levam \
        essas linhas junto; visões materializadas mantêm as linhas antigas até serem atualizadas; gatilhos de linha \
        não veem linhas saírem. Use `mode: merge`, ou carregue também as tabelas dependentes.
        """),
    "EST6016": RuleText(
        "Uma tabela grande não tem índice único na chave pela qual as linhas são achadas.",
        """
        Um merge acha linhas por um índice único; um histórico (`scd2`), por um na chave e em `valid_from`. Onde não há, \
        a primeira carga o cria, e quem escreve espera enquanto isso; ela falha se uma chave estiver lá duas vezes. Crie \
        o índice antes, com `CREATE UNIQUE INDEX CONCURRENTLY`.
        """),
    "EST6017": RuleText(
        "O papel de uma conexão não tem um direito de que as cargas do plano precisam.",
        """
        Uma carga cria a tabela, ou a preenche, esvazia e altera, e escreve uma linha no registro `esteira.loads`; \
        cada comando precisa de um direito, e a carga falha no primeiro que falta. Peça a quem possa conceder: o \
        achado diz como.
        """),
    "EST6018": RuleText(
        "A tabela no warehouse não é como foi declarada, de um modo que uma carga não deve decidir.",
        """
        Uma coluna tem um tipo em que não cabem todos os valores declarados, exige um valor que nada traz ou faz \
        parte de outra chave primária; ou faltam colunas e está escrito `schema_changes: fail`. A carga falharia. \
        Mude o esquema ou a tabela.
        """),
    "EST6019": RuleText(
        "Um caminho sai da pasta do projeto por '..', ou um parâmetro pode levá-lo a qualquer lugar.",
        """
        O que o caminho aponta depende de onde o projeto está, ou do que alguém passou num parâmetro, e pode ser de \
        outro projeto. Deixe o arquivo dentro e comece o caminho com o nome de uma pasta, ou escreva o caminho \
        absoluto, que ao menos aponta um só lugar.
        """),
    "EST6020": RuleText(
        "Uma configuração de escrita que a engine não tem.",
        "O valor é aceito para que uma configuração passe de uma engine a outra, e não tem efeito nesta."),
    "EST6021": RuleText(
        "Duas coisas seriam escritas no mesmo arquivo.",
        """
        A última a terminar venceria, sem ordem fixa. O caminho de um dataset precisa da zona e do nome; o das \
        tabelas geradas, do nome da tabela.
        """),
    "EST6022": RuleText(
        "Uma tarefa precisa de um dataset que não está no lake.",
        """
        Só algumas tarefas foram escolhidas, e o que elas leem nunca foi feito, não passou na verificação ou foi \
        apagado. Um `+` antes do seletor roda também o que a tarefa precisa: `--select +load.orders`.
        """),
    "EST6023": RuleText(
        "Uma conexão de que as cargas do plano precisam não pode ser aberta.",
        """
        O servidor não responde, ou recusa o papel ou a senha dele; a carga falharia do mesmo modo. Olhe o endereço \
        da conexão e as variáveis que ela cita.
        """),
]
