#!/bin/bash
# A PostgreSQL server for one test process: on a socket in a temporary folder, gone when standard input ends, which the
# death of that process ends as well. Commands on standard input: `restart`. Says `ready FOLDER` or `failed WHY`.
trap '' INT TERM HUP PIPE
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v postgres 2>/dev/null)" 2>/dev/null)
[ -x "$bin/initdb" ] || { echo "failed There is no PostgreSQL server here: apt-get install postgresql"; exit 1; }
dir=$(mktemp -d /tmp/ringback-pg-XXXXXX)
as=()
if [ "$(id -u)" = 0 ]; then
    chown postgres "$dir"
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
cd "$dir"
server() { "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -s "$@" </dev/null >>"$dir/out" 2>&1; }
settings="-c listen_addresses= -c unix_socket_directories=$dir -c fsync=off -c max_connections=200"
{
    "${as[@]}" "$bin/initdb" -D "$dir/data" -U test -A trust -E UTF8 --locale=C.UTF-8 --no-sync </dev/null >"$dir/out" 2>&1 &&
        server -o "$settings" start && echo "ready $dir"
} || echo "failed $(tail -1 "$dir/out")"
while read -r word; do
    case $word in
    restart) server -m fast -o "$settings" restart && echo "ready $dir" || echo "failed $(tail -1 "$dir/out")" ;;
    esac
done
server -m immediate stop
rm -rf "$dir"
