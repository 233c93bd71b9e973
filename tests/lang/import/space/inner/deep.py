from space import leaf
value = leaf.name + " from below"
