import Reporting

/// Rules about schemas, formats and generators.
let schemaRules: [String: RuleText] = [
    "EST3001": RuleText(
        "O nome de um tipo não é da linguagem.",
        """
        Os tipos são boolean, int, bigint, double, decimal(p,s), string, date, timestamp, timestamptz, uuid, binary, \
        json e list<T>. Decimais precisam de uma precisão de 1 a 38 e de uma escala que não passe dela.
        """),
    "EST3002": RuleText(
        "Duas colunas cujos nomes diferem só em maiúsculas e minúsculas.",
        """
        Engines e warehouses ignoram a caixa dos nomes, e lá as duas seriam uma só: a tabela não poderia ser criada, \
        ou uma das colunas venceria. Dê a uma delas um nome próprio.
        """),
    "EST3003": RuleText(
        "Uma coluna da chave primária pode ser nula.",
        """
        Uma linha sem a chave não pode ser reencontrada, mesclada nem juntada. Declare a coluna com `nullable: \
        false`.
        """),
    "EST3004": RuleText(
        "Um dataset entra num join, e seu esquema não diz o que identifica uma linha.",
        """
        Se um join repete linhas depende da chave do outro lado. Com `primary_key` no esquema isso é conhecido, e a \
        tabela do warehouse também a recebe.
        """),
    "EST3005": RuleText(
        "Uma coluna gerada aponta para outra tabela, e os esquemas das duas lhes dão tipos diferentes.",
        """
        O gerador diz que uma coluna guarda os valores da outra. Lidas como tipos diferentes, chaves iguais deixam \
        de ser iguais, e um join das duas não acha nada ou precisa de cast. Dê um só tipo às duas colunas.
        """),
    "EST3006": RuleText(
        "Um decimal que não diz quantos dígitos tem.",
        """
        As engines escolhem dígitos diferentes para um `decimal` puro (aqui 18, com 3 depois do ponto); valores \
        podem ser arredondados no caminho. Escreva os dígitos: `decimal(12,2)`.
        """),
    "EST3007": RuleText(
        "Um valor em dinheiro num número binário de ponto flutuante.",
        """
        0.10 não tem forma binária exata: somas desses valores se desviam, e valores iguais parecem diferentes. Um \
        decimal mantém os dígitos como foram escritos.
        """),
    "EST3008": RuleText(
        "Um timestamp sem fuso, e nada que diga de qual relógio ele é.",
        """
        O dia a que uma linha pertence depende do relógio: às 22:00 em São Paulo já é amanhã em UTC. Declare \
        `timestamptz` ou diga na descrição de qual fuso são os valores.
        """),
    "EST3009": RuleText(
        "Um cast para um tipo em que não cabem todos os valores do anterior.",
        """
        Um inteiro ou decimal com dígitos demais antes do ponto para a tarefa, no dia em que esse valor aparecer \
        pela primeira vez. Escolha um tipo tão largo quanto o da entrada, ou diga com `try_cast` que tais valores \
        viram nulos.
        """),
    "EST3010": RuleText(
        "Uma coluna de um arquivo CSV tem um tipo que um arquivo desses não carrega.",
        """
        Uma célula de CSV é uma linha de texto. Bytes e listas não têm forma combinada ali; o que se lê depende do \
        programa que escreveu. Leia Parquet ou JSON por linha, ou declare texto e separe-o num passo.
        """),
    "EST3011": RuleText(
        "Uma fonte de texto sem esquema declarado.",
        """
        Tipos supostos a partir das primeiras linhas mudam com os dados e falham de madrugada. Declare as colunas \
        uma vez num arquivo de esquema; o mesmo arquivo dá nome às colunas do warehouse e confere cada passo.
        """),
    "EST3012": RuleText(
        "Um texto vazio e um valor ausente parecem iguais num arquivo CSV.",
        """
        Quando nada é dito, uma célula vazia é lida como valor ausente, e um texto vazio não se distingue. Diga qual \
        texto vale por um valor ausente: um vazio, se for esse o caso.
        """),
    "EST3013": RuleText(
        "Uma fonte CSV que diz em parte como suas células são escritas e deixa o resto subentendido.",
        """
        Quem diz uma parte do dialeto de um arquivo tem um arquivo fora do usual. O que não é dito é uma vírgula e \
        uma linha de nomes, e nunca é adivinhado; dizê-lo informa quem lê o pipeline e quem faz o arquivo.
        """),
    "EST3014": RuleText(
        "Qualquer número de linhas ruins pode ser descartado ou anulado.",
        """
        Com `quarantine` ou `null`, um arquivo em que toda linha é ruim não carrega nada, ou só nulos, e a execução \
        dá certo. Diga com `max` que fração de linhas ruins ainda é aceitável.
        """),
    "EST3015": RuleText(
        "As pastas do lake têm o nome de um parâmetro que é uma fração.",
        """
        `0.1` e `0.10` são um número e duas pastas, e o que é calculado pode diferir no último dígito: os dados \
        ficariam onde ninguém os procura. Dê às pastas o nome de uma data, de um número inteiro ou de uma escolha.
        """),
    "EST3016": RuleText(
        "O layout do lake faz mais arquivos de um dataset por ano do que um leitor consegue abrir.",
        """
        Cada valor de um parâmetro do layout é uma pasta, e mais um dia os multiplica. Listar e abrir tantos \
        arquivos demora mais do que lê-los. Dê às pastas o nome do mês em vez do dia, ou use menos parâmetros.
        """),
    "EST3017": RuleText(
        "Um dia de um dataset é tão pequeno que ler muitos dias gasta o tempo abrindo arquivos.",
        """
        O gerador diz quantas linhas tem um dia, e elas dão pouco Parquet. Abrir um arquivo e manter seu rodapé na \
        memória custa o mesmo, por pouco que haja nele. Uma pasta por mês no `layout:` do lake guarda mais; se os \
        dados são inventados só para um teste, nada precisa ser feito.
        """),
    "EST3018": RuleText(
        "Um gerador sem semente.",
        """
        A mesma semente e os mesmos parâmetros dão os mesmos bytes. Sem ela, a semente é o nome do gerador, e todo \
        dia tem os mesmos dados, a não ser que a semente cite o dia.
        """),
    "EST3019": RuleText(
        "Um gerador não serve para o uso que se faz dele.",
        """
        Colunas, referências e defeitos recebem tipos antes que algo seja gerado, para que nenhuma execução falhe no \
        meio.
        """),
    "EST3020": RuleText(
        "Um gerador faz valores que o esquema da fonte recusa.",
        """
        A fonte lê o arquivo gerado e falha na primeira linha ruim. Gere o que o esquema permite; a sujeira se põe \
        sobre as linhas com `defects`, para fontes que separam linhas ruins.
        """),
    "EST3021": RuleText(
        "Uma chave é gerada com menos valores do que há linhas.",
        """
        Algumas linhas precisam então repetir um valor, seja qual for a semente. E valores sorteados se repetem \
        muito antes de acabar: de um milhão de valores, mil sorteios têm mais chance de repetir um do que de não \
        repetir. Use `uuid` ou `sequence`.
        """),
    "EST3022": RuleText(
        "Pesos dos quais nada pode ser sorteado.",
        "Pesos valem como frações da sua soma: nenhum pode ser negativo, e um precisa ser maior que 0."),
    "EST3023": RuleText(
        "Colunas geradas precisam umas das outras em círculo.",
        """
        Colunas e tabelas podem ser declaradas em qualquer ordem e podem ler umas às outras, mas nenhuma coluna pode \
        ser calculada a partir de si mesma. A mensagem mostra o caminho.
        """),
    "EST3024": RuleText(
        "Um gerador escreveria mais do que a maioria dos discos gostaria.",
        """
        Linhas vezes colunas passam de 20 GB de texto. Se é isso mesmo, suprima com um motivo; um erro de digitação \
        no número de linhas aparece mais cedo assim.
        """),
    "EST3025": RuleText(
        "Endereços de e-mail gerados que podem ser de alguém.",
        """
        Dados de teste acabam em malas diretas. Os domínios example.com, example.org e example.net, e todos sob \
        `.test`, `.example` e `.invalid`, são reservados e não são de ninguém.
        """),
    "EST3026": RuleText(
        "Um esquema não é o que `schemas.lock` tem dele.",
        """
        O arquivo guarda cada versão do contrato de uma tabela, para que nenhuma mudança passe sem ser vista. O que quebra \
        quem lê (uma coluna que sumiu, que mudou de tipo ou que agora pode ser nula, outra chave) pede um `version:` mais \
        alto no esquema; 'esteira lock' então escreve o arquivo de novo, e quem revisa vê os dois. O que só acrescenta \
        pede apenas 'esteira lock'. Esquemas novos e versões mais altas que ainda não estão no arquivo são avisos. Um \
        projeto sem o arquivo não é preso a nada.
        """),
    "EST3027": RuleText(
        "Um limite de horários gerados não é um horário.",
        """
        Limites são datas, timestamps, `now`, `today`, `yesterday`, `tomorrow` ou uma distância como `2y ago` ou `in \
        3d`, com as unidades y, mo, w, d, h, m e s. Distâncias partem do dia que o pipeline processa.
        """),
    "EST3028": RuleText(
        "Uma fonte não tem esquema nem arquivo de onde tirar as colunas.",
        """
        Toda coluna é conhecida antes de qualquer execução. Sem esquema, olha-se o próprio arquivo; ele precisa \
        estar lá, e o DuckDB também ('esteira doctor').
        """),
    "EST3029": RuleText(
        "Os limites de um gerador não deixam nenhum valor, ou um parâmetro está fora dos limites.",
        "Os dois limites são valores possíveis; por isso o de baixo não pode passar do de cima."),
    "EST3030": RuleText(
        "Nenhum arquivo corresponde ao caminho de uma fonte.",
        """
        Os arquivos de uma fonte existem antes da execução, ou um gerador os escreve antes dela. Faça o arquivo, \
        escolha outro dia com `--param date=…` ou escreva `if_missing: skip` onde um dia sem arquivo é normal.
        """),
    "EST3031": RuleText(
        "Mais linhas de uma fonte não cabem no esquema do que `max` permite.",
        """
        Um arquivo com tantas linhas ruins é mais provavelmente o arquivo errado do que um certo com falhas, e nada \
        dele é publicado. As linhas, com seus números e motivos, estão no arquivo em `quarantine/` que a mensagem \
        cita; corrija o arquivo ou o esquema, ou aumente `bad_rows: {max: …}`.
        """),
    "EST3032": RuleText(
        "Linhas de uma fonte não têm valor numa coluna que o esquema exige.",
        """
        O esquema diz `nullable: false`. Declare a coluna com `nullable: true` onde um valor pode faltar, ou separe \
        essas linhas com `bad_rows: quarantine`.
        """),
    "EST3033": RuleText(
        "Um arquivo CSV não tem nem a linha de cabeçalho.",
        """
        Um arquivo sem linhas ainda tem o cabeçalho; um sem bytes é, na maioria das vezes, uma exportação que \
        falhou. Peça o arquivo de novo, ou apague-o e escreva `if_missing: skip`.
        """),
    "EST3034": RuleText(
        "O cabeçalho de um arquivo CSV não é o do esquema.",
        """
        As colunas podem vir em qualquer ordem, mas cada coluna do esquema precisa estar lá uma vez, e nenhuma além \
        delas. Ajuste o esquema ao que o arquivo traz, ou a primeira linha do arquivo.
        """),
    "EST3035": RuleText(
        "Um valor do arquivo de uma fonte é mais do que cabe no tipo da coluna.",
        """
        `1.5` não é `int`, `1.999` não é `decimal(10,2)`, uma hora não faz parte de um `date`, nem um deslocamento \
        de fuso de um `timestamp`: arredondar ou cortar perderia dados em silêncio. `1.0` e `1e3` são inteiros e \
        `1.50` cabe num dígito; esses são aceitos. Dê à coluna um tipo mais largo, ou diga com `bad_rows` o que \
        fazer com essas linhas.
        """),
    "EST3036": RuleText(
        "Um arquivo gerado não serve ao esquema da fonte que o lê.",
        """
        O arquivo e a fonte têm o mesmo caminho; um é feito para a outra. Uma coluna que o esquema tem e o arquivo \
        não, ou uma de um tipo que não pode ser lido como o declarado, faz toda execução falhar.
        """),
]
