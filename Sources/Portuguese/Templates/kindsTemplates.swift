/// What is said about projects and steps.
let kindsTemplates: [String: String] = [
    "nothing replaces '{1}' here": "nada substitui '{1}' aqui",
    "write '${params.date}', or another parameter of the pipeline":
        "escreva '${params.date}', ou outro parâmetro do pipeline",
    "write the file anew with 'esteira lock --force'": "escreva o arquivo de novo com 'esteira lock --force'",
    "it is included by '{1}'": "é incluído por '{1}'",
    "'{1}' is a folder, not a file": "'{1}' é uma pasta, não um arquivo",
    "'{1}' is a file, not a folder": "'{1}' é um arquivo, não uma pasta",
    "'{1}' is no ordinary file": "'{1}' não é um arquivo comum",
    "'{1}' is a link to a file that is not there": "'{1}' é um link para um arquivo que não existe",
    "'{1}' cannot be read: {2}": "não dá para ler '{1}': {2}",
    "give it another name, or move it out of the folders that the project reads":
        "dê outro nome a ele, ou tire-o das pastas que o projeto lê",
    "give it another name, and make a folder of this one": "dê outro nome a ele, e crie uma pasta com este",
    "remove the link, or make what it leads to": "remova o link, ou crie aquilo a que ele leva",
    "change the rights of the file or the folder, or move it out of the project":
        "mude as permissões do arquivo ou da pasta, ou tire-o do projeto",
    "'{1}' could not be read or written: {2}": "não foi possível ler ou escrever '{1}': {2}",
    "a file could not be read or written: {1}": "não foi possível ler ou escrever um arquivo: {1}",
    "the records have different fields": "os registros têm campos diferentes",
    "the first has {1}": "o primeiro tem {1}",
    "the records have no field '{1}'": "os registros não têm o campo '{1}'",
    "they have {1}": "eles têm {1}",
    "'{1}' is not a table and a column": "'{1}' não é uma tabela e uma coluna",
    "write it as table.column, such as users.user_id": "escreva como tabela.coluna, por exemplo users.user_id",
    "'delimiter' must be one ASCII character": "'delimiter' deve ser um caractere ASCII",
    "generator '{1}' has no seed": "o gerador '{1}' não tem semente",
    "add 'seed: {1}'": "acrescente 'seed: {1}'",
    "'{1}' is not a time": "'{1}' não é um horário",
    "write a date such as 2025-01-31, 'now', 'today', '2y ago', '6mo ago', '10d ago' or 'in 3d'":
        "escreva uma data como 2025-01-31, 'now', 'today', '2y ago', '6mo ago', '10d ago' ou 'in 3d'",
    "a step is a number of at least 1, not '{1}'": "um passo é um número de no mínimo 1, não '{1}'",
    "the {1} is {2} to {3}, not '{4}'": "{1} vai de {2} a {3}, não '{4}'",
    "minute": "o minuto",
    "hour": "a hora",
    "day of the month": "o dia do mês",
    "month": "o mês",
    "weekday": "o dia da semana",
    "the range '{1}' runs backwards": "o intervalo '{1}' está ao contrário",
    "'{1}' leaves the project's folder": "'{1}' sai da pasta do projeto",
    "keep it inside the folder": "deixe-o dentro da pasta",
    "no fragment matches '{1}'": "nenhum fragmento corresponde a '{1}'",
    "files of pipelines/, schemas/ and expectations/ are read as such: put fragments elsewhere":
        "arquivos de pipelines/, schemas/ e expectations/ são lidos como tais: ponha os fragmentos em outra pasta",
    "a path begins in the project's folder: 'fragments/common.yaml'":
        "um caminho começa na pasta do projeto: 'fragments/common.yaml'",
    "files include each other: {1}": "arquivos incluem uns aos outros: {1}",
    "remove one of the includes": "tire um dos includes",
    "a fragment is a mapping": "um fragmento é um mapeamento",
    "write the sections of a pipeline": "escreva as seções de um pipeline",
    "'pipeline' does not apply to a fragment, which is part of pipelines":
        "'pipeline' não se aplica a um fragmento, que é parte de pipelines",
    "remove it, or move the file to pipelines/": "tire-o, ou leve o arquivo para pipelines/",
    "'{1}' of a fragment is no mapping": "'{1}' de um fragmento não é um mapeamento",
    "write 'NAME: …' lines below it": "escreva linhas 'NOME: …' abaixo",
    "'{1}' is defined in another way in '{2}'": "'{1}' é definido de outro modo em '{2}'",
    "rename one, or remove it": "dê outro nome a um deles, ou tire-o",
    "keep it inside the folder, or write the whole path": "deixe-o dentro da pasta, ou escreva o caminho inteiro",
    "'{1}' is wherever parameter '{2}' says": "'{1}' fica onde o parâmetro '{2}' disser",
    "write a folder or a schema before it, or make the parameter a 'choice'":
        "escreva antes uma pasta ou um esquema, ou faça do parâmetro um 'choice'",
    "the layout lacks {1}, so datasets would overwrite each other":
        "falta {1} no layout, e os datasets sobrescreveriam uns aos outros",
    #"name both, as in "${zone}/${dataset}.parquet""#: #"cite os dois, como em "${zone}/${dataset}.parquet""#,
    "tables '{1}' and '{2}' are both written to '{3}'": "as tabelas '{1}' e '{2}' são escritas em '{3}'",
    "the first is written here": "a primeira é escrita aqui",
    "let the path name the table: '${table}.csv'": "cite a tabela no caminho: '${table}.csv'",
    "the lake has no zone '{1}'": "o lake não tem a zona '{1}'",
    "zones: {1}; more are listed in 'lake: zones:' of esteira.yaml":
        "zonas: {1}; outras se listam em 'lake: zones:' de esteira.yaml",
    "parameter '{1}' has no default and no value was given":
        "o parâmetro '{1}' não tem valor padrão e nenhum valor foi dado",
    "write a 'default:', or give a value with '--param {1}=…' or under 'params:' of the profile":
        "escreva um 'default:', ou dê um valor com '--param {1}=…' ou sob 'params:' do perfil",
    "parameter '{1}' is '{2}', which is not {3}": "o parâmetro '{1}' é '{2}', que não é {3}",
    "a date such as 2026-01-31, today or yesterday": "uma data como 2026-01-31, today ou yesterday",
    "'page_size' has no effect: DuckDB writes one page for each column chunk":
        "'page_size' não tem efeito: o DuckDB escreve uma página para cada bloco de coluna",
    "smaller pages come from smaller row groups: 'row_group: 20480'":
        "páginas menores vêm de grupos de linhas menores: 'row_group: 20480'",
    "no profile named '{1}'": "não há perfil chamado '{1}'",
    "the project has no profile": "o projeto não tem perfil",
    "add one under 'profiles:'": "acrescente um em 'profiles:'",
    "profiles: {1}": "perfis: {1}",
    "a cron line has five fields, this one has {1}": "uma linha de cron tem cinco campos, esta tem {1}",
    #"minute, hour, day of the month, month, weekday: "0 6 * * *" is every day at six"#:
        #"minuto, hora, dia do mês, mês, dia da semana: "0 6 * * *" é todo dia às seis"#,
    "'{1}' is another day tomorrow, and the schedule would always begin anew":
        "'{1}' amanhã é outro dia, e o agendamento começaria sempre de novo",
    "'{1}' is not a date": "'{1}' não é uma data",
    "write the day: '{1}'": "escreva o dia: '{1}'",
    "the schedule begins in {1} days; until then nothing runs":
        "o agendamento começa em {1} dias; até lá nada roda",
    "leave out 'start:', or write a day that has come": "tire 'start:', ou escreva um dia que já veio",
    "the schedule begins in the past, and does not say what becomes of {1} missed runs":
        "o agendamento começa no passado, e não diz o que fazer de {1} execuções perdidas",
    "the schedule begins in the past, and does not say what becomes of more than {1} missed runs":
        "o agendamento começa no passado, e não diz o que fazer de mais de {1} execuções perdidas",
    "write 'catchup: none', 'catchup: latest' or 'catchup: all'":
        "escreva 'catchup: none', 'catchup: latest' ou 'catchup: all'",
    "no time zone named '{1}'": "não há fuso horário chamado '{1}'",
    "write a name such as 'UTC' or 'Europe/Lisbon'": "escreva um nome como 'UTC' ou 'America/Sao_Paulo'",
    "has more than a schema and a name": "tem mais do que um esquema e um nome",
    "lacks the schema before the '.'": "não tem o esquema antes do '.'",
    "lacks a name after the '.'": "não tem um nome depois do '.'",
    "has {1} bytes, and warehouses take 63": "tem {1} bytes, e warehouses aceitam 63",
    "table '{1}' {2}": "a tabela '{1}' {2}",
    "write 'table: name' or 'table: schema.name'": "escreva 'table: nome' ou 'table: esquema.nome'",
    "source '{1}' has no schema: its types are guessed from the file":
        "a fonte '{1}' não tem esquema: seus tipos são supostos a partir do arquivo",
    "write 'schema: NAME' and the columns in schemas/NAME.yaml":
        "escreva 'schema: NOME' e as colunas em schemas/NOME.yaml",
    "'{1}' must be one ASCII character": "'{1}' deve ser um caractere ASCII",
    "schema '{1}' has no columns": "o esquema '{1}' não tem colunas",
    "write 'name: type' lines below it": "escreva linhas 'nome: tipo' abaixo dele",
    "column '{1}' of the primary key may be null": "a coluna '{1}' da chave primária pode ser nula",
    "declare it 'nullable: false'": "declare 'nullable: false'",
    "step '{1}' has nothing to work on": "o passo '{1}' não tem com que trabalhar",
    "name at least one column, or remove the step": "cite ao menos uma coluna, ou remova o passo",
    "two {1}s are named '{2}'": "o nome '{2}' aparece duas vezes ({1})",
    "pipeline": "pipeline",
    "schema": "esquema",
    "expectation suite": "suíte de expectativas",
    "the first is here": "o primeiro está aqui",
    "rename one of them": "dê outro nome a um deles",
    "there is no 'esteira.yaml' here": "não há 'esteira.yaml' aqui",
    "'esteira init' makes one": "'esteira init' cria um",
    "each column of the result needs a name of its own": "cada coluna do resultado precisa de um nome próprio",
    "the input has a column of that name; rename one of them":
        "a entrada tem uma coluna com esse nome; renomeie uma delas",
    "the input has a column of that name; drop it or rename it too":
        "a entrada tem uma coluna com esse nome; tire-a ou renomeie-a também",
    "the engine refuses this query: {1}": "a engine recusa esta consulta: {1}",
    "the query is empty": "a consulta está vazia",
    "write one SELECT, as in 'select * from input'": "escreva um só SELECT, como em 'select * from input'",
    "the query ends too early": "a consulta termina cedo demais",
    "the query reads '{1}', which is no dataset": "a consulta lê '{1}', que não é um dataset",
    "declare it under 'sources:' and name it under 'inputs:'; or declare the query's 'columns:'":
        "declare-o em 'sources:' e cite-o em 'inputs:'; ou declare as 'columns:' da consulta",
    "the query needs the engine's extension '{1}', and none is loaded to bind it":
        "a consulta precisa da extensão '{1}' da engine, e nenhuma é carregada para conferi-la",
    "declare the query's 'columns:'": "declare as 'columns:' da consulta",
    "write '{1}', its name in the query": "escreva '{1}', o nome dele na consulta",
    "declare it under 'inputs: {{1}: {2}}'": "declare-o em 'inputs: {{1}: {2}}'",
    "did you mean '{1}'? declare it under 'inputs: {{2}: {3}}'": "seria '{1}'? declare-o em 'inputs: {{2}: {3}}'",
    "the query's inputs: {1}": "as entradas da consulta: {1}",
    "it is selected already; remove it here": "ela já foi escolhida; tire-a daqui",
    "the columns of this query are not known without an engine":
        "sem uma engine não se conhecem as colunas desta consulta",
    "declare them under 'columns:', or install DuckDB ('esteira doctor' says how)":
        "declare-as em 'columns:', ou instale o DuckDB ('esteira doctor' diz como)",
    "a decimal has a precision of 1 to 38 and a scale up to it, as in decimal(12,2)":
        "um decimal tem precisão de 1 a 38 e escala de até a precisão, como em decimal(12,2)",
    "types: {1}, list<T>": "tipos: {1}, list<T>",
    "no type named '{1}'": "não há tipo chamado '{1}'",
    "'{1}' is not an aggregate": "'{1}' não é uma agregação",
    "wrap it, as in 'any_value({1})', or {2}": "envolva-o, como em 'any_value({1})', ou {2}",
    "move it to 'by'": "leve-o para 'by'",
    "compute it in a 'set' step": "calcule-o num passo 'set'",
    "'{1}' is {2} here and {3} in the other dataset": "'{1}' é {2} aqui e {3} no outro dataset",
    "cast one of them before the join": "faça o cast de um deles antes do join",
    "both sides of the join have {1}": "os dois lados do join têm {1}",
    "say which columns to take with 'columns: [...]'": "diga quais colunas pegar com 'columns: [...]'",
    "it lacks {1}": "falta {1}",
    "it also has {1}": "tem também {1}",
    "'{1}' has other columns than the input": "as colunas de '{1}' não são as da entrada",
    "column '{1}' is {2} in the input and {3} in '{4}'": "a coluna '{1}' é {2} na entrada e {3} em '{4}'",
    "cast one of them before the union": "faça o cast de uma delas antes da união",
    "two columns would be named '{1}'": "duas colunas teriam o nome '{1}'",
    "the input has a column of that name": "a entrada tem uma coluna com esse nome",
    "no window function '{1}'": "não há função de janela '{1}'",
    "there are row_number, rank, dense_rank, lag, lead and the aggregates; others go in a 'sql' step":
        "há row_number, rank, dense_rank, lag, lead e as agregações; outras ficam num passo 'sql'",
    "parameter '{1}' has no default, and no value is given to a run by schedule":
        "o parâmetro '{1}' não tem valor padrão, e uma execução agendada não recebe valor",
    "version {1} of the language is not known; this Esteira knows {2}":
        "a versão {1} da linguagem não é conhecida; esta Esteira conhece a {2}",
    "version {1} of '{2}' is not known; this Esteira knows {3}":
        "a versão {1} de '{2}' não é conhecida; esta Esteira conhece a {3}",
    "install a newer Esteira, or write the file anew with 'esteira lock --force'":
        "instale uma Esteira mais nova, ou escreva o arquivo de novo com 'esteira lock --force'",
    "install a newer Esteira, or write 'version: {1}'": "instale uma Esteira mais nova, ou escreva 'version: {1}'",
    "declare column '{1}' as 'nullable: false'": "declarar a coluna '{1}' com 'nullable: false'",
    "'{1}' changes something, and a step only computes": "'{1}' altera algo, e um passo só calcula",
    "write one SELECT; what is to be written is declared as a dataset or a sink":
        "escreva um só SELECT; o que deve ser escrito se declara como dataset ou destino",
    "the query has no column '{1}'": "a consulta não tem a coluna '{1}'",
    "it has {1}": "ela tem {1}",
    "'{1}' does not apply to 'mode: {2}'; it is a key of 'mode: {3}'":
        "'{1}' não se aplica a 'mode: {2}'; é uma chave de 'mode: {3}'",
    "remove it, or write 'mode: {1}'": "remova-a, ou escreva 'mode: {1}'",
    "sink '{1}' names no partition, so every row of '{2}' would be deleted":
        "o destino '{1}' não cita partição, e todas as linhas de '{2}' seriam apagadas",
    "write 'partition: [column]', or 'mode: replace' where all rows are meant":
        "escreva 'partition: [coluna]', ou 'mode: replace' se forem mesmo todas as linhas",
]
