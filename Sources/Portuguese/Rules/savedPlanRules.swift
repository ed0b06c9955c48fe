import Reporting

/// Rules about plans that were saved.
let savedPlanRules: [String: RuleText] = [
    "EST7025": RuleText(
        "Um plano salvo não pode ser lido.",
        """
        O arquivo não é um plano, ou o número maior de seu `plan_version` não é conhecido por esta versão, e as chaves \
        podem significar outra coisa. Faça o plano de novo: `esteira plan -o ARQUIVO`.
        """),
    "EST7026": RuleText(
        "O projeto não é aquele de que um plano salvo foi feito.",
        """
        Um arquivo tem outros bytes, ou os mesmos arquivos agora significam outra coisa, porque uma variável ou uma tabela \
        que eles citam mudou. Planeje de novo e veja o plano, ou dê `--allow-drift` para aceitar o que não tem efeitos \
        maiores.
        """),
    "EST7027": RuleText(
        "Tarefas de um plano salvo rodaram depois dele, ou rodariam agora por outro motivo.",
        """
        Outra execução completou tarefas, uma saída sumiu ou um arquivo que é lido mudou, e rodariam outras tarefas que \
        não as planejadas. Planeje de novo e veja o plano, ou dê `--allow-drift`.
        """),
    "EST7028": RuleText(
        "Uma tabela não é como era quando um plano salvo foi feito.",
        """
        Os comandos para a tabela seguem de sua forma, e agora seriam outros. Planeje de novo e veja-os, ou dê \
        `--allow-drift`, que recusa onde eles fazem mais do que foi planejado.
        """),
    "EST7029": RuleText(
        "Uma variável de que um plano salvo precisa não tem mais valor.",
        """
        Planos citam conexões e nunca guardam seus segredos: quem roda um plano precisa deles no ambiente ou em `.env`. \
        Defina a variável e rode o plano de novo.
        """),
    "EST7030": RuleText(
        "Um plano salvo foi feito por outra versão maior do Esteira.",
        """
        O mesmo projeto pode significar outro trabalho em outra versão maior. Planeje de novo com a versão que vai rodar \
        o plano.
        """),
    "EST7031": RuleText(
        "O que aconteceria agora vai além de um plano salvo.",
        """
        Com `--allow-drift` um plano salvo é refeito, e pode fazer o mesmo ou menos do que foi planejado, nunca mais: \
        nenhum outro destino, nada destruído que ficava, nada definitivo que podia ser desfeito. Planeje de novo e veja o \
        plano.
        """),
    "EST7032": RuleText(
        "Um plano salvo destrói algo, e ninguém o confirmou.",
        """
        Linhas que estão numa tabela sumiriam. Dê `--yes`, ou `--confirm` com os primeiros oito ou mais dígitos do \
        identificador do plano, que um plano posterior não tem.
        """),
    "EST7033": RuleText(
        "Um plano salvo não sabe o bastante para ser rodado.",
        """
        Um plano feito com `--offline` ou por simulação não perguntou nem ao registro nem às tabelas, e ninguém sabe se \
        eles estão como foi planejado. Planeje sem essa opção, ou dê `--allow-drift`.
        """),
]
