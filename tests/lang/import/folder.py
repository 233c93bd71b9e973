# A folder without __init__.py is a package.
import space.leaf
import space.inner.deep as deep
from space import leaf as other
from space.inner import deep as again
print(space.leaf.f(), deep.value, other is space.leaf, deep is again)
