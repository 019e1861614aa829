"""The changes as a JSON patch (RFC 6902): applied to the old map as JSON it gives the new one, exactly."""

from collections.abc import Container, Iterator
from dataclasses import replace

from cjm.compare.compare import Comparison
from cjm.compare.node import SINGLE, TEXT, Json, Node, json_of_entry
from cjm.compare.order import longest_increasing

_SOURCES = "sources"


def json_patch(comparison: Comparison) -> list[dict[str, Json]]:
    """The operations from the old map to the new one, both as `as_json` writes them."""
    patcher = _Patcher(comparison)
    patcher.remove_what_is_gone(patcher.top)
    patcher.arrange(comparison.new, patcher.top)
    patcher.remove_what_is_gone(patcher.top)
    patcher.set_fields()
    return patcher.operations


class _PatchNode:
    """A thing of the document that is being patched; `step` is its key where things are known by keys."""

    def __init__(self, thing: Node, parent: "_PatchNode | None", skip: Container[Node] = ()) -> None:
        self.thing = thing
        self.parent = parent
        self.key = thing.key
        self.step = str(thing.fields.get("key"))
        kept = {key: [part for part in parts if part not in skip] for key, parts in thing.parts.items()}
        self.lanes = {key: [_PatchNode(part, self, skip) for part in parts] for key, parts in kept.items() if parts}

    @property
    def path(self) -> str:
        """Where it stands now, as a JSON pointer."""
        if self.parent is None:
            return ""
        lane = self.parent.lane(self.key)
        if self.key in SINGLE:
            return lane
        step = self.step if self.key == _SOURCES else str(self.parent.lanes[self.key].index(self))
        return f"{lane}/{_escaped(step)}"

    def lane(self, key: str) -> str:
        """The JSON pointer of a list that it holds."""
        return f"{self.path}/{_escaped(key)}"

    def walk(self) -> Iterator["_PatchNode"]:
        yield self
        for nodes in self.lanes.values():
            for node in nodes:
                yield from node.walk()


class _Patcher:
    def __init__(self, comparison: Comparison) -> None:
        self._matches = comparison.matches
        self.top = _PatchNode(comparison.old, None)
        self.operations: list[dict[str, Json]] = []
        self._node_of: dict[Node, _PatchNode] = {}
        """The nodes of the document by what they are in the new map."""
        for node in self.top.walk():
            if new := self._matches.new_of(node.thing):
                self._node_of[new] = node

    def _say(self, operation: str, path: str, **more: Json) -> None:
        self.operations.append({"op": operation, "path": path, **more})

    def remove_what_is_gone(self, node: _PatchNode) -> None:
        """Take out, from the last to the first, what is not in the new map and holds nothing that is."""
        for key, nodes in list(node.lanes.items()):
            if not any(self._lives(inner) for part in nodes for inner in part.walk()):
                self._remove_lane(node, key)
                continue
            for part in reversed(list(nodes)):
                if any(map(self._lives, part.walk())):
                    self.remove_what_is_gone(part)
                else:
                    self._say("remove", part.path)
                    nodes.remove(part)

    def _lives(self, node: _PatchNode) -> bool:
        return self._node_of.get(self._matches.new_of(node.thing) or node.thing) is node

    def _remove_lane(self, node: _PatchNode, key: str) -> None:
        self._say("remove", node.lane(key))
        del node.lanes[key]

    def arrange(self, new: Node, node: _PatchNode) -> None:
        """Bring what a thing holds into the new order, with what is added and what comes from elsewhere."""
        for parts in new.parts.values():
            stayed = self._stayed(parts, node)
            before: _PatchNode | None = None
            for part in parts:
                here = self._node_of.get(part)
                if here is None:
                    here = self._add(part, node, before)
                elif part not in stayed:
                    self._move(here, part, node, before)
                before = here
            for part in parts:
                self.arrange(part, self._node_of[part])

    def _stayed(self, parts: tuple[Node, ...], node: _PatchNode) -> set[Node]:
        key = parts[0].key
        position = {part: number for number, part in enumerate(node.lanes.get(key, ()))}
        here = [part for part in parts if self._node_of.get(part) in position]
        if key == _SOURCES:
            return {part for part in here if self._node_of[part].step == part.fields["key"]}
        return {here[number] for number in longest_increasing([position[self._node_of[part]] for part in here])}

    def _add(self, part: Node, parent: _PatchNode, before: _PatchNode | None) -> _PatchNode:
        """Put in a new thing, without those of its parts that will come from elsewhere."""
        value = json_of_entry(_without(part, self._node_of))
        node = _PatchNode(part, parent, self._node_of)
        if part.key in parent.lanes or part.key in SINGLE:
            self._insert(node, parent, before)
            self._say("add", node.path, value=value)
        else:
            parent.lanes[part.key] = [node]
            self._say("add", parent.lane(part.key), value={node.step: value} if part.key == _SOURCES else [value])
        self._node_of |= {inner.thing: inner for inner in node.walk()}
        return node

    def _move(self, node: _PatchNode, part: Node, parent: _PatchNode, before: _PatchNode | None) -> None:
        """Move a node below a parent, behind the one before."""
        if part.key not in parent.lanes:
            parent.lanes[part.key] = []
            self._say("add", parent.lane(part.key), value={} if part.key == _SOURCES else [])
        origin = node.path
        if node.parent:
            node.parent.lanes[node.key].remove(node)
        node.key, node.step = part.key, str(part.fields.get("key"))
        self._insert(node, parent, before)
        self.operations.append({"op": "move", "from": origin, "path": node.path})

    def _insert(self, node: _PatchNode, parent: _PatchNode, before: _PatchNode | None) -> None:
        node.parent = parent
        lane = parent.lanes.setdefault(node.key, [])
        lane.insert(lane.index(before) + 1 if before else 0, node)

    def set_fields(self) -> None:
        """Give everything that stayed the values that it has now."""
        for new, node in self._node_of.items():
            if new.kind == TEXT and node.thing.name != new.name:
                self._say("replace", node.path, value=new.name)
            elif new.kind != TEXT:
                self._set_fields_of(node, node.thing.fields, new.fields)

    def _set_fields_of(self, node: _PatchNode, old: dict[str, Json], new: dict[str, Json]) -> None:
        for name in [*old, *(name for name in new if name not in old)]:
            path = node.lane(name)
            if name == "key" or old.get(name) == new.get(name):
                continue
            if name not in new:
                self._say("remove", path)
            else:
                self._say("replace" if name in old else "add", path, value=new[name])


def _without(thing: Node, skip: Container[Node]) -> Node:
    kept = {
        key: tuple(_without(part, skip) for part in parts if part not in skip) for key, parts in thing.parts.items()
    }
    return replace(thing, parts={key: parts for key, parts in kept.items() if parts})


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
