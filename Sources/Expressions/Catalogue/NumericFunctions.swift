let numericFunctions: [Function] = []
