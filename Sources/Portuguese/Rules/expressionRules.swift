import Reporting

/// Rules about SQL and expressions.
let expressionRules: [String: RuleText] = [
    "EST4001": RuleText(
        "Uma expressão não é SQL válido.",
        """
        Expressões usam a sintaxe do SQL: literais, colunas, operadores, case, cast e chamadas de funções. A marca \
        mostra o primeiro caractere que não se encaixa.
        """),
    "EST4002": RuleText(
        "A engine não consegue interpretar uma consulta.",
        """
        A consulta foi dada à engine com tabelas vazias das colunas certas e foi recusada. Ela só pode ler o seu \
        `input` e os datasets citados em `inputs`.
        """),
    "EST4003": RuleText(
        "Uma expressão cita uma coluna que sua entrada não tem.",
        """
        As colunas de todo dataset são conhecidas antes de qualquer execução. Os nomes são comparados como escritos, \
        maiúsculas e minúsculas incluídas; sugere-se o nome conhecido mais próximo.
        """),
    "EST4004": RuleText(
        "Um nome sem qualificação serve para uma coluna de duas entradas.",
        "Depois de um join, diga qual entrada é, escrevendo antes o seu nome: `users.state`."),
    "EST4005": RuleText(
        "Uma consulta pega todas as colunas, sejam quais forem.",
        """
        Uma coluna nova na entrada passa a fazer parte do resultado sem que ninguém a tenha escolhido, e é \
        publicada. Cite as colunas.
        """),
    "EST4006": RuleText(
        "As colunas de dois resultados que precisam coincidir não coincidem.",
        """
        As colunas são casadas pelo nome. Use select, rename ou cast até que os dois lados tenham as mesmas colunas \
        e tipos.
        """),
    "EST4007": RuleText(
        "Duas colunas de um resultado teriam o mesmo nome.",
        """
        As colunas de um dataset se distinguem pelo nome: nos arquivos, no warehouse e nas expressões. Renomeie ou \
        tire uma das duas antes deste passo.
        """),
    "EST4008": RuleText(
        "Um cast de texto que para a tarefa no primeiro texto que não serve.",
        """
        Texto que vem de fora traz qualquer coisa. `cast` faz a tarefa falhar quando o texto não é um valor do tipo; \
        `try_cast` dá nulo, que um filtro ou uma expectativa pode tratar depois.
        """),
    "EST4009": RuleText(
        "Uma consulta cujo resultado muda de uma execução para outra.",
        """
        Uma tarefa que roda de novo sobre a mesma entrada precisa dar as mesmas linhas: do contrário, uma carga \
        repetida mudaria o que outros já leram. Tire o momento de `run.started_at` num passo `set` antes, derive \
        valores aleatórios de uma coluna por um hash e dê uma ordem às listas.
        """),
    "EST4010": RuleText(
        "Quais linhas ficam, ou como são numeradas, depende do acaso.",
        """
        `limit`, `row_number`, `lag` e `first` dependem de uma ordem das linhas. Sem ela, ou com uma que deixa \
        linhas empatadas, cada execução pode escolher outras, e repetir a execução dá outros dados. Ordene por \
        colunas que distingam todas as linhas.
        """),
    "EST4011": RuleText(
        "Um join cuja condição não liga os dois lados.",
        """
        Cada linha de um lado encontra todas as do outro: mil e um milhão de linhas dão um bilhão. Compare uma \
        coluna de um lado com uma do outro.
        """),
    "EST4012": RuleText(
        "Um join que pode repetir linhas, pois o outro lado não é único pela chave do join.",
        """
        Quando duas linhas do outro lado têm a chave, a linha deste lado vem duas vezes, e as somas sobre ela ficam \
        altas demais. Antes, deixe uma linha por chave (`dedupe` ou `aggregate`), ou declare a chave: como \
        `primary_key` do esquema ou com `unique`.
        """),
    "EST4013": RuleText(
        "As chaves de um join têm tipos que não podem ser iguais.",
        "As linhas nunca casariam, ou só depois de uma conversão escondida. Faça o cast de um lado antes do join."),
    "EST4014": RuleText(
        "Uma comparação com nulo nunca é verdadeira.",
        """
        Na lógica de três valores, `x = null` é nulo para todo x, e `x not in (1, null)` também, para todo x menos \
        1. Use `is null`, `is not null` ou `is distinct from`.
        """),
    "EST4015": RuleText(
        "Uma tabela recebe linhas a cada vez, e nada as restringe ao dia da execução.",
        """
        O pipeline roda de novo e de novo, e nem o caminho de uma fonte nem um passo cita o parâmetro de data: cada \
        execução acrescenta todas as linhas que existem. Ponha o dia no caminho, como em \
        `include/${params.date}/orders.csv`, ou filtre por ele.
        """),
    "EST4016": RuleText(
        "`between` sobre timestamps inclui o último instante, que assim conta duas vezes.",
        """
        O fim de um intervalo é o começo do seguinte: uma linha exatamente nesse instante pertence aos dois. E um \
        dia como fim quer dizer a sua meia-noite; o resto do dia fica de fora. Escreva um intervalo semiaberto: do \
        começo em diante, antes do fim.
        """),
    "EST4017": RuleText(
        "Um filtro compara o ano de uma coluna, e a engine não consegue pular o que fica fora dele.",
        """
        O Parquet guarda o menor e o maior valor de cada grupo de linhas. Uma comparação da própria coluna é \
        confrontada com eles, e grupos inteiros não são lidos; de `year(…)` a engine precisa calcular cada linha. \
        Compare a coluna com as pontas do ano.
        """),
    "EST4018": RuleText(
        "Uma consulta usa o que esta engine tem e outras escrevem de outro modo.",
        """
        Os passos que não são `sql` querem dizer o mesmo em toda engine. Uma consulta é escrita para uma: estas \
        partes teriam de ser reescritas para mudá-la. Onde um passo pode dizer o mesmo, use-o.
        """),
    "EST4019": RuleText(
        "Uma consulta lê um arquivo por fora dos datasets.",
        """
        O que uma consulta lê por caminho não está no grafo: o arquivo pode ainda não existir, pode mudar no meio \
        tempo, e nenhuma verificação o viu. Declare uma fonte e cite-a em `inputs`.
        """),
    "EST4020": RuleText(
        "A consulta de um passo faz algo além de calcular linhas.",
        """
        Uma tarefa pode rodar de novo, em outra máquina ou ao lado de outras; por isso um passo não pode criar, \
        alterar nem apagar nada, nem carregar extensões ou mudar configurações. Datasets e destinos dizem o que é \
        escrito; escreva um só SELECT.
        """),
    "EST4021": RuleText(
        "Um valor é colado no texto de uma consulta.",
        """
        O que é colado vira SQL: uma aspa num parâmetro encerra o texto em que está, e o resto é executado. E cada \
        valor faz outra consulta. Dê ao valor uma coluna num passo `set` antes da consulta, onde ele continua sendo \
        um valor.
        """),
    "EST4022": RuleText(
        "Um passo calcula o que nenhum passo seguinte e nenhuma saída usa.",
        """
        Trabalho jogado fora custa tempo, e quem lê procura um uso que não existe. Tire a coluna ou a ordenação, ou \
        leve a coluna até o fim.
        """),
    "EST4023": RuleText(
        "Uma expressão chama uma função que o catálogo não tem.",
        """
        Só as funções do catálogo querem dizer o mesmo em toda engine. Funções cujo resultado muda a cada chamada \
        (now, random) ficam de fora de propósito: uma tarefa precisa dar a mesma saída quando roda de novo.
        """),
    "EST4024": RuleText(
        "Uma função recebe um argumento de um tipo que não aceita.",
        "Números se alargam sozinhos (int, bigint, decimal, double); todo o resto pede um cast explícito."),
    "EST4025": RuleText(
        "Uma função recebe argumentos a mais ou a menos.",
        "A mensagem diz quantos a função recebe."),
    "EST4026": RuleText(
        "Uma agregação está onde não há grupo de linhas.",
        "sum, count e semelhantes ficam num passo `aggregate` e não se aninham."),
    "EST4027": RuleText(
        "Valores de tipos que não combinam, ou uma condição que não é booleana.",
        """
        Texto nunca é comparado com número por suposição. Um literal entre aspas vira data, timestamp ou uuid quando \
        está ao lado de um; o resto precisa de um cast.
        """),
]
