import Reporting

/// Rules about secrets.
let secretRules: [String: RuleText] = [
    "EST8001": RuleText(
        "Uma senha, um token ou uma chave privada está num arquivo.",
        """
        Quem puder ler o repositório a tem, agora e em toda a história dele. Faça uma nova, guarde-a em `.env` ou no \
        ambiente e escreva `${secret.NOME}` onde ela é necessária.
        """),
    "EST8002": RuleText(
        "Um segredo está onde seria impresso.",
        """
        Caminhos, nomes, expressões e configurações de um pipeline são escritos em planos, logs e no estado das \
        execuções. Segredos são para as conexões de um perfil, que nunca são impressas. Uma variável é tida por \
        segredo pelas palavras do nome, como `KEY` ou `TOKEN`, ou por uma senha no valor.
        """),
    "EST8003": RuleText(
        "Uma variável de ambiente ou um segredo não tem valor aqui.",
        """
        O projeto lê o nome do ambiente ou de `.env`, e ele não está em nenhum dos dois. Defina-o, ou dê um padrão \
        que não seja secreto: `${env.PGHOST:-localhost}`.
        """),
    "EST8004": RuleText(
        "Um segredo tem valor padrão no arquivo.",
        """
        Um padrão fica no repositório para todo mundo ler e é usado em silêncio quando o segredo falta. Defina o \
        segredo em `.env` ou no ambiente.
        """),
    "EST8005": RuleText(
        "Dados ou uma senha viajam até outra máquina de modo que todos no caminho podem ler.",
        """
        Com `sslmode=disable` nada é cifrado, e `allow` e `prefer` deixam de cifrar quando o servidor, ou alguém no \
        meio, diz que sim. Escreva `sslmode=verify-full`, e `https:` para arquivos.
        """),
    "EST8006": RuleText(
        "Uma conexão é cifrada, mas ninguém pergunta quem está do outro lado.",
        """
        Com `sslmode=require` serve qualquer servidor, também um que alguém pôs no meio. `verify-full` pede um \
        certificado com o nome do host; `sslrootcert=system` confia nas autoridades da máquina.
        """),
    "EST8007": RuleText(
        "O Git acompanha um arquivo que contém segredos.",
        """
        Todos que têm uma cópia do repositório os têm, agora e em toda a história dele. Tire o arquivo com `git rm \
        --cached`, cite-o em `.gitignore` e faça senhas novas: as antigas são conhecidas.
        """),
    "EST8008": RuleText(
        "Um gancho inicia um programa desta máquina.",
        """
        Ele roda com os direitos e o ambiente da execução, segredos entre eles, e uma máquina sem ele não avisa \
        ninguém. Não há shell no meio, e os argumentos ficam o que são; qual programa é não pode vir de um parâmetro \
        (um erro). Envie a um webhook, ou suprima isto dizendo o que é o programa.
        """),
    "EST8009": RuleText(
        "Uma coluna que um esquema diz ser pessoal é carregada como está.",
        """
        Quem pode consultar a tabela sabe de quem é cada linha. Deixe a coluna de fora, ou carregue o que só serve \
        para comparar: `set: {email: sha256(email)}`. Onde os leitores podem saber, diga isso num comentário que \
        desliga a regra.
        """),
    "EST8010": RuleText(
        "Uma conexão é aberta como superusuário.",
        """
        Nada limita o que um superusuário pode fazer, e sua senha está no ambiente de toda execução. Cargas precisam \
        de um papel que possa criar esquemas, ou que seja dono das tabelas que preenche, e de nada mais.
        """),
    "EST8012": RuleText(
        "Uma linha de `.env` não é comentário nem 'NOME=valor'.",
        """
        Cada linha define uma variável: `NOME=valor`, com `export` antes se um shell também lê o arquivo. Valores \
        entre aspas simples ficam como estão; entre aspas duplas, `\\n`, `\\t`, `\\"` e `\\\\` são escapes. Nada é \
        expandido.
        """),
]
