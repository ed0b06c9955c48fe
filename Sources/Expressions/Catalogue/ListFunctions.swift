let listFunctions: [Function] = []
