/// What lint says of policies and of the lock of schemas.
let governanceTemplates: [String: String] = [
    "policy '{1}': {2}": "política '{1}': {2}",
    "'{1}' is no code of a policy: 'X', then capital letters and digits":
        "'{1}' não é código de política: 'X', depois letras maiúsculas e dígitos",
    "policy '{1}': no file of the project matches '{2}'": "política '{1}': nenhum arquivo do projeto casa com '{2}'",
    "policies do not know '{1}'": "políticas não conhecem '{1}'",
    "what a policy finds is the same at any time: it knows no clock and no chance":
        "o que uma política acha é o mesmo a qualquer hora: ela não conhece relógio nem acaso",
    "choose an hour at which the clocks never change": "escolha uma hora em que o relógio nunca muda",
    "run 'esteira lock'": "rode 'esteira lock'",
    "run 'esteira lock', which takes it out, or put it back": "rode 'esteira lock', que o retira, ou ponha-o de volta",
    "schema '{1}' has version {2}, and {3} has version {4}": "o esquema '{1}' tem a versão {2}, e {3} tem a versão {4}",
    "write 'version: {1}', or a higher one": "escreva 'version: {1}', ou uma mais alta",
    "it is locked here": "está fixado aqui",
    "write 'version: {1}' and run 'esteira lock', or undo the change":
        "escreva 'version: {1}' e rode 'esteira lock', ou desfaça a mudança",
    "run 'esteira lock': no reader breaks by this": "rode 'esteira lock': nenhum leitor quebra com isto",
    "version {1} of schema '{2}'": "a versão {1} do esquema '{2}'",
    "name the columns whose change makes a version, or leave 'track' out":
        "cite as colunas cuja mudança cria uma versão, ou omita 'track'",
    "'track' names the key alone, so that no row ever gets a second version":
        "'track' só cita a chave, de modo que nenhuma linha ganha uma segunda versão",
]
