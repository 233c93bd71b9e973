import pkg
import pkg.sub
import pkg.deep.leaf as leaf
from pkg import sub, other
from pkg.deep import leaf as leaf2
print(pkg.name, pkg.sub.x, sub.x, other.y, leaf.z, leaf is leaf2, pkg.deep.leaf.z)
print(leaf.up(), pkg.sub.__name__)
