let conditionalFunctions: [Function] = []
