import Reporting

/// Rules about names and the graph.
let nameRules: [String: RuleText] = [
    "EST2001": RuleText(
        "Dois objetos da mesma espécie têm o mesmo nome.",
        "As referências seriam ambíguas. Dê outro nome a um dos dois."),
    "EST2002": RuleText(
        "Um nome tem caracteres que engines e warehouses não aceitam, ou é longo demais.",
        "Nomes são letras, dígitos e `_`, não começam com dígito e têm no máximo 63 bytes."),
    "EST2003": RuleText(
        "Um nome não corresponde a nada que esteja declarado.",
        "Datasets, esquemas, suítes e conexões são citados pelo nome; a mensagem lista o mais próximo ou todos."),
    "EST2004": RuleText(
        "Datasets dependem uns dos outros em círculo.",
        "Nada no círculo poderia ser feito primeiro. A mensagem mostra o caminho."),
    "EST2006": RuleText(
        "Uma consulta recebe um dataset que não cita.",
        """
        A transformação espera por ele, e é refeita quando ele muda, por nada. A ordem e a atualidade vêm do que é \
        lido: tire-o de `inputs`, ou cite-o na consulta.
        """),
    "EST2007": RuleText(
        "Uma fonte, um esquema, uma suíte ou um gerador é declarado e ninguém o usa.",
        "Ou custa trabalho em cada execução, ou era para ser usado. Remova-o ou cite-o."),
    "EST2008": RuleText(
        "Uma transformação faz um dataset que ninguém lê, confere ou carrega.",
        """
        Toda execução paga por ele, e ninguém notaria se estivesse errado. Carregue-o com um destino, ligue uma \
        suíte a ele ou remova a transformação.
        """),
    "EST2009": RuleText(
        "Duas declarações escrevem a mesma coisa.",
        "A última a terminar venceria, sem ordem fixa."),
    "EST2010": RuleText(
        "Dois datasets têm o mesmo caminho no lake, ou o caminho de um fica dentro do caminho do outro.",
        """
        Cada um sobrescreveria ou removeria os arquivos do outro. Separe `zone` e `dataset` com uma `/` no `layout:` \
        do lake e termine-o com o nome de um arquivo.
        """),
    "EST2011": RuleText(
        "Dois nomes diferem só em maiúsculas e minúsculas.",
        """
        São dois nomes aqui e um só para o PostgreSQL sem aspas, para os sistemas de arquivos do macOS e do Windows \
        e para a maioria das pessoas. Dê outro nome a um deles.
        """),
    "EST2012": RuleText(
        "Cada arquivo vira uma tarefa, e nada limita quantas trabalham ao mesmo tempo.",
        """
        Quantos arquivos há só se sabe quando a execução chega ali. Sem `parallel` eles tomam todos os lugares da \
        execução, e outras tarefas esperam até o último arquivo terminar.
        """),
    "EST2013": RuleText(
        "Um filtro tem uma condição que nenhuma linha cumpre.",
        """
        Partes ligadas por `and` pedem de uma coluna o que não pode ser ao mesmo tempo; toda execução faz um dataset \
        vazio, e uma carga que substitui esvazia a tabela. Se vale uma ou outra, ligue as partes por `or`, ou \
        escreva `in (…)`.
        """),
    "EST2014": RuleText(
        "Uma fonte lê um arquivo Parquet do lake que nenhum pipeline do projeto escreve.",
        """
        O que está no lake foi posto ali por um pipeline. A zona, o dataset ou o dia do caminho não são o que um \
        deles escreve: o arquivo não vai estar lá, ou é um antigo que ninguém renova. Se outro projeto o escreve, \
        suprima isto com o nome dele como motivo.
        """),
    "EST2015": RuleText(
        "Um destino usa uma conexão que o perfil não tem.",
        "Conexões são declaradas no perfil, em `esteira.yaml`; todo perfil precisa das que os pipelines usam."),
]
