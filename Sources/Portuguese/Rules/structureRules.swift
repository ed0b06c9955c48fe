import Reporting

/// Rules about structure.
let structureRules: [String: RuleText] = [
    "EST1001": RuleText(
        "Uma chave que este lugar não conhece.",
        """
        Uma chave escrita errado e ignorada em silêncio muda o que o pipeline faz. Toda chave precisa ser conhecida; \
        dados seus ficam sob `meta`.
        """),
    "EST1002": RuleText(
        "Falta uma chave obrigatória.",
        "Sem essa chave a declaração não quer dizer nada, e nenhum valor padrão poderia estar certo."),
    "EST1003": RuleText(
        "Um valor é escalar, lista ou mapeamento onde se espera outra coisa, ou é um escalar de outro tipo.",
        """
        Só `true` e `false` são booleanos, números não levam aspas e listas se escrevem com linhas `-` ou entre \
        colchetes.
        """),
    "EST1004": RuleText(
        "Um valor não é um dos que a chave aceita.",
        "A chave aceita um conjunto fixo de palavras, escritas exatamente como a mensagem as lista."),
    "EST1005": RuleText(
        "Um número está fora dos limites.",
        "Os limites são aqueles em que a configuração faz sentido; a mensagem diz quais são."),
    "EST1006": RuleText(
        "Chaves que não podem estar juntas, ou das quais uma precisa estar.",
        "Cada uma das chaves diz a mesma coisa de outro modo; por isso é preciso escolher exatamente uma."),
    "EST1007": RuleText(
        "Uma chave que outra espécie tem, mas esta não.",
        "A chave está escrita certo e significa algo em outro lugar; aqui não teria efeito."),
    "EST1008": RuleText(
        "O lugar de uma chave é um nível acima ou um nível abaixo.",
        """
        Na maioria das vezes o recuo escapou: a chave está ao lado do registro a que pertence, ou dentro do registro \
        ao lado do qual deveria estar.
        """),
    "EST1009": RuleText(
        "Uma suíte do Great Expectations tem as chaves das versões antes da 1.0.",
        """
        As duas grafias são lidas aqui, e o Great Expectations 1.0 só lê a nova. Renomeie-as para usar um arquivo \
        com ambos: `expectation_suite_name` é `name`, `expectation_type` é `type`, `evaluation_parameters` é \
        `suite_parameters`. Das chaves do próprio Esteira nenhuma mudou de nome até agora.
        """),
    "EST1010": RuleText(
        "Um valor é o que já valeria sem ele.",
        """
        Ele não diz nada, e quem lê procura um motivo. Não entram aqui configurações que é melhor dizer do que \
        supor, como a forma de um arquivo CSV ou o fuso de um agendamento, nem o que substitui os padrões do próprio \
        projeto.
        """),
    "EST1011": RuleText(
        "O projeto está escrito numa versão da linguagem que esta Esteira não conhece.",
        """
        Uma versão mais nova pode dar outro significado às chaves; por isso nada é suposto. Instale a Esteira para a \
        qual o projeto foi escrito. Um projeto que não diz a versão é lido como versão 1.
        """),
    "EST1012": RuleText(
        "Um 'include' não cita nenhum arquivo.",
        """
        O que ele traria está faltando, e por isso o pipeline nem é lido. Os caminhos começam na pasta do projeto; de um \
        padrão, ao menos um arquivo precisa existir. Fragmentos ficam fora de pipelines/, schemas/ e expectations/, cujos \
        arquivos são lidos por si mesmos.
        """),
    "EST1013": RuleText(
        "Um arquivo inclui a si mesmo por meio de outros.",
        """
        Não se sabe por onde começar. Leve o que os dois precisam para um fragmento próprio, que não inclui nenhum deles.
        """),
    "EST1014": RuleText(
        "Uma coisa é definida de modos diferentes em dois arquivos.",
        """
        O dataset de dois pipelines tem um só caminho no lake, e o que rodou por último decide o que há nele. Dê a um dos \
        dois outro nome ou outra `zone:`. De dois pipelines que carregam uma tabela, o que substitui as linhas remove as \
        do outro, o que é um aviso. O que dois fragmentos de um pipeline dizem de modos diferentes, ou um fragmento e o \
        pipeline com um só nome, não pode valer ao mesmo tempo.
        """),
    "EST1015": RuleText(
        "Um perfil dá valor a um parâmetro que nenhum pipeline tem.",
        """
        `params:` de um perfil vale antes dos padrões dos pipelines, pelo nome do parâmetro. Um nome que nenhum deles \
        tem não muda nada: o pipeline em que se pensou roda com seu padrão. Escreva o nome como o pipeline o tem, ou \
        remova a entrada.
        """),
    "EST1016": RuleText(
        "Uma duração ou um tamanho não está escrito como número e unidade.",
        """
        Durações são `500ms`, `10s`, `5m`, `1h`, `2d` ou `1h30m`; tamanhos são `64KiB`, `512MB`, `2GiB` ou um número \
        de bytes. Durações não têm unidade padrão, para que ninguém espere 30 horas em vez de 30 segundos.
        """),
    "EST1017": RuleText(
        "Uma expressão regular, um padrão de arquivos ou um formato de data não está bem formado.",
        """
        O padrão não pôde ser lido; ele não casaria com nada ou falharia durante a execução. A mensagem diz qual \
        parte está errada.
        """),
    "EST1018": RuleText(
        "'${…}' cita algo que não é conhecido aqui.",
        """
        São conhecidos os parâmetros do pipeline (`params.`), o ambiente (`env.`), os segredos (`secret.`), \
        `profile`, `project` e, dentro de um `for_each`, `each.`. Um `$` literal se escreve `$$`.
        """),
    "EST1019": RuleText(
        "Uma variável não tem o tipo do campo que preenche.",
        """
        Um campo que é só `${…}` mantém o tipo da variável, de modo que um número continua número. Declare o \
        parâmetro com o tipo que o campo pede.
        """),
    "EST1020": RuleText(
        "Um parâmetro é declarado e ninguém o lê.",
        """
        Quem lhe dá um valor espera que algo mude. Use-o como `${params.NOME}`, ou numa expressão como \
        `params.NOME`; ou remova-o. Uma data chamada `date` é o dia das pastas do lake e dos geradores e não precisa \
        de outro uso.
        """),
    "EST1021": RuleText(
        "Um delimitador ou uma aspa não é um único caractere ASCII.",
        #"Leitores de CSV usam um byte para cada um deles. Uma tabulação se escreve "\t" entre aspas duplas."#),
    "EST1022": RuleText(
        "Um '${' não é seguido de um nome e de um '}'.",
        """
        `${nome}` é trocado por um valor, `${nome:-texto}` tem um padrão, e `${nome:%Y}` um formato de data. Um `$` \
        literal antes de uma chave se escreve `$$`. O `{{ nome }}` de outras ferramentas fica como está.
        """),
    "EST1023": RuleText(
        "Dois itens de um 'for_each' fazem declarações de um mesmo nome.",
        """
        Cada item faz uma declaração própria, que outras partes da pipeline nomeiam. O item precisa estar no nome da \
        declaração, e uma vez só na lista.
        """),
]
