let aggregateFunctions: [Function] = []
