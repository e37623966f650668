#!/usr/bin/env bash
# Checks the page: types, unit tests, and that what is committed under src/reportedly/web/static is what the source builds to.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --silent
npm run --silent types
npm run --silent check
npm test --silent
npm run --silent build
if ! git diff --quiet -- src/lib/openapi.d.ts ../src/reportedly/web/static || [ -n "$(git ls-files --others --exclude-standard ../src/reportedly/web/static)" ]; then
  git --no-pager diff --stat -- src/lib/openapi.d.ts ../src/reportedly/web/static
  echo "What is committed is not what comes out here. Run \`npm run types && npm run build\` in desk/ and commit src/lib/openapi.d.ts and src/reportedly/web/static." >&2
  exit 1
fi
first=$(cat ../src/reportedly/web/static/index.html ../src/reportedly/web/static/assets/*.js ../src/reportedly/web/static/assets/*.css | gzip -9 | wc -c)
echo "first load: $((first / 1000)) kB compressed, country shapes apart"
[ "$first" -lt 700000 ]
