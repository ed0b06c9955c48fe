import Reporting

/// Rules about the tool itself.
let toolRules: [String: RuleText] = [
    "EST9001": RuleText(
        "Um nome não está em minúsculas com '_' entre as palavras.",
        """
        Nomes viram tarefas, caminhos e tabelas, em sistemas dos quais alguns distinguem `Orders` de `orders` e \
        outros não. Um só modo de escrever poupa a dúvida a todos. `lint: {rules: {naming: {sources: "[a-z_]+"}}}` diz \
        outro modo para uma espécie de nomes.
        """),
    "EST9002": RuleText(
        "Um pipeline ou um esquema não tem descrição, ou tem uma que só ocupa o lugar.",
        """
        A descrição é o que um colega lê primeiro, e a de um esquema vira o comentário da tabela no warehouse. Diga \
        em uma linha para que serve.
        """),
    "EST9003": RuleText(
        "Um pipeline carrega tabelas, e ninguém responde por ele.",
        """
        Quando uma carga falha de madrugada ou um número parece errado, alguém pergunta de quem é. Cite uma equipe \
        em vez de uma pessoa: equipes ficam.
        """),
    "EST9004": RuleText(
        "As chaves de um arquivo não estão na ordem da linguagem.",
        """
        Arquivos que começam todos pelo que são e terminam pelo que carregam se leem mais rápido, e as diferenças \
        entre dois deles são reais. A ordem é a da referência; `esteira fmt` a escreve.
        """),
    "EST9005": RuleText(
        "Um arquivo não está disposto como o `esteira fmt` o escreveria.",
        """
        Com um só modo de dispor, uma mudança mostra só o que mudou. `esteira fmt` dispõe os arquivos e mantém \
        comentários, aspas e a ordem das chaves; a correção faz o mesmo. Dispor todos os arquivos leva tanto quanto \
        todas as outras regras juntas; por isso esta só é procurada onde é escolhida: `--select layout`.
        """),
    "EST9006": RuleText(
        "Um comentário ou uma descrição diz TODO, FIXME ou XXX.",
        """
        O que falta fazer fica esquecido num comentário. Faça, ou escreva onde o trabalho é planejado e cite o lugar.
        """),
    "EST9007": RuleText(
        "Um comentário de supressão não esconde nada.",
        """
        O que ele escondia já não existe, e, se ficar, esconderia o próximo erro desse tipo. Regras que não foram \
        procuradas, por não terem sido escolhidas ou por não poderem rodar, não contam como sem uso.
        """),
    "EST9008": RuleText(
        "Uma supressão, ou 'lint:' de esteira.yaml, não cita nenhuma regra.",
        """
        Um código escrito errado não suprimiria nada, ou não escolheria nada, sem avisar. Comentários citam regras \
        pelo código ou pelo nome, uma a uma, para que não haja um comentário que esconde tudo; 'esteira explain' as \
        lista.
        """),
    "EST9009": RuleText(
        "Um comentário de supressão não dá o motivo.",
        """
        Um ano depois ninguém sabe se o motivo ainda vale. Diga-o depois de dois hifens: '# esteira: ignore[EST3012] \
        -- o fornecedor nunca manda texto vazio'.
        """),
    "EST9010": RuleText(
        "Uma entrada da baseline já não ocorre.",
        """
        O achado foi corrigido, e sua entrada aceitaria o próximo igual. 'esteira lint --write-baseline' tira essas \
        entradas e não acrescenta nenhuma.
        """),
    "EST9011": RuleText(
        "Algo não pôde ser conferido porque falta o que a conferência precisa.",
        """
        O achado diz o que falta: nada que não foi olhado é tido por certo. 'esteira lint --strict-offline' falha \
        nesse caso.
        """),
    "EST9012": RuleText(
        "Uma supressão cita uma regra que agora tem outro código.",
        "Códigos nunca são reaproveitados para outra coisa: o antigo ainda funciona, e '--fix' escreve o novo."),
    "EST9013": RuleText(
        "Uma política de 'lint:' não pode ser perguntada.",
        """
        Uma política que ninguém sabe responder valeria para tudo, sem avisar. O código dela é 'X', letras e dígitos; as \
        expressões são booleanas, citam o que há do seu tipo e não conhecem relógio nem acaso, para que o lint diga o \
        mesmo todas as vezes. A referência lista o que se pode perguntar.
        """),
]
