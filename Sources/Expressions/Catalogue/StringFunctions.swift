let stringFunctions: [Function] = []
