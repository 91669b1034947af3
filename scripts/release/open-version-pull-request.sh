#!/usr/bin/env bash
# Opens the pull request that raises versions, or brings it up to date.
set -euo pipefail
BRANCH=release/next TITLE="Version packages" bash "$(dirname "$0")/open-pull-request.sh"
