import Reporting

/// Rules about files and YAML.
let fileRules: [String: RuleText] = [
    "EST0001": RuleText(
        "O arquivo não é YAML bem formado.",
        """
        O leitor encontrou algo que não pode estar nesse lugar: na maioria das vezes, um recuo errado, uma aspa ou \
        um colchete que falta, ou um ': ' dentro de um texto sem aspas. Nada mais do arquivo pode ser conferido \
        antes da correção.
        """),
    "EST0002": RuleText(
        "Um mapeamento tem a mesma chave duas vezes.",
        """
        A maioria dos leitores de YAML fica com um dos dois valores sem avisar, e nem todos ficam com o mesmo. \
        Remova um deles ou dê outro nome.
        """),
    "EST0003": RuleText(
        "Uma linha está recuada com tabulação.",
        """
        O YAML mede o aninhamento em espaços, e uma tabulação não tem largura que ele possa contar. Recue com \
        espaços.
        """),
    "EST0004": RuleText(
        "Texto sem aspas que outros leitores de YAML entendem como outra coisa.",
        """
        `no`, `on`, `012`, `1e3` e `12:30` são booleanos ou números para muitos leitores de YAML. Aqui são texto, \
        porque o campo recebe texto; ponha aspas para que toda ferramenta e todo leitor concordem.
        """),
    "EST0005": RuleText(
        "Um valor com uma chave ou vírgula que o YAML toma para si não está entre aspas.",
        """
        Em YAML, uma chave aberta começa um mapeamento; por isso `{{ x }}` é um mapeamento dentro de outro, e não \
        texto. Ponha o valor entre aspas. A interpolação desta linguagem se escreve `${x}` e dispensa aspas fora de \
        chaves e colchetes. Ali a vírgula também encerra um valor: em `{type: decimal(14,2)}` o tipo precisa de aspas.
        """),
    "EST0006": RuleText(
        "Um alias não tem âncora, uma âncora não tem alias, ou '<<' mescla o que não é mapeamento.",
        """
        `*nome` repete o valor marcado com `&nome` mais acima no mesmo arquivo. Um texto que começa com `*`, como \
        uma linha de cron ou um padrão de arquivos, precisa de aspas. Uma âncora que ninguém usa é só um aviso.
        """),
    "EST0007": RuleText(
        "Uma chave está antes de '<<', ou em dois mapeamentos mesclados, cada vez com outro valor.",
        """
        Uma chave do próprio mapeamento sempre prevalece sobre a que `<<` traz, e, de dois mapeamentos mesclados, \
        prevalece o primeiro, seja qual for a ordem de leitura. Escreva abaixo do `<<` o que deve valer.
        """),
    "EST0008": RuleText(
        "Um arquivo contém mais de um documento YAML.",
        """
        O que vem depois de um segundo `---` não seria lido por ninguém. Um arquivo descreve uma coisa só: leve o \
        resto para outro arquivo.
        """),
    "EST0009": RuleText(
        "O arquivo não é UTF-8 limpo.",
        """
        Marca de ordem de bytes, bytes que não são UTF-8 e caracteres de controle são invisíveis na maioria dos \
        editores, e outras ferramentas os leem de outro modo ou nem os leem. Salve o arquivo como UTF-8 sem marca de \
        ordem de bytes.
        """),
    "EST0010": RuleText(
        "Uma chave é número, booleano, nulo, lista ou mapeamento.",
        """
        Chaves são nomes. Leitores de YAML discordam sobre chaves como `1`, `true` ou `null`, e editores as recusam. \
        Ponha a chave entre aspas.
        """),
    "EST0011": RuleText(
        "Um arquivo é grande demais, profundo demais ou cresce demais quando seus aliases são expandidos.",
        """
        Poucas linhas de aliases de aliases podem valer por bilhões de valores. Um arquivo pode ter 10 MiB, listas e \
        mapeamentos com 100 níveis e 100.000 valores com os aliases expandidos. Divida o arquivo ou use menos \
        aliases.
        """),
    "EST0012": RuleText(
        "Uma linha tem recuo a menos ou a mais, e sua chave acaba em outro mapeamento.",
        """
        A chave não é do mapeamento em que está, mas é do que fica ao lado ou em volta: o recuo escapou. Alinhe-a \
        com as chaves a que pertence.
        """),
    "EST0013": RuleText(
        "A pasta não é um projeto.",
        """
        Um projeto é uma pasta com um `esteira.yaml`. Os comandos o procuram nesta pasta e nas que estão acima dela.
        """),
    "EST0014": RuleText(
        "Um arquivo do projeto não pode ser lido.",
        """
        Uma pasta com nome de arquivo, um pipe, um link para o nada ou um arquivo que este usuário não pode ler: nada do \
        que ele diz é conhecido, e o que precisa dele não pode ser julgado. Todos os outros arquivos são verificados.
        """),
]
