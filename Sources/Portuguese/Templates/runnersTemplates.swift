/// What is said about the real systems.
let runnersTemplates: [String: String] = [
    "connection '{1}' could not be asked: {2}": "a conexão '{1}' não pôde ser consultada: {2}",
    "the connection is declared here": "a conexão está declarada aqui",
    "'{1}' cannot take the rows: {2}": "'{1}' não pode receber as linhas: {2}",
    "'{1}' cannot be written, which '{2}' needs": "não dá para escrever em '{1}', e '{2}' precisa disso",
    "let this user write the file and its folder": "deixe este usuário escrever no arquivo e na pasta dele",
    "connection '{1}' is opened as the superuser '{2}'": "a conexão '{1}' é aberta como o superusuário '{2}'",
    "make a role for loads: CREATE ROLE … LOGIN, and GRANT it what 'plan --probe' then asks for":
        "crie um papel para cargas: CREATE ROLE … LOGIN, e dê a ele com GRANT o que 'plan --probe' pedir depois",
    "role '{1}' of connection '{2}' lacks {3}, which '{4}' needs":
        "o papel '{1}' da conexão '{2}' não tem {3}, e '{4}' precisa disso",
    "'{1}' has {2}{3} rows and no unique index on {4}": "'{1}' tem {2}{3} linhas e nenhum índice único em {4}",
    "make it before: the load would, and writers would wait meanwhile":
        "crie-o antes: a carga criaria, e quem escreve esperaria enquanto isso",
    "replacing '{1}' concerns {2} '{3}': {4}": "substituir '{1}' envolve {2} '{3}': {4}",
    "'mode: merge' changes rows in place": "'mode: merge' muda as linhas no lugar",
]
