"""Write what the desk's API is into docs/openapi.json: run it after a change that is meant, and say in the commit what changed."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.web.app import create_app, openapi
from reportedly.web.desk import Setup

TARGET = Path(__file__).parents[1] / "docs" / "openapi.json"

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        app = create_app(Setup(Path(folder) / "empty.db"))
        TARGET.write_text(json.dumps(openapi(app), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        app.state.desk.close()
