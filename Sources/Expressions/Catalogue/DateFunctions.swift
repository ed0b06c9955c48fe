let dateFunctions: [Function] = []
