"""The command that does the month of many jobs, on the cores of this computer or on a cluster."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli.parameters import Json, Month, Today, path_named


def many(  # noqa: PLR0913 - a command's parameters are its options
    jobs: Annotated[
        Path,
        typer.Argument(
            parser=path_named,
            metavar="JOBS.csv|FOLDER",
            help="A table with a line a job (job, exports), or a folder with a folder a job, its exports in exports/.",
        ),
    ],
    *,
    month: Month = None,
    today: Today = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, metavar="N", help="Of this computer; by default one a core.")
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster: tls://HOST:PORT."),
    ] = None,
    tls_ca: Annotated[
        Path | None,
        typer.Option("--tls-ca", parser=path_named, metavar="FILE.pem", help="Who signs the cluster's certificates."),
    ] = None,
    tls_cert: Annotated[
        Path | None, typer.Option("--tls-cert", parser=path_named, metavar="FILE.pem", help="Your certificate.")
    ] = None,
    tls_key: Annotated[
        Path | None, typer.Option("--tls-key", parser=path_named, metavar="FILE.pem", help="Its key.")
    ] = None,
    send_files: Annotated[
        bool, typer.Option("--send-files", help="The workers cannot see this disk: send them what a job needs.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", parser=path_named, metavar="FOLDER", help="Of the overview; an existing one gets -2."),
    ] = None,
    json: Json = False,
) -> None:
    """Do the month of many jobs, as `run --job` does each, and write one overview; the same call goes on."""
    try:
        from keycafe_clean.cli.many_jobs import Asking, do_many
    except ModuleNotFoundError as missing:
        from keycafe_clean.errors import SetupError

        if (missing.name or "").partition(".")[0] not in {"dask", "distributed"}:
            raise
        raise SetupError('Dask is not installed: pip install "keycafe-clean[many]".') from None
    asking = Asking(jobs, month, today, workers, scheduler, (tls_ca, tls_cert, tls_key), send_files, out)
    raise typer.Exit(do_many(asking, as_json=json))
