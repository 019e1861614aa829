"""The schema in ajv, the validator that most editors and web services use, in its strict mode.

ajv comes from npm into `tests/.node`, which git ignores; the first run needs the network, later ones do not.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from samples import EXAMPLES, FIRST_DRAFT, SCHEMASTORE_NEGATIVE, SCHEMASTORE_POSITIVE, data_of, schema

NODE_FOLDER = Path(__file__).parent / ".node"
INSTALL = ["npm", "install", "--no-save", "--no-package-lock", "--silent", "--prefix", str(NODE_FOLDER), "ajv@8"]

# Reads {schema, maps} and writes for each map whether it is valid; compiling throws where strict mode objects.
SCRIPT = """
const Ajv = require("ajv");
const { schema, maps } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const conforms = new Ajv({ strict: true, allErrors: true }).compile(schema);
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(maps).map(([k, v]) => [k, conforms(v)]))));
"""


@pytest.mark.skipif(not shutil.which("node") or not shutil.which("npm"), reason="node and npm are not installed")
def test_ajv_compiles_the_schema_and_agrees_about_maps() -> None:
    install_ajv()
    maps = {path.name: data_of(path) for path in [*EXAMPLES, *SCHEMASTORE_POSITIVE, FIRST_DRAFT]}
    broken = {"no map": {}, **{path.name: data_of(path) for path in SCHEMASTORE_NEGATIVE}}
    assert verdicts({**maps, **broken}) == {**dict.fromkeys(maps, True), **dict.fromkeys(broken, False)}


def verdicts(maps: dict[str, object]) -> dict[str, bool]:
    request = json.dumps({"schema": schema(), "maps": maps})
    answered = subprocess.run(
        ["node", "-e", SCRIPT], input=request, cwd=NODE_FOLDER, capture_output=True, encoding="utf-8", check=False
    )
    assert answered.returncode == 0, answered.stderr
    return dict(json.loads(answered.stdout))


def install_ajv() -> None:
    if not (NODE_FOLDER / "node_modules" / "ajv").is_dir():
        NODE_FOLDER.mkdir(exist_ok=True)
        installed = subprocess.run(INSTALL, capture_output=True, encoding="utf-8", check=False)
        assert installed.returncode == 0, f"npm could not install ajv: {installed.stdout}{installed.stderr}"
