import Reporting

/// Rules about expectations.
let expectationRules: [String: RuleText] = [
    "EST5001": RuleText(
        "Uma suíte cita uma expectativa ou um argumento que não existe aqui.",
        """
        Uma suíte do Great Expectations é lida como está, mas toda expectativa dela precisa ser uma que é avaliada: \
        uma expectativa ignorada em silêncio pareceria uma que vale. Use o nome mais próximo ou escreva o mesmo como \
        'expression'.
        """),
    "EST5002": RuleText(
        "Uma expectativa é sobre uma coluna que o dataset não tem.",
        """
        As colunas de um dataset decorrem do esquema e dos passos; um nome errado é achado antes de qualquer \
        execução. Sem isso, a expectativa falharia em toda execução, quaisquer que fossem os dados.
        """),
    "EST5003": RuleText(
        "Uma expectativa não combina com o tipo da coluna.",
        """
        Um padrão precisa de texto, um intervalo de algo que tenha ordem, e um limite tem de ser um valor do tipo da \
        coluna. Faça o cast da coluna antes da verificação ou espere dela outra coisa.
        """),
    "EST5004": RuleText(
        "Uma expectativa que nenhum valor pode atender.",
        """
        O começo de um intervalo está acima do fim, ou um conjunto não tem membros. Uma expectativa dessas falha em \
        toda tabela que tenha uma linha.
        """),
    "EST5005": RuleText(
        "Uma expectativa que nunca pode falhar, porque outra coisa já cuida disso.",
        """
        Uma coluna declarada sem nulos não tem nenhum: a linha não teria sido lida. Uma expectativa que aparece duas \
        vezes é medida uma só. Linhas assim fazem a suíte parecer mais rigorosa do que é.
        """),
    "EST5006": RuleText(
        "Uma expectativa que quaisquer dados atendem, por causa do seu limiar.",
        """
        Com 'mostly: 0' nenhuma linha precisa valer; a expectativa é medida e nunca falha. Diga que fração precisa \
        valer ou tire a expectativa.
        """),
    "EST5007": RuleText(
        "Uma tabela é carregada sem nada que pudesse barrar dados ruins no caminho.",
        """
        Nem o dataset nem nenhum dos que o formam tem uma expectativa que barra. Escreva uma suíte: chaves presentes \
        e únicas são um bom começo.
        """),
    "EST5008": RuleText(
        "A verificação de um dataset lê outro, que tem de esperar por essa verificação.",
        """
        Uma verificação publica o seu dataset, também onde uma falha só avisa, e o que é feito do dataset espera por \
        ela. Uma verificação que lê um dataset desses espera por si mesma, e assim também duas que leem o dataset uma \
        da outra. Espere isso de um dataset feito depois. A mensagem traz o caminho da volta.
        """),
    "EST5009": RuleText(
        "Uma barreira deve separar as linhas que falham, e nenhuma expectativa crítica é sobre linhas.",
        """
        Um número de linhas, uma média ou as colunas de uma tabela não são de nenhuma linha, de modo que nada pode ser \
        separado onde uma expectativa dessas não se cumpre: o dataset inteiro fica retido, como com `block`. Diga isso, \
        ou espere algo das linhas.
        """),
    "EST5010": RuleText(
        "Cada execução procura valores repetidos em todos os arquivos já entregues.",
        """
        O padrão da fonte casa com os arquivos de todos os dias, e a unicidade gasta a memória de todas as linhas \
        deles, de modo que a verificação cresce a cada execução. Leia os arquivos do dia e deixe a chave de um merge \
        manter a tabela única, ou aceite isto com um motivo onde os arquivos são poucos.
        """),
    "EST5011": RuleText(
        "Um padrão usa uma construção que as expressões regulares da engine não têm.",
        """
        Padrões rodam em tempo linear sobre qualquer texto, o que exclui look-ahead, look-behind, retrorreferências \
        e quantificadores possessivos. Diga o mesmo com um 'expression' de dois padrões ligados por 'and' ou 'and \
        not'.
        """),
    "EST5020": RuleText(
        "Uma expectativa crítica de um dataset não é atendida, e ele não é publicado.",
        """
        O que foi publicado antes fica, e nada que depende do dataset é executado. A mensagem traz a expectativa, a \
        fração de linhas e amostras, e cita o arquivo com o resultado inteiro. Corrija os dados ou a transformação; \
        uma expectativa que pode falhar tem `severity: warning`, e `on_failure: warn` publica de qualquer modo.
        """),
]
