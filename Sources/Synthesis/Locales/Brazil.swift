enum Brazil {
    static let firstNames = wordList(
        """
        Alice Aline Amanda Ana Antônio Arthur Beatriz Benício Bernardo Bianca Bruna Bruno Caio Camila Carla Carlos
        Carolina Cauã Cecília César Clara Cláudia Cristiano Daniel Daniela Davi Débora Diego Diogo Eduarda Eduardo
        Elaine Elisa Emanuel Enzo Érica Fábio Felipe Fernanda Fernando Flávia Francisco Gabriel Gabriela Giovanna
        Guilherme Gustavo Heitor Helena Henrique Hugo Igor Inês Isabel Isabela Isadora Ivo Jéssica João Joana Joaquim
        Jorge José Juliana Júlia Júlio Kauê Laís Lara Larissa Laura Leandro Leonardo Letícia Lívia Lorena Lucas Luciana
        Luís Luísa Luiz Manuela Marcela Marcelo Marcos Maria Mariana Marina Mário Mateus Melissa Miguel Mirela Mônica
        Murilo Natália Nathan Nicolas Nina Noah Olívia Otávio Patrícia Paula Paulo Pedro Pietra Rafael Rafaela Raquel
        Raul Rebeca Regina Renan Renata Ricardo Roberta Roberto Rodrigo Rosa Samuel Sabrina Sandra Sara Sérgio Simone
        Sofia Sônia Stella Tânia Tatiana Teresa Thaís Theo Thiago Tomás Valentina Vanessa Vera Vicente Vinícius Vitor
        Vitória Viviane Yara Yasmin Yuri
        """
    )

    static let lastNames = wordList(
        """
        Abreu Aguiar Almeida Alves Amaral Andrade Antunes Araújo Assis Azevedo Barbosa Barros Batista Bastos Bezerra
        Borges Braga Brito Bueno Cabral Caldas Camargo Campos Cardoso Carneiro Carvalho Castro Cavalcanti Chaves
        Coelho Cordeiro Correia Costa Coutinho Cruz Cunha Dantas Dias Duarte Esteves Farias Faria Fernandes Ferraz
        Ferreira Figueiredo Fonseca Franco Freitas Furtado Garcia Gomes Gonçalves Guedes Guerra Guimarães Leal Leite
        Lima Lins Lopes Macedo Machado Maciel Magalhães Maia Marques Martins Matos Medeiros Meireles Melo Mendes
        Mendonça Menezes Miranda Monteiro Morais Moreira Mota Moura Muniz Nascimento Neves Nogueira Novaes Nunes
        Oliveira Pacheco Paiva Paixão Peixoto Pereira Pessoa Pimentel Pinheiro Pinto Pires Porto Prado Queiroz Ramos
        Rangel Rebouças Reis Rezende Ribeiro Rocha Rodrigues Sá Sales Salgado Sampaio Santana Santos Silva Silveira
        Simões Siqueira Soares Sousa Tavares Teixeira Teles Toledo Torres Valente Vargas Vasconcelos Vaz Viana Vieira
        Vilela Xavier
        """
    )

    static let words = wordList(
        """
        ainda alegre amigo andar antes aqui arroz barco bem boa bonito caixa calor caminho campo casa cedo cheio chuva
        cidade claro coisa com compra conta copo cor corpo dar de dentro depois dia doce dois e em entre escola
        estrada falar feira festa feliz filho fim flor folha fora forte frio gente grande hoje hora ideia irmão janela
        jardim jogo junto lado lago largo leve linha livro longe lugar luz maior manhã mão mar mais melhor menos mesa
        mundo muito noite nome novo numa olhar onde ontem palavra pão papel para parte passo pequeno perto porta
        pouco praça praia preço primeiro quase quente rio roda roupa rua sabor sempre sete sobre sol sonho tarde tempo
        terra todo trabalho três um vento verde vez viagem vida vizinho volta
        """
    )

    static let states = [
        "AC": "Acre", "AL": "Alagoas", "AM": "Amazonas", "AP": "Amapá", "BA": "Bahia", "CE": "Ceará",
        "DF": "Distrito Federal", "ES": "Espírito Santo", "GO": "Goiás", "MA": "Maranhão", "MG": "Minas Gerais",
        "MS": "Mato Grosso do Sul", "MT": "Mato Grosso", "PA": "Pará", "PB": "Paraíba", "PE": "Pernambuco",
        "PI": "Piauí", "PR": "Paraná", "RJ": "Rio de Janeiro", "RN": "Rio Grande do Norte", "RO": "Rondônia",
        "RR": "Roraima", "RS": "Rio Grande do Sul", "SC": "Santa Catarina", "SE": "Sergipe", "SP": "São Paulo",
        "TO": "Tocantins",
    ]

    /// The capitals of the 27 states and some large cities.
    static let cities = [
        City("Rio Branco", "AC", "68", 365), City("Maceió", "AL", "82", 958), City("Macapá", "AP", "96", 443),
        City("Manaus", "AM", "92", 2064), City("Salvador", "BA", "71", 2418), City("Feira de Santana", "BA", "75", 616),
        City("Vitória da Conquista", "BA", "77", 371), City("Fortaleza", "CE", "85", 2429),
        City("Juazeiro do Norte", "CE", "88", 286), City("Brasília", "DF", "61", 2817),
        City("Vitória", "ES", "27", 323), City("Vila Velha", "ES", "27", 468), City("Goiânia", "GO", "62", 1437),
        City("Anápolis", "GO", "62", 399), City("São Luís", "MA", "98", 1038), City("Imperatriz", "MA", "99", 273),
        City("Cuiabá", "MT", "65", 651), City("Rondonópolis", "MT", "66", 245), City("Campo Grande", "MS", "67", 898),
        City("Belo Horizonte", "MG", "31", 2316), City("Uberlândia", "MG", "34", 713),
        City("Contagem", "MG", "31", 622), City("Juiz de Fora", "MG", "32", 541),
        City("Montes Claros", "MG", "38", 414), City("Belém", "PA", "91", 1303), City("Santarém", "PA", "93", 331),
        City("João Pessoa", "PB", "83", 834), City("Campina Grande", "PB", "83", 419),
        City("Curitiba", "PR", "41", 1774), City("Londrina", "PR", "43", 556), City("Maringá", "PR", "44", 410),
        City("Cascavel", "PR", "45", 348), City("Recife", "PE", "81", 1489), City("Caruaru", "PE", "81", 378),
        City("Petrolina", "PE", "87", 387), City("Teresina", "PI", "86", 866), City("Rio de Janeiro", "RJ", "21", 6211),
        City("Niterói", "RJ", "21", 482), City("Duque de Caxias", "RJ", "21", 808),
        City("Campos dos Goytacazes", "RJ", "22", 483), City("Petrópolis", "RJ", "24", 279),
        City("Natal", "RN", "84", 751), City("Mossoró", "RN", "84", 265), City("Porto Alegre", "RS", "51", 1333),
        City("Caxias do Sul", "RS", "54", 463), City("Pelotas", "RS", "53", 326), City("Santa Maria", "RS", "55", 272),
        City("Porto Velho", "RO", "69", 460), City("Boa Vista", "RR", "95", 413),
        City("Florianópolis", "SC", "48", 537), City("Joinville", "SC", "47", 616), City("Blumenau", "SC", "47", 361),
        City("Chapecó", "SC", "49", 254), City("São Paulo", "SP", "11", 11452), City("Guarulhos", "SP", "11", 1292),
        City("Campinas", "SP", "19", 1139), City("São Bernardo do Campo", "SP", "11", 811),
        City("Santos", "SP", "13", 418), City("São José dos Campos", "SP", "12", 697),
        City("Ribeirão Preto", "SP", "16", 699), City("Sorocaba", "SP", "15", 724), City("Bauru", "SP", "14", 379),
        City("São José do Rio Preto", "SP", "17", 480), City("Presidente Prudente", "SP", "18", 226),
        City("Aracaju", "SE", "79", 603), City("Palmas", "TO", "63", 303),
    ]
}
