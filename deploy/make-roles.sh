#!/bin/sh
# Run once by the postgres image when its data folder is empty: the role that migrates, the role that the application
# uses (it may not change or delete what the record holds), and Temporal's own role.
set -eu
psql --set=ON_ERROR_STOP=1 \
  --set=owner="$HEADGATE_OWNER_PASSWORD" --set=app="$HEADGATE_APP_PASSWORD" --set=temporal="$TEMPORAL_PASSWORD" <<'SQL'
CREATE ROLE headgate_owner LOGIN PASSWORD :'owner';
CREATE ROLE headgate_app LOGIN PASSWORD :'app';
CREATE ROLE temporal LOGIN CREATEDB PASSWORD :'temporal';
CREATE DATABASE headgate OWNER headgate_owner;
SQL
